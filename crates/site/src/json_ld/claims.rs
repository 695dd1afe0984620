//! The nodes of statements: a `Claim` for each statement, a `Quotation` for each
//! verbatim part. The form is the same for every side.

use says_who_model::{
    Called, Chain, Outlet, RelayKind, SourceIx, Span, SpeakerIx, Statement, Wording,
};

use super::node::Node;
use super::node_builder::NodeBuilder;

impl NodeBuilder<'_> {
    /// A statement: who said it, for which side, when, where it appeared, and its
    /// verbatim parts.
    pub(super) fn claim(&mut self, statement: &Statement) -> Node {
        let mut sources: Vec<SourceIx> = Vec::new();
        for chain in chains(statement) {
            let relays = chain.relays.iter().filter_map(|relay| match relay.by {
                Outlet::Read(source) => Some(source),
                Outlet::Named(_) | Outlet::NotStated => None,
            });
            for source in relays.chain([chain.source]) {
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
            quotations.extend(self.quotations(statement.speaker, wording, source));
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
            .with("dateCreated", statement.when.date.to_string())
            .with("firstAppearance", first)
            .with("appearance", appearances)
            .with("hasPart", quotations)
    }

    /// The source that published a statement first. `None` if two sources have the
    /// same date, or if an outlet that was not read may have been earlier.
    fn first_appearance(&self, statement: &Statement, sources: &[SourceIx]) -> Option<SourceIx> {
        let all_read = chains(statement).all(|chain| {
            let first = chain.relays.first().map_or(chain.kind, |relay| relay.kind);
            let mut relays = chain.relays.iter();
            first == RelayKind::Reported && relays.all(|relay| matches!(relay.by, Outlet::Read(_)))
        });
        let day = |source: &SourceIx| self.context.dispute.source(*source).published;
        let first = sources.iter().copied().min_by_key(day)?;
        let is_unique = sources
            .iter()
            .filter(|other| day(other) == day(&first))
            .count()
            == 1;
        (all_read && is_unique).then_some(first)
    }

    /// The verbatim parts of a wording, with the source that quotes them.
    fn quotations(&mut self, speaker: SpeakerIx, wording: &Wording, source: SourceIx) -> Vec<Node> {
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
                .with("author", self.speaker_reference(speaker))
                .with("isBasedOn", self.source_reference(source))
                .with("translationOfWork", original.clone())
        };
        verbatim.map(quotation).collect()
    }

    /// Sets the speaker and, if they spoke for a side, the side.
    fn with_speaker(&mut self, node: Node, speaker: SpeakerIx) -> Node {
        let side = self.context.dispute.speaker(speaker).speaks_for.side();
        node.with("author", self.speaker_reference(speaker)).with(
            "sourceOrganization",
            side.map(|side| Node::reference(&self.side_url(side))),
        )
    }

    /// Sets the outlet that summarises a position, and the side that holds it.
    fn with_summarising_outlet(&self, node: Node, outlet: &str, speaker: SpeakerIx) -> Node {
        let side = self.context.dispute.speaker(speaker).speaks_for.side();
        node.with("author", Node::new("Organization").with("name", outlet))
            .with(
                "about",
                side.map(|side| Node::reference(&self.side_url(side))),
            )
    }

    /// What a speaker calls a document.
    pub(super) fn called(&mut self, called: &Called) -> Node {
        let source = self.source_reference(called.source);
        let quotations = self.quotations(called.by, &called.wording, called.source);
        self.with_speaker(Node::new("Claim"), called.by)
            .with("text", called.wording.with_quotation_marks())
            .with("inLanguage", called.wording.language.as_str())
            .with("appearance", source)
            .with("hasPart", quotations)
    }
}

/// The chains of a statement and of its renderings.
fn chains(statement: &Statement) -> impl Iterator<Item = &Chain> {
    let renderings = statement.renderings.iter();
    std::iter::once(&statement.chain).chain(renderings.map(|one| &one.chain))
}
