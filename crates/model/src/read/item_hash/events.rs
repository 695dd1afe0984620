//! Hashes events.

use super::ItemHasher;
use crate::{Account, Event, EventDoubt};

impl ItemHasher<'_> {
    pub(super) fn event(&mut self, event: &Event) {
        self.field("what", &event.what);
        self.when(&event.when);
        if let Some(actor) = event.actor {
            self.field("actor", self.dispute.actor_name(actor));
        }
        for &source in &event.sources {
            self.cited("source", source);
        }
        self.optional_field("doubt", event.doubt.map(EventDoubt::name));
        for Account {
            by,
            wording,
            source,
        } in &event.accounts
        {
            self.field("by", self.dispute.name_of(*by));
            self.wording(wording);
            self.cited("in", *source);
        }
    }
}
