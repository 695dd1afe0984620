//! Hashes documents.

use super::ItemHasher;
use crate::{Called, Document};

impl ItemHasher<'_> {
    pub(super) fn document(&mut self, document: &Document) {
        self.field("name", &document.name);
        self.field("about", &document.about);
        self.when(&document.when);
        for Called {
            by,
            wording,
            source,
            // Only a label beside the words, as for events.
            after: _,
            // Only a link to the same words.
            statement: _,
        } in &document.called
        {
            self.field("by", self.dispute.name_of(*by));
            self.wording(wording);
            self.cited("in", *source);
        }
        for &source in &document.sources {
            self.cited("source", source);
        }
        self.optional_field("link", document.link.as_deref());
        self.optional_field("status", document.status.map(Into::into));
    }
}
