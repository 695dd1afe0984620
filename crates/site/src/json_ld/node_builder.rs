//! Builds the nodes of a dispute and its items.
//!
//! A speaker with a role is a `Person`, and so is an unnamed one, who is an
//! official; a name without a role is that of an `Organization`. All sources are
//! `CreativeWork`, because the data doesn't say whether a source is a news report or
//! a court document.

use says_who_model::{
    Called, Cell, Document, Event, Id, ItemRef, Link, OpenQuestion, Point, Revision, RevisionKind,
    SideKey, Source, SourceIx, SpeakerIx,
};
use says_who_view::citations::Author;
use says_who_view::context::RenderContext;
use says_who_view::shareable::Shareable;
use says_who_view::words::Words;

use super::node::Node;

/// Builds nodes and records the speakers and sources that they refer to.
pub(super) struct NodeBuilder<'a> {
    pub(super) context: RenderContext<'a>,
    speakers: Vec<SpeakerIx>,
    sources: Vec<SourceIx>,
}

impl<'a> NodeBuilder<'a> {
    pub(super) fn new(context: RenderContext<'a>) -> Self {
        Self {
            context,
            speakers: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// The explainer's URL, which is its `@id`.
    pub(super) fn explainer_url(&self) -> String {
        self.context.citation_url(&Shareable::Whole)
    }

    /// The URL of an item's anchor on the explainer's page, which is its `@id`.
    pub(super) fn anchor_url(&self, id: &Id) -> String {
        format!("{}#{id}", self.explainer_url())
    }

    fn page_url(&self, id: &Id) -> String {
        self.context.absolute_url(&self.context.item_page_url(id))
    }

    /// An item with its two URLs: its anchor as `@id`, its own page as `url`.
    pub(super) fn item_node(&self, kind: &str, id: &Id) -> Node {
        Node::new(kind)
            .id(&self.anchor_url(id))
            .with("url", self.page_url(id))
    }

    /// A point with its question, and a stub of each statement on it, in the order
    /// of [`NodeBuilder::point`].
    pub(super) fn point_stub(&self, point: &Point) -> Node {
        let statements = point.statements();
        let claims: Vec<Node> = statements
            .map(|one| self.item_node("Claim", &one.id))
            .collect();
        self.question(point).with("subjectOf", claims)
    }

    /// Stubs of the documents, events and open questions.
    pub(super) fn other_stubs(&self) -> Vec<Node> {
        let dispute = self.context.dispute;
        let documents = dispute.documents.iter();
        let documents = documents.map(|one| self.item_node("CreativeWork", &one.id));
        let events = dispute.events.iter();
        let events = events.map(|one| self.item_node("Event", &one.id));
        let open = dispute.open_questions.iter();
        let open = open.map(|one| self.item_node("Question", &one.id));
        documents.chain(events).chain(open).collect()
    }

    /// Stubs of the sources. The sources' own URLs are on their pages.
    pub(super) fn source_stubs(&self) -> Vec<Node> {
        let sources = self.context.dispute.sources.iter();
        let sources = sources.map(|one| Node::new("CreativeWork").id(&self.anchor_url(&one.id)));
        sources.collect()
    }

    /// A point with all statements on it: the first side's, the second side's, then
    /// those of others, all in the same form. None is marked as the answer.
    pub(super) fn point(&mut self, point: &Point) -> Node {
        let statements: Vec<Node> = point
            .statements()
            .map(|statement| self.claim(statement))
            .collect();
        self.question(point)
            .with("description", self.point_description(point))
            .with("subjectOf", statements)
    }

    /// A point with its question only.
    pub(super) fn question(&self, point: &Point) -> Node {
        self.item_node("Question", &point.id)
            .with("name", point.question.as_str())
    }

    /// What both sides accept and contest on a point, and why a side has no
    /// statement.
    fn point_description(&self, point: &Point) -> Option<String> {
        let words = self.context.words;
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
                self.context.dispute.sides.get(side).name,
                (words.absence)(absence.kind),
                absence.note
            )),
        });
        let all: Vec<String> = ground.chain(absences).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// A document with the names that each side and others give it, in the order of
    /// the page.
    pub(super) fn document(&mut self, document: &Document) -> Node {
        let mut about = Vec::new();
        for side in [Some(SideKey::First), Some(SideKey::Second), None] {
            let dispute = self.context.dispute;
            let of_side = |one: &&Called| dispute.speaker(one.by).speaks_for.side() == side;
            let called = document.called.iter().filter(of_side);
            about.extend(called.map(|called| self.called(called)));
        }
        about.extend(self.source_references(&document.sources));
        self.item_node("CreativeWork", &document.id)
            .with("name", document.name.as_str())
            .with("description", document.about.as_str())
            .with("about", self.point_references(&document.points))
            .with("subjectOf", about)
    }

    /// An event and the sources that attest it.
    pub(super) fn event(&mut self, event: &Event) -> Node {
        let attested = self.source_references(&event.sources);
        self.item_node("Event", &event.id)
            .with("name", event.what.as_str())
            .with("startDate", event.when.date.to_string())
            .with("about", self.point_references(&event.points))
            .with("subjectOf", attested)
    }

    /// An open question and what would settle it.
    pub(super) fn open_question(&self, open: &OpenQuestion) -> Node {
        let settled = format!("{}: {}", self.context.words.would_settle, open.settled_by);
        self.item_node("Question", &open.id)
            .with("name", open.question.as_str())
            .with("description", settled)
            .with("about", self.point_references(&open.points))
    }

    fn point_references(&self, ids: &[Id]) -> Vec<Node> {
        let places = ids.iter().map(|id| self.anchor_url(id));
        places.map(|place| Node::reference(&place)).collect()
    }

    /// A source. Its `url` is that of the publication, not a page of the site.
    pub(super) fn source(&self, source: &Source) -> Node {
        let link = match &source.link {
            Link::At(address) => Some(address.as_str()),
            Link::NotRecorded(_) => None,
        };
        let outlet = Node::new("Organization").with("name", source.outlet.as_str());
        Node::new("CreativeWork")
            .id(&self.anchor_url(&source.id))
            .with("url", link)
            .with("headline", source.headline.as_str())
            .with("author", authors(self.context.words, source))
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
        Node::reference(&self.anchor_url(&self.context.dispute.source(source).id))
    }

    pub(super) fn speaker_reference(&mut self, speaker: SpeakerIx) -> Node {
        if !self.speakers.contains(&speaker) {
            self.speakers.push(speaker);
        }
        Node::reference(&self.speaker_url(speaker))
    }

    // An id in the data has no underscore, so these fragments can't collide.

    fn speaker_url(&self, speaker: SpeakerIx) -> String {
        let id = &self.context.dispute.speaker(speaker).id;
        format!("{}#_speaker-{id}", self.explainer_url())
    }

    pub(super) fn side_url(&self, side: SideKey) -> String {
        let id = &self.context.dispute.sides.get(side).id;
        format!("{}#_side-{id}", self.explainer_url())
    }

    /// The speakers that were referred to, and both sides if there are any.
    pub(super) fn parties(&self) -> Vec<Node> {
        let dispute = self.context.dispute;
        if self.speakers.is_empty() {
            return Vec::new();
        }
        let sides = dispute.sides.iter().map(|(key, side)| {
            Node::new("Organization")
                .id(&self.side_url(key))
                .with("name", side.name.as_str())
        });
        let speakers = self.speakers.iter().map(|ix| {
            let speaker = dispute.speaker(*ix);
            let is_person = speaker.role.is_some() || !speaker.named;
            // "A senior official" is a description, not a name.
            let property = if speaker.named { "name" } else { "description" };
            Node::new(if is_person { "Person" } else { "Organization" })
                .id(&self.speaker_url(*ix))
                .with(property, speaker.name.as_str())
                .with("jobTitle", speaker.role.as_deref())
        });
        sides.chain(speakers).collect()
    }

    /// The sources that were referred to.
    pub(super) fn sources(&self) -> Vec<Node> {
        let sources = self.sources.iter();
        let sources = sources.map(|ix| self.source(self.context.dispute.source(*ix)));
        sources.collect()
    }

    /// The corrections for which `is_relevant` holds, each with the items that it
    /// concerns and that are described on the page. They correct this explainer,
    /// not what it reports.
    pub(super) fn corrections(
        &self,
        is_relevant: impl Fn(&Revision) -> bool,
        is_on_page: impl Fn(&Id) -> bool,
    ) -> Vec<Node> {
        let dispute = self.context.dispute;
        let corrections = dispute.revisions.iter();
        let corrections = corrections
            .filter(|revision| revision.kind == RevisionKind::Correction && is_relevant(revision));
        let node = |revision: &Revision| {
            let items = revision.items.iter();
            let items = items.filter_map(|id| match dispute.follow(id.as_str()) {
                Some(ItemRef::Item(item)) => Some(item.id()),
                _ => None,
            });
            let items: Vec<Node> = items
                .filter(|id| is_on_page(id))
                .map(|id| Node::reference(&self.anchor_url(id)))
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

/// The named authors of a source: people and organizations.
fn authors(words: &Words, source: &Source) -> Vec<Node> {
    let authors = Author::source_authors(words, source);
    let named = authors.iter().filter(|author| author.is_named());
    let nodes = named.map(|author| {
        let (name, is_person) = author.name();
        let kind = if is_person { "Person" } else { "Organization" };
        Node::new(kind).with("name", name)
    });
    nodes.collect()
}
