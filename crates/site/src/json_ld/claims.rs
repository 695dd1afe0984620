//! The nodes of statements: a `Claim` for each statement, a `Quotation` for each
//! verbatim part. The form is the same for every side.

use says_who_model::{
    Called, Chain, Event, Outlet, SideKey, SourceIx, Span, SpeakerIx, SpeakerOrSide, Statement,
    Wording,
};

use super::node::Node;
use super::node_builder::NodeBuilder;

impl NodeBuilder<'_> {
    /// A statement: who said it, for which side, when, where it appeared, and its
    /// verbatim parts.
    pub(super) fn claim(&mut self, statement: &Statement) -> Node {
        let mut sources: Vec<SourceIx> = Vec::new();
        for chain in chains(statement) {
            for source in chain.read_sources() {
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
        }
        let main = (&statement.wording, statement.chain.source);
        let renderings = statement.renderings.iter();
        let renderings = renderings.map(|one| (&one.wording, one.chain.source));
        let mut quotations = Vec::new();
        for (wording, source) in [main].into_iter().chain(renderings) {
            let by = SpeakerOrSide::Speaker(statement.speaker);
            quotations.extend(self.quotations(by, wording, source));
        }
        let first = self.first_appearance(statement, &sources);
        let first = first.map(|source| self.source_reference(source));
        let appearances: Vec<Node> = sources
            .iter()
            .map(|source| self.source_reference(*source))
            .collect();
        let claim = self.item_node("Claim", &statement.id);
        let claim = match &statement.summarised_by {
            Some(outlet) => self.with_summarising_outlet(claim, outlet, statement.speaker),
            None => self.with_speaker(claim, statement.speaker),
        };
        claim
            .with("text", statement.wording.with_quotation_marks())
            .with("inLanguage", statement.wording.language.as_str())
            .with("dateCreated", statement.when.iso_8601())
            .with("firstAppearance", first)
            .with("appearance", appearances)
            .with("hasPart", quotations)
    }

    /// The source that published a statement first. `None` if two sources have the
    /// same date, or if an outlet or an agency
    /// that was not read may have been earlier.
    fn first_appearance(&self, statement: &Statement, sources: &[SourceIx]) -> Option<SourceIx> {
        let all_read = chains(statement).all(|chain| {
            let mut relays = chain.relays();
            let first = chain.relays().next().map_or(chain.kind, |relay| relay.kind);
            first.is_from_speaker()
                && chain.is_known()
                && relays.all(|relay| matches!(relay.by, Outlet::Read(_)))
        });
        let is_copy = |source: &SourceIx| {
            let source = self.context.dispute.source(*source);
            source.agency.is_some()
        };
        // Sources whose day is not known may be earlier.
        let day = |source: &SourceIx| self.context.dispute.source(*source).published.day();
        let all_dated = sources.iter().all(|source| day(source).is_some());
        let first = sources.iter().copied().min_by_key(day)?;
        let is_unique = sources
            .iter()
            .filter(|other| day(other) == day(&first))
            .count()
            == 1;
        (all_read && all_dated && is_unique && !is_copy(&first)).then_some(first)
    }

    /// The verbatim parts of a wording, with the source that quotes them.
    fn quotations(&mut self, by: SpeakerOrSide, wording: &Wording, source: SourceIx) -> Vec<Node> {
        let original = wording.spoken_in.as_ref();
        let original =
            original.map(|language| Node::new("Quotation").with("inLanguage", language.as_str()));
        let verbatim = wording.spans.iter().filter_map(|span| match span {
            Span::Verbatim(words) => Some(words.as_str()),
            Span::Paraphrase(_) => None,
        });
        let quotation = |words| {
            Node::new("Quotation")
                .with("text", words)
                .with("inLanguage", wording.language.as_str())
                .with("author", self.author(by))
                .with("isBasedOn", self.source_reference(source))
                .with("translationOfWork", original.clone())
        };
        verbatim.map(quotation).collect()
    }

    /// Sets the speaker and, if they spoke for a side or a party, that.
    fn with_speaker(&mut self, node: Node, speaker: SpeakerIx) -> Node {
        let organization = self.organization_reference(speaker);
        node.with("author", self.speaker_reference(speaker))
            .with("sourceOrganization", organization)
    }

    /// Sets the outlet that summarises a position, and the side or party that holds it.
    fn with_summarising_outlet(&mut self, node: Node, outlet: &str, speaker: SpeakerIx) -> Node {
        node.with("author", Node::new("Organization").with("name", outlet))
            .with("about", self.organization_reference(speaker))
    }

    /// Sets the speaker, or the side as a whole, and the side that they speak for.
    fn with_author(&mut self, node: Node, by: SpeakerOrSide) -> Node {
        match by {
            SpeakerOrSide::Speaker(speaker) => self.with_speaker(node, speaker),
            SpeakerOrSide::Side(_) => node.with("author", self.author(by)),
        }
    }

    /// A speaker, who is described elsewhere, or a side as a whole.
    fn author(&mut self, by: SpeakerOrSide) -> Node {
        match by {
            SpeakerOrSide::Speaker(speaker) => self.speaker_reference(speaker),
            SpeakerOrSide::Side(side) => Node::new("Organization")
                .id(&self.side_url(side))
                .with("name", self.context.dispute.sides.get(side).name.as_str()),
        }
    }

    /// What each side and others say of an event that is not certain.
    pub(super) fn accounts(&mut self, event: &Event) -> Vec<Node> {
        let mut all = Vec::new();
        for side in [Some(SideKey::First), Some(SideKey::Second), None] {
            let dispute = self.context.dispute;
            let accounts = event.accounts.iter();
            let accounts = accounts.filter(|one| dispute.side_of(one.by) == side);
            all.extend(accounts.map(|one| self.claim_of_words(one.by, &one.wording, one.source)));
        }
        all
    }

    /// What somebody calls a document.
    pub(super) fn called(&mut self, called: &Called) -> Node {
        self.claim_of_words(called.by, &called.wording, called.source)
    }

    /// The words of a speaker, or of a side as a whole, that are not a statement.
    fn claim_of_words(&mut self, by: SpeakerOrSide, wording: &Wording, source: SourceIx) -> Node {
        let appearance = self.source_reference(source);
        let quotations = self.quotations(by, wording, source);
        self.with_author(Node::new("Claim"), by)
            .with("text", wording.with_quotation_marks())
            .with("inLanguage", wording.language.as_str())
            .with("appearance", appearance)
            .with("hasPart", quotations)
    }
}

/// What is not certain is a claim, not an event.
pub(super) fn event_type(event: &Event) -> &'static str {
    if event.doubt.is_some() {
        "Claim"
    } else {
        "Event"
    }
}

/// The chains of a statement and of its renderings.
fn chains(statement: &Statement) -> impl Iterator<Item = &Chain> {
    let renderings = statement.renderings.iter();
    std::iter::once(&statement.chain).chain(renderings.map(|one| &one.chain))
}
