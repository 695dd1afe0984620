//! What a sheet is read onto: a new dispute, or one that is there.

use indexmap::IndexMap;

use crate::format::{Dispute, Ground, Head, Id};

/// What a sheet does not hold.
#[derive(Clone, Copy)]
pub(super) enum Onto<'a> {
    /// The id and the example texts of a new dispute.
    New(&'a Id, &'a Head),
    /// A dispute that is there.
    Existing(&'a Dispute),
}

impl Onto<'_> {
    /// The dispute without what comes from the sheet.
    pub(super) fn dispute(self) -> Dispute {
        match self {
            Self::Existing(dispute) => dispute.clone(),
            Self::New(id, head) => {
                let mut head = head.clone();
                // What these rested on is in no sheet.
                head.next = None;
                for ground in head.accepted.iter_mut().chain(&mut head.contested) {
                    if let Ground::Supported(supported) = ground {
                        *ground = Ground::Text(std::mem::take(&mut supported.text));
                    }
                }
                Dispute {
                    schema: None,
                    id: id.clone(),
                    dispute: head,
                    speakers: IndexMap::new(),
                    sources: IndexMap::new(),
                    points: IndexMap::new(),
                    documents: IndexMap::new(),
                    events: IndexMap::new(),
                    open_questions: IndexMap::new(),
                    quotations: None,
                    coverage: IndexMap::new(),
                    register: IndexMap::new(),
                }
            }
        }
    }
}
