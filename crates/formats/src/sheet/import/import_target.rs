//! The target of an import: a new dispute, or an existing one.

use indexmap::IndexMap;

use crate::format::{Dispute, Head, Id, TextOrSupported, VERSION};

/// Supplies what a sheet doesn't have.
#[derive(Clone, Copy)]
pub(super) enum ImportTarget<'a> {
    /// A new dispute with this id and head.
    New(&'a Id, &'a Head),
    /// An existing dispute.
    Existing(&'a Dispute),
}

impl ImportTarget<'_> {
    /// The dispute before the content of the sheet is added.
    pub(super) fn dispute(self) -> Dispute {
        match self {
            Self::Existing(dispute) => dispute.clone(),
            Self::New(id, head) => {
                let mut head = head.clone();
                // Drop references to items that the sheet doesn't have.
                head.next = None;
                for ground in head.accepted.iter_mut().chain(&mut head.contested) {
                    if let TextOrSupported::Supported(supported) = ground {
                        *ground = TextOrSupported::Text(std::mem::take(&mut supported.text));
                    }
                }
                Dispute {
                    schema: None,
                    format: VERSION,
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
