//! Builds the nodes of points, documents, events and open questions.

use says_who_model::{
    Called, Cell, Document, Event, Id, OpenQuestion, PartyIx, Point, SideKey, SourceIx, SpeakerIx,
};
use says_who_view::context::RenderContext;
use says_who_view::shareable::Shareable;

use super::claims::event_type;
use super::node::Node;

/// Builds nodes and records the speakers and sources that they refer to.
pub(super) struct NodeBuilder<'a> {
    pub(super) context: RenderContext<'a>,
    pub(super) speakers: Vec<SpeakerIx>,
    pub(super) parties: Vec<PartyIx>,
    pub(super) sources: Vec<SourceIx>,
}

impl<'a> NodeBuilder<'a> {
    pub(super) fn new(context: RenderContext<'a>) -> Self {
        Self {
            context,
            speakers: Vec::new(),
            parties: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// The explainer's URL, which is its `@id`.
    pub(super) fn explainer_url(&self) -> String {
        self.context.citation_url(&Shareable::Whole)
    }

    /// The URL of an item's anchor on the explainer's page, which is its `@id`. A
    /// speaker's `@id` is older than their page.
    pub(super) fn anchor_url(&self, id: &Id) -> String {
        if self.context.dispute.is_speaker(id) {
            return format!("{}#_speaker-{id}", self.explainer_url());
        }
        format!("{}#{id}", self.explainer_url())
    }

    pub(super) fn page_url(&self, id: &Id) -> String {
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
        let events = events.map(|one| self.item_node(event_type(one), &one.id));
        let open = dispute.open_questions.iter();
        let open = open.map(|one| self.item_node("Question", &one.id));
        documents.chain(events).chain(open).collect()
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
            Cell::Absence(absence) => {
                let said = absence.words.as_ref();
                let said = said.map(|words| words.wording.with_quotation_marks());
                Some(format!(
                    "{}: {}. {}{}{}",
                    self.context.dispute.sides.get(side).name,
                    (words.absence)(absence.kind),
                    absence.note,
                    if said.is_some() { " " } else { "" },
                    said.unwrap_or_default()
                ))
            }
        });
        let all: Vec<String> = ground.chain(absences).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// A document with the names that each side and others give it, in the order of
    /// the page.
    pub(super) fn document(&mut self, document: &Document) -> Node {
        let mut about = Vec::new();
        let dispute = self.context.dispute;
        for side in SideKey::BOTH {
            let of_side = |one: &&Called| dispute.side_of(one.by) == Some(side);
            let called = document.called.iter().filter(of_side);
            about.extend(called.map(|called| self.called(called)));
        }
        let others = document.called.iter();
        let others = others.filter(|one| dispute.side_of(one.by).is_none());
        let others = dispute
            .by_voice(others, |called| dispute.voice_of(called.by))
            .into_iter();
        about.extend(
            others
                .flat_map(|(_, group)| group)
                .map(|called| self.called(called)),
        );
        about.extend(self.source_references(&document.sources));
        self.item_node("CreativeWork", &document.id)
            .with("name", document.name.as_str())
            .with("description", document.about.as_str())
            .with("sameAs", document.link.as_deref())
            .with("about", self.point_references(&document.points))
            .with("subjectOf", about)
    }

    /// An event, the sources that attest it, and each side's account of one that is not
    /// certain.
    pub(super) fn event(&mut self, event: &Event) -> Node {
        let day = event.when.iso_8601().filter(|_| event.doubt.is_none());
        let mut attested = self.accounts(event);
        attested.extend(self.source_references(&event.sources));
        self.item_node(event_type(event), &event.id)
            .with("name", self.context.words.event_title(event))
            .with("startDate", day)
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

    pub(super) fn speaker_reference(&mut self, speaker: SpeakerIx) -> Node {
        if !self.speakers.contains(&speaker) {
            self.speakers.push(speaker);
        }
        Node::reference(&self.speaker_url(speaker))
    }

    // An id in the data has no underscore, so these fragments can't collide.

    pub(super) fn speaker_url(&self, speaker: SpeakerIx) -> String {
        self.anchor_url(&self.context.dispute.speaker(speaker).id)
    }

    pub(super) fn side_url(&self, side: SideKey) -> String {
        let id = &self.context.dispute.sides.get(side).id;
        format!("{}#_side-{id}", self.explainer_url())
    }
}
