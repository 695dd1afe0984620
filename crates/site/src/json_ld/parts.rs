//! The parts of a dispute as nodes.
//!
//! Whether somebody is a person: roles are held by persons, and who is not
//! named is an official; a name without a role is that of a body. What kind of
//! publication a source is, a report or a court's paper, the data does not say:
//! all are `CreativeWork`.

use says_who_model::{
    Called, Cell, Document, Event, Id, ItemRef, Link, OpenQuestion, Point, Revision, RevisionKind,
    SideKey, Source, SourceIx, SpeakerIx,
};

use super::node::Node;
use says_who_view::citations::Author;
use says_who_view::subject::Subject;
use says_who_view::view::View;
use says_who_view::words::Words;

/// Makes nodes, and remembers whom and what they refer to.
pub(super) struct Parts<'a> {
    pub(super) view: View<'a>,
    speakers: Vec<SpeakerIx>,
    sources: Vec<SourceIx>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(view: View<'a>) -> Self {
        Self {
            view,
            speakers: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// The address that stands for the explainer.
    pub(super) fn whole(&self) -> String {
        self.view.cited(&Subject::Whole)
    }

    /// The address that stands for an item: its place in the whole.
    pub(super) fn place(&self, id: &Id) -> String {
        format!("{}#{id}", self.whole())
    }

    fn page(&self, id: &Id) -> String {
        self.view.absolute(&self.view.page(id))
    }

    /// An item by its addresses: its place in the whole, its own page.
    pub(super) fn item(&self, kind: &str, id: &Id) -> Node {
        Node::new(kind)
            .id(&self.place(id))
            .with("url", self.page(id))
    }

    /// A point by its question, and by where it stands what everybody says on
    /// it, in the order of [`Parts::point`].
    pub(super) fn point_in_brief(&self, point: &Point) -> Node {
        let statements = point.statements();
        let claims: Vec<Node> = statements.map(|one| self.item("Claim", &one.id)).collect();
        self.question(point).with("subjectOf", claims)
    }

    /// What is neither a point nor a source, by where it stands.
    pub(super) fn others_in_brief(&self) -> Vec<Node> {
        let dispute = self.view.dispute;
        let documents = dispute.documents.iter();
        let documents = documents.map(|one| self.item("CreativeWork", &one.id));
        let events = dispute.events.iter();
        let events = events.map(|one| self.item("Event", &one.id));
        let open = dispute.open_questions.iter();
        let open = open.map(|one| self.item("Question", &one.id));
        documents.chain(events).chain(open).collect()
    }

    /// The sources by where they stand. Their own addresses are on their pages.
    pub(super) fn sources_in_brief(&self) -> Vec<Node> {
        let sources = self.view.dispute.sources.iter();
        let sources = sources.map(|one| Node::new("CreativeWork").id(&self.place(&one.id)));
        sources.collect()
    }

    /// A point, with what everybody says on it: first one side, then the other,
    /// then others, all in one form. No answer is picked.
    pub(super) fn point(&mut self, point: &Point) -> Node {
        let statements: Vec<Node> = point
            .statements()
            .map(|statement| self.claim(statement))
            .collect();
        self.question(point)
            .with("description", self.ground(point))
            .with("subjectOf", statements)
    }

    /// A point by its question alone.
    pub(super) fn question(&self, point: &Point) -> Node {
        self.item("Question", &point.id)
            .with("name", point.question.as_str())
    }

    /// What both accept and contest on a point, and which side says nothing.
    fn ground(&self, point: &Point) -> Option<String> {
        let words = self.view.words;
        let ground = [
            ((words.accepted_here)(point.status), &point.accepted),
            ((words.contested_here)(point.status), &point.contested),
        ];
        let ground = ground.into_iter().filter_map(|(head, text)| {
            let text = text.as_ref()?;
            Some(format!("{head}: {text}"))
        });
        let absences = point.cells.iter().filter_map(|(side, cell)| match cell {
            Cell::Statements(_) => None,
            Cell::Absence(absence) => Some(format!(
                "{}: {}. {}",
                self.view.dispute.sides.get(side).name,
                (words.absence)(absence.kind),
                absence.note
            )),
        });
        let all: Vec<String> = ground.chain(absences).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// A paper, with what each calls it in the order of the page.
    pub(super) fn document(&mut self, document: &Document) -> Node {
        let mut about = Vec::new();
        for side in [Some(SideKey::First), Some(SideKey::Second), None] {
            let dispute = self.view.dispute;
            let of_side = |one: &&Called| dispute.speaker(one.by).speaks_for.side() == side;
            let called = document.called.iter().filter(of_side);
            about.extend(called.map(|called| self.called(called)));
        }
        about.extend(self.source_references(&document.sources));
        self.item("CreativeWork", &document.id)
            .with("name", document.name.as_str())
            .with("description", document.about.as_str())
            .with("about", self.points(&document.points))
            .with("subjectOf", about)
    }

    /// What happened, and who attests it.
    pub(super) fn event(&mut self, event: &Event) -> Node {
        let attested = self.source_references(&event.sources);
        self.item("Event", &event.id)
            .with("name", event.what.as_str())
            .with("startDate", event.when.date.to_string())
            .with("about", self.points(&event.points))
            .with("subjectOf", attested)
    }

    /// What is not known.
    pub(super) fn open_question(&self, open: &OpenQuestion) -> Node {
        let settled = format!("{}: {}", self.view.words.would_settle, open.settled_by);
        self.item("Question", &open.id)
            .with("name", open.question.as_str())
            .with("description", settled)
            .with("about", self.points(&open.points))
    }

    fn points(&self, ids: &[Id]) -> Vec<Node> {
        let places = ids.iter().map(|id| self.place(id));
        places.map(|place| Node::reference(&place)).collect()
    }

    /// A publication that was read. Its `url` is its own.
    pub(super) fn source(&self, source: &Source) -> Node {
        let link = match &source.link {
            Link::At(address) => Some(address.as_str()),
            Link::NotRecorded(_) => None,
        };
        let outlet = Node::new("Organization").with("name", source.outlet.as_str());
        Node::new("CreativeWork")
            .id(&self.place(&source.id))
            .with("url", link)
            .with("headline", source.headline.as_str())
            .with("author", authors(self.view.words, source))
            .with("archivedAt", source.archived.as_deref())
            .with("publisher", outlet)
            .with("datePublished", source.published.to_string())
            .with("inLanguage", source.language.as_str())
    }

    fn source_references(&mut self, sources: &[SourceIx]) -> Vec<Node> {
        let sources = sources.iter();
        sources
            .map(|source| self.source_reference(*source))
            .collect()
    }

    pub(super) fn source_reference(&mut self, source: SourceIx) -> Node {
        if !self.sources.contains(&source) {
            self.sources.push(source);
        }
        Node::reference(&self.place(&self.view.dispute.source(source).id))
    }

    pub(super) fn speaker_reference(&mut self, speaker: SpeakerIx) -> Node {
        if !self.speakers.contains(&speaker) {
            self.speakers.push(speaker);
        }
        Node::reference(&self.speaker_address(speaker))
    }

    // An underscore can't stand in an id of the data: these meet none of those.

    fn speaker_address(&self, speaker: SpeakerIx) -> String {
        let id = &self.view.dispute.speaker(speaker).id;
        format!("{}#_speaker-{id}", self.whole())
    }

    pub(super) fn side_address(&self, side: SideKey) -> String {
        let id = &self.view.dispute.sides.get(side).id;
        format!("{}#_side-{id}", self.whole())
    }

    /// The speakers that were referred to, and with them both sides.
    pub(super) fn parties(&self) -> Vec<Node> {
        let dispute = self.view.dispute;
        if self.speakers.is_empty() {
            return Vec::new();
        }
        let sides = dispute.sides.iter().map(|(key, side)| {
            Node::new("Organization")
                .id(&self.side_address(key))
                .with("name", side.name.as_str())
        });
        let speakers = self.speakers.iter().map(|ix| {
            let speaker = dispute.speaker(*ix);
            let person = speaker.role.is_some() || !speaker.named;
            // What a source calls somebody is no name.
            let called = if speaker.named { "name" } else { "description" };
            Node::new(if person { "Person" } else { "Organization" })
                .id(&self.speaker_address(*ix))
                .with(called, speaker.name.as_str())
                .with("jobTitle", speaker.role.as_deref())
        });
        sides.chain(speakers).collect()
    }

    /// The sources that were referred to.
    pub(super) fn sources(&self) -> Vec<Node> {
        let sources = self.sources.iter();
        let sources = sources.map(|ix| self.source(self.view.dispute.source(*ix)));
        sources.collect()
    }

    /// The corrections for which `of` holds, each with those of the items it
    /// concerns that are `known` on the page. They are of this explainer, not of
    /// what it reports.
    pub(super) fn corrections(
        &self,
        of: impl Fn(&Revision) -> bool,
        known: impl Fn(&Id) -> bool,
    ) -> Vec<Node> {
        let dispute = self.view.dispute;
        let corrections = dispute.revisions.iter();
        let corrections = corrections.filter(|one| one.kind == RevisionKind::Correction && of(one));
        let node = |revision: &Revision| {
            let items = revision.items.iter();
            let items = items.filter_map(|id| match dispute.follow(id.as_str()) {
                Some(ItemRef::Item(item)) => Some(item.id()),
                _ => None,
            });
            let items: Vec<Node> = items
                .filter(|id| known(id))
                .map(|id| Node::reference(&self.place(id)))
                .collect();
            Node::new("CorrectionComment")
                .with("text", revision.what.as_str())
                .with("datePublished", revision.date.to_string())
                .with("inLanguage", dispute.language.as_str())
                .with("about", items)
        };
        corrections.map(node).collect()
    }
}

/// Who signed a source: people and bodies.
fn authors(words: &Words, source: &Source) -> Vec<Node> {
    let authors = Author::of_source(words, source);
    let named = authors.iter().filter(|author| author.is_named());
    let nodes = named.map(|author| {
        let (name, is_person) = author.name();
        let kind = if is_person { "Person" } else { "Organization" };
        Node::new(kind).with("name", name)
    });
    nodes.collect()
}
