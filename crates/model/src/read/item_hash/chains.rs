//! Hashes chains from a speaker to a source.

use super::ItemHasher;
use crate::{Chain, Circumstances, Outlet, Stated, Step};

impl ItemHasher<'_> {
    pub(super) fn chain(&mut self, chain: &Chain) {
        if let Some(said) = &chain.said {
            match &said.to {
                Stated::As(whom) => self.field("to", whom),
                Stated::NotStated => self.field("to-not-stated", ""),
            }
            self.circumstances(&said.circumstances);
            self.optional_field("said-verb", said.verb.as_deref());
        }
        for step in &chain.steps {
            let relay = match step {
                Step::Unknown(reason) => {
                    self.field("way-unknown", reason);
                    continue;
                }
                Step::Relay(relay) => relay,
            };
            self.field("relay", relay.kind.into());
            match &relay.by {
                Outlet::Read(source) => self.cited("by", *source),
                Outlet::Named(name) => self.field("by", name),
                Outlet::NotStated => self.field("by-not-stated", ""),
            }
            self.optional_field("at", relay.at.as_deref());
            self.circumstances(&relay.circumstances);
            self.optional_field("verb", relay.verb.as_deref());
        }
        self.field("last", chain.kind.into());
        self.optional_field("verb", chain.verb.as_deref());
        self.cited("source", chain.source);
        self.optional_field("at", chain.at.as_deref());
        self.circumstances(&chain.circumstances);
    }

    fn circumstances(&mut self, of: &Circumstances) {
        self.optional_field("how", of.how.as_deref());
        self.optional_field("where", of.place.as_deref());
        if let Some(when) = &of.when {
            self.known_date("hop-when", when);
            self.how_date_is_known(when);
        }
    }
}
