//! What every part of a dispute's page is drawn from.

use says_who_model::{Dispute, Id};

use crate::routes::{Base, Route};
use crate::words::Words;

/// One dispute, the site it stands on, and the words of the interface.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) dispute: &'a Dispute,
    pub(crate) base: &'a Base,
    pub(crate) words: &'static Words,
}

impl View<'_> {
    /// The address of the whole explainer.
    pub(crate) fn whole(&self) -> String {
        self.base.href(&Route::Dispute(self.dispute.id.clone()))
    }

    /// The address of an item's own page.
    pub(crate) fn page(&self, id: &Id) -> String {
        self.base
            .href(&Route::Item(self.dispute.id.clone(), id.clone()))
    }

    /// The address of an item's place in the whole.
    pub(crate) fn place(&self, id: &Id) -> String {
        format!("{}#{id}", self.whole())
    }
}
