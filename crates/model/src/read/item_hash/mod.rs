//! The fingerprint of an item: a digest of everything that a reader of it sees.
//!
//! It has to stay the same as long as the item says the same, whatever happens to
//! this code. Therefore it hashes named values that are written out here, not the
//! layout of a type, and an absent value adds nothing. An item's own id is not
//! included, because renaming is not a change.

mod head_texts;

use sha2::{Digest, Sha256};

use crate::{
    Absence, Called, Cell, Chain, Date, Dispute, Document, Event, Fingerprint, HeadText, Item,
    Link, OpenQuestion, Outlet, Point, Rendering, Source, SourceIx, Span, Stated, Statement, When,
    Wording,
};

/// The current fingerprint of `item`.
pub(super) fn of_item(dispute: &Dispute, item: &Item<'_>) -> Fingerprint {
    let mut hasher = ItemHasher {
        dispute,
        hash: Sha256::new(),
    };
    match *item {
        Item::Point(point) => hasher.point(point),
        Item::Statement(place) => hasher.statement(place.statement),
        Item::Document(document) => hasher.document(document),
        Item::Event(event) => hasher.event(event),
        Item::OpenQuestion(open) => hasher.open_question(open),
        Item::Source(source) => hasher.source(source),
    }
    finish(hasher.hash)
}

/// The fingerprint of a dispute-level text that was removed.
pub(super) fn of_removed_text() -> Fingerprint {
    finish(Sha256::new())
}

/// The current fingerprint of a dispute-level text; `None` if the dispute has none.
pub(super) fn of_head_text(dispute: &Dispute, text: HeadText) -> Option<Fingerprint> {
    let mut hasher = ItemHasher {
        dispute,
        hash: Sha256::new(),
    };
    hasher.head(text).then(|| finish(hasher.hash))
}

fn finish(hash: Sha256) -> Fingerprint {
    let digest = hash.finalize();
    let mut bytes = [0; 5];
    bytes.copy_from_slice(&digest[..5]);
    Fingerprint(bytes)
}

struct ItemHasher<'a> {
    dispute: &'a Dispute,
    hash: Sha256,
}

impl ItemHasher<'_> {
    /// Hashes one named value. The length prefixes keep adjacent values from running
    /// into each other.
    fn field(&mut self, name: &str, value: &str) {
        for part in [name, value] {
            self.hash.update((part.len() as u64).to_be_bytes());
            self.hash.update(part);
        }
    }

    /// Hashes several texts under one name. Returns false if there are none.
    fn repeated_field<'t>(
        &mut self,
        name: &str,
        texts: impl IntoIterator<Item = &'t String>,
    ) -> bool {
        let mut any = false;
        for text in texts {
            self.field(name, text);
            any = true;
        }
        any
    }

    fn optional_field(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    fn date(&mut self, name: &str, date: Date) {
        let Date { year, month, day } = date;
        self.field(name, &format!("{year}-{month}-{day}"));
    }

    fn point(&mut self, point: &Point) {
        self.field("question", &point.question);
        self.field("status", point.status.into());
        self.optional_field("accepted", point.accepted.as_deref());
        self.optional_field("contested", point.contested.as_deref());
        for (_, cell) in point.cells.iter() {
            match cell {
                Cell::Statements(statements) => {
                    self.field("cell", "statements");
                    statements.iter().for_each(|one| self.statement(one));
                }
                Cell::Absence(absence) => self.absence(absence),
            }
        }
        self.field("cell", "others");
        point.others.iter().for_each(|one| self.statement(one));
    }

    fn absence(&mut self, absence: &Absence) {
        self.field("cell", "absence");
        self.field("kind", absence.kind.into());
        self.field("note", &absence.note);
        for &source in &absence.searched {
            self.cited("searched", source);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let speaker = self.dispute.speaker(statement.speaker);
        self.field("speaker", &speaker.name);
        self.optional_field("role", speaker.role.as_deref());
        self.field("named", if speaker.named { "yes" } else { "no" });
        self.optional_field("summarised-by", statement.summarised_by.as_deref());
        self.wording(&statement.wording);
        self.when(&statement.when);
        self.chain(&statement.chain);
        for Rendering {
            wording,
            attributed_to,
            chain,
            compared: _,
        } in &statement.renderings
        {
            self.wording(wording);
            self.optional_field("attributed-to", attributed_to.as_deref());
            self.chain(chain);
        }
        self.optional_field("note", statement.note.as_deref());
    }

    fn wording(&mut self, wording: &Wording) {
        self.spans(&wording.spans);
        self.field("language", wording.language.as_str());
        let spoken = wording.spoken_in.as_ref();
        self.optional_field("spoken-in", spoken.map(crate::Language::as_str));
        self.optional_field("translated-by", wording.translated_by.as_deref());
    }

    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Verbatim(words) => self.field("verbatim", words),
                Span::Paraphrase(words) => self.field("paraphrase", words),
            }
        }
    }

    fn when(&mut self, when: &When) {
        self.date("when", when.date);
        self.optional_field("words", when.words.as_deref());
        if let Some(from) = when.counted_from {
            self.date("counted-from", from);
        }
        if let Some(source) = when.source {
            self.cited("day-from", source);
        }
    }

    fn chain(&mut self, chain: &Chain) {
        match &chain.said.to {
            Stated::As(whom) => self.field("to", whom),
            Stated::NotStated => self.field("to-not-stated", ""),
        }
        self.optional_field("how", chain.said.how.as_deref());
        for relay in &chain.relays {
            self.field("relay", relay.kind.into());
            match &relay.by {
                Outlet::Read(source) => self.cited("by", *source),
                Outlet::Named(name) => self.field("by", name),
                Outlet::NotStated => self.field("by-not-stated", ""),
            }
            self.optional_field("verb", relay.verb.as_deref());
        }
        self.field("last", chain.kind.into());
        self.optional_field("verb", chain.verb.as_deref());
        self.cited("source", chain.source);
    }

    /// A source as cited by a statement. Its headline and its other fields belong to
    /// the source: correcting them does not change the statement.
    fn cited(&mut self, name: &str, source: SourceIx) {
        let source = self.dispute.source(source);
        self.field(name, &source.outlet);
        self.date("published", source.published);
    }

    fn document(&mut self, document: &Document) {
        self.field("name", &document.name);
        self.field("about", &document.about);
        self.when(&document.when);
        for Called {
            by,
            wording,
            source,
            // Only a label beside the words, as for events.
            after: _,
        } in &document.called
        {
            self.field("by", &self.dispute.speaker(*by).name);
            self.wording(wording);
            self.cited("in", *source);
        }
        for &source in &document.sources {
            self.cited("source", source);
        }
    }

    fn event(&mut self, event: &Event) {
        self.field("what", &event.what);
        self.when(&event.when);
        if let Some(side) = event.actor {
            self.field("actor", &self.dispute.sides.get(side).name);
        }
        for &source in &event.sources {
            self.cited("source", source);
        }
    }

    fn open_question(&mut self, open: &OpenQuestion) {
        self.field("question", &open.question);
        self.field("settled-by", &open.settled_by);
    }

    fn source(&mut self, source: &Source) {
        self.field("outlet", &source.outlet);
        self.field("headline", &source.headline);
        for author in &source.authors {
            self.field("authors", author);
        }
        for body in &source.corporate_authors {
            self.field("corporate-authors", body);
        }
        self.date("published", source.published);
        self.field("language", source.language.as_str());
        match &source.link {
            Link::At(address) => self.field("link", address),
            Link::NotRecorded(reason) => self.field("no-link", reason),
        }
        self.optional_field("archived", source.archived.as_deref());
        self.field("read", source.read.into());
        self.optional_field("note", source.note.as_deref());
    }
}
