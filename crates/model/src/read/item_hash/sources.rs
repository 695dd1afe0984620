//! Hashes sources, and the sources that an item cites.

use super::ItemHasher;
use crate::{Headline, Link, Source, SourceIx};

impl ItemHasher<'_> {
    pub(super) fn source(&mut self, source: &Source) {
        self.field("outlet", &source.outlet);
        match &source.headline {
            Headline::Known(headline) => self.field("headline", headline),
            Headline::Unknown {
                reason,
                description,
            } => {
                self.field("headline-unknown", reason);
                self.field("description", description);
            }
        }
        self.optional_field("kind", source.kind.map(Into::into));
        self.optional_field("agency", source.agency.as_deref());
        for author in &source.authors {
            self.field("authors", author);
        }
        for body in &source.corporate_authors {
            self.field("corporate-authors", body);
        }
        self.known_date("published", &source.published);
        self.how_date_is_known(&source.published);
        self.field("language", source.language.as_str());
        match &source.link {
            Link::At(address) => self.field("link", address),
            Link::NotRecorded(reason) => self.field("no-link", reason),
        }
        self.optional_field("archived", source.archived.as_deref());
        self.optional_field("copy-read-at", source.copy_read_at.as_deref());
        if let Some(day) = source.retrieved {
            self.date("retrieved", day);
        }
        self.field("read", source.read.into());
        self.optional_field("note", source.note.as_deref());
    }

    /// A source as cited by a statement. Its headline and its other fields belong to
    /// the source: correcting them does not change the statement.
    pub(super) fn cited(&mut self, name: &str, source: SourceIx) {
        let source = self.dispute.source(source);
        self.field(name, &source.outlet);
        self.known_date("published", &source.published);
    }
}
