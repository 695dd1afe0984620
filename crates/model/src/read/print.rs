//! The fingerprint of an item: a digest of all that a reader of it is told.
//!
//! It has to stay the same as long as the item says the same, whatever happens
//! to this code: so it is taken of named values written out here, not of how a
//! type happens to be laid out, and a value that is absent leaves no trace. An
//! item's own id is not in it, because a new name is no change.

use sha2::{Digest, Sha256};

use crate::{
    Absence, AbsenceKind, Called, Cell, Chain, Date, Dispute, Document, Event, Fingerprint,
    HeadText, Id, Item, Link, OpenQuestion, Outlet, Point, ReadAs, RelayKind, Rendering, Source,
    SourceIx, Span, Stated, Statement, Status, When, Wording,
};

/// The fingerprint of `item` as it is now.
pub(super) fn of(dispute: &Dispute, item: &Item<'_>) -> Fingerprint {
    let mut print = Print {
        dispute,
        hash: Sha256::new(),
    };
    match *item {
        Item::Point(point) => print.point(point),
        Item::Statement(place) => print.statement(place.statement),
        Item::Document(document) => print.document(document),
        Item::Event(event) => print.event(event),
        Item::OpenQuestion(open) => print.open_question(open),
        Item::Source(source) => print.source(source),
    }
    finish(print.hash)
}

/// The fingerprint of a text of the whole that was taken out.
pub(super) fn of_nothing() -> Fingerprint {
    finish(Sha256::new())
}

/// The fingerprint of a text of the whole as it is now; `None` where there is none.
pub(super) fn of_head(dispute: &Dispute, text: HeadText) -> Option<Fingerprint> {
    let mut print = Print {
        dispute,
        hash: Sha256::new(),
    };
    print.head(text).then(|| finish(print.hash))
}

fn finish(hash: Sha256) -> Fingerprint {
    let digest = hash.finalize();
    let mut bytes = [0; 5];
    bytes.copy_from_slice(&digest[..5]);
    Fingerprint(bytes)
}

struct Print<'a> {
    dispute: &'a Dispute,
    hash: Sha256,
}

impl Print<'_> {
    /// One named value. The lengths keep neighbours from running into each other.
    fn put(&mut self, name: &str, value: &str) {
        for part in [name, value] {
            self.hash.update((part.len() as u64).to_be_bytes());
            self.hash.update(part);
        }
    }

    /// A text of the whole; whether there is anything of it.
    fn head(&mut self, text: HeadText) -> bool {
        let dispute = self.dispute;
        let name = text.name();
        match text {
            HeadText::Question => self.all(name, [&dispute.question]),
            HeadText::AsOf => {
                self.date(name, dispute.as_of);
                let time = dispute.as_of_time.map(|time| time.to_string());
                self.maybe("time", time.as_deref());
                if let Some(source) = dispute.as_of_report {
                    self.cited("report", source);
                }
                self.maybe("note", dispute.as_of_note.as_deref());
                true
            }
            HeadText::Summary => self.all(name, &dispute.summary),
            HeadText::Accepted => self.all(name, dispute.accepted.iter().map(|one| &one.text)),
            HeadText::Contested => self.all(name, dispute.contested.iter().map(|one| &one.text)),
            HeadText::Positions => {
                for (_, side) in dispute.sides.iter() {
                    if let Some(position) = &side.position {
                        self.put("position", &side.name);
                        self.spans(&position.spans);
                        self.rests_on(&position.rests_on);
                    }
                }
                dispute.sides.first.position.is_some()
            }
            HeadText::Next => {
                if let Some(next) = &dispute.next {
                    self.put(name, &next.text);
                    self.rests_on(&next.rests_on);
                }
                dispute.next.is_some()
            }
            HeadText::OrderNote => self.all(name, [&dispute.order_note]),
            HeadText::Method => self.all(name, &dispute.method),
        }
    }

    /// What the page names beside a text as its ground.
    fn rests_on(&mut self, ids: &[Id]) {
        for id in ids {
            self.put("rests-on", id.as_str());
        }
    }

    /// Texts under one name; whether there are any.
    fn all<'t>(&mut self, name: &str, texts: impl IntoIterator<Item = &'t String>) -> bool {
        let mut any = false;
        for text in texts {
            self.put(name, text);
            any = true;
        }
        any
    }

    fn maybe(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    fn date(&mut self, name: &str, date: Date) {
        let Date { year, month, day } = date;
        self.put(name, &format!("{year}-{month}-{day}"));
    }

    fn point(&mut self, point: &Point) {
        self.put("question", &point.question);
        self.put("status", status(point.status));
        self.maybe("accepted", point.accepted.as_deref());
        self.maybe("contested", point.contested.as_deref());
        for (_, cell) in point.cells.iter() {
            match cell {
                Cell::Statements(statements) => {
                    self.put("cell", "statements");
                    statements.iter().for_each(|one| self.statement(one));
                }
                Cell::Absence(absence) => self.absence(absence),
            }
        }
        self.put("cell", "others");
        point.others.iter().for_each(|one| self.statement(one));
    }

    fn absence(&mut self, absence: &Absence) {
        self.put("cell", "absence");
        self.put("kind", absence_kind(absence.kind));
        self.put("note", &absence.note);
        for &source in &absence.searched {
            self.cited("searched", source);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let speaker = self.dispute.speaker(statement.speaker);
        self.put("speaker", &speaker.name);
        self.maybe("role", speaker.role.as_deref());
        self.put("named", if speaker.named { "yes" } else { "no" });
        self.maybe("summarised-by", statement.summarised_by.as_deref());
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
            self.maybe("attributed-to", attributed_to.as_deref());
            self.chain(chain);
        }
        self.maybe("note", statement.note.as_deref());
    }

    fn wording(&mut self, wording: &Wording) {
        self.spans(&wording.spans);
        self.put("language", wording.language.as_str());
        let spoken = wording.spoken_in.as_ref();
        self.maybe("spoken-in", spoken.map(crate::Language::as_str));
        self.maybe("translated-by", wording.translated_by.as_deref());
    }

    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Verbatim(words) => self.put("verbatim", words),
                Span::Paraphrase(words) => self.put("paraphrase", words),
            }
        }
    }

    fn when(&mut self, when: &When) {
        self.date("when", when.date);
        self.maybe("words", when.words.as_deref());
        if let Some(from) = when.counted_from {
            self.date("counted-from", from);
        }
        if let Some(source) = when.source {
            self.cited("day-from", source);
        }
    }

    fn chain(&mut self, chain: &Chain) {
        match &chain.said.to {
            Stated::As(whom) => self.put("to", whom),
            Stated::NotStated => self.put("to-not-stated", ""),
        }
        self.maybe("how", chain.said.how.as_deref());
        for relay in &chain.relays {
            self.put("relay", relay_kind(relay.kind));
            match &relay.by {
                Outlet::Read(source) => self.cited("by", *source),
                Outlet::Named(name) => self.put("by", name),
                Outlet::NotStated => self.put("by-not-stated", ""),
            }
            self.maybe("verb", relay.verb.as_deref());
        }
        self.put("last", relay_kind(chain.kind));
        self.maybe("verb", chain.verb.as_deref());
        self.cited("source", chain.source);
    }

    /// A source as a statement names it. Its headline and the rest are the
    /// source's own: mending them changes no statement.
    fn cited(&mut self, name: &str, source: SourceIx) {
        let source = self.dispute.source(source);
        self.put(name, &source.outlet);
        self.date("published", source.published);
    }

    fn document(&mut self, document: &Document) {
        self.put("name", &document.name);
        self.put("about", &document.about);
        self.when(&document.when);
        for Called {
            by,
            wording,
            source,
            // A mark beside the words, as an event has one.
            after: _,
        } in &document.called
        {
            self.put("by", &self.dispute.speaker(*by).name);
            self.wording(wording);
            self.cited("in", *source);
        }
        for &source in &document.sources {
            self.cited("source", source);
        }
    }

    fn event(&mut self, event: &Event) {
        self.put("what", &event.what);
        self.when(&event.when);
        if let Some(side) = event.actor {
            self.put("actor", &self.dispute.sides.get(side).name);
        }
        for &source in &event.sources {
            self.cited("source", source);
        }
    }

    fn open_question(&mut self, open: &OpenQuestion) {
        self.put("question", &open.question);
        self.put("settled-by", &open.settled_by);
    }

    fn source(&mut self, source: &Source) {
        self.put("outlet", &source.outlet);
        self.put("headline", &source.headline);
        for author in &source.authors {
            self.put("authors", author);
        }
        for body in &source.corporate_authors {
            self.put("corporate-authors", body);
        }
        self.date("published", source.published);
        self.put("language", source.language.as_str());
        match &source.link {
            Link::At(address) => self.put("link", address),
            Link::NotRecorded(reason) => self.put("no-link", reason),
        }
        self.maybe("archived", source.archived.as_deref());
        self.put("read", read_as(source.read));
        self.maybe("note", source.note.as_deref());
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Agreed => "agreed",
        Status::DisputedFact => "disputed-fact",
        Status::DisputedCharacterisation => "disputed-characterisation",
        Status::OneSideOnly => "one-side-only",
        Status::NotAddressed => "not-addressed",
    }
}

fn absence_kind(kind: AbsenceKind) -> &'static str {
    match kind {
        AbsenceKind::NotFound => "not-found",
        AbsenceKind::Declined => "declined",
        AbsenceKind::NotDisclosed => "not-disclosed",
        AbsenceKind::NotAsked => "not-asked",
    }
}

fn relay_kind(kind: RelayKind) -> &'static str {
    match kind {
        RelayKind::Reported => "reported",
        RelayKind::Cited => "cited",
    }
}

fn read_as(read: ReadAs) -> &'static str {
    match read {
        ReadAs::Whole => "whole",
        ReadAs::Excerpt => "excerpt",
    }
}
