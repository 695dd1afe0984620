//! What was said, as nodes: a `Claim` for a statement, a `Quotation` for what of
//! it is verbatim. Every side's in one form.

use says_who_model::{
    Called, Chain, Outlet, RelayKind, SourceIx, Span, SpeakerIx, Statement, Wording,
};

use super::node::Node;
use super::parts::Parts;

impl Parts<'_> {
    /// What somebody said: who, for which side, when, where it appeared, and
    /// what of it is verbatim.
    pub(super) fn claim(&mut self, statement: &Statement) -> Node {
        let mut read: Vec<SourceIx> = Vec::new();
        for chain in chains(statement) {
            let relays = chain.relays.iter().filter_map(|relay| match relay.by {
                Outlet::Read(source) => Some(source),
                Outlet::Named(_) | Outlet::NotStated => None,
            });
            for source in relays.chain([chain.source]) {
                if !read.contains(&source) {
                    read.push(source);
                }
            }
        }
        let own = (&statement.wording, statement.chain.source);
        let renderings = statement.renderings.iter();
        let renderings = renderings.map(|one| (&one.wording, one.chain.source));
        let mut quotations = Vec::new();
        for (wording, source) in [own].into_iter().chain(renderings) {
            quotations.extend(self.quotations(statement.speaker, wording, source));
        }
        let first = self.first_appearance(statement, &read);
        let first = first.map(|source| self.source_reference(source));
        let appearances: Vec<Node> = read
            .iter()
            .map(|source| self.source_reference(*source))
            .collect();
        let claim = self.item("Claim", &statement.id);
        let claim = match &statement.summarised_by {
            Some(outlet) => self.summed_up_by(claim, outlet, statement.speaker),
            None => self.said_by(claim, statement.speaker),
        };
        claim
            .with("text", statement.wording.in_marks())
            .with("inLanguage", statement.wording.language.as_str())
            .with("dateCreated", statement.when.date.to_string())
            .with("firstAppearance", first)
            .with("appearance", appearances)
            .with("hasPart", quotations)
    }

    /// The first source known to have carried a statement: the one published
    /// before all others. Nothing where two have the same day, or where an
    /// outlet that was not read may have been before them.
    fn first_appearance(&self, statement: &Statement, read: &[SourceIx]) -> Option<SourceIx> {
        let known = chains(statement).all(|chain| {
            let first = chain.relays.first().map_or(chain.kind, |relay| relay.kind);
            let mut relays = chain.relays.iter();
            first == RelayKind::Reported && relays.all(|relay| matches!(relay.by, Outlet::Read(_)))
        });
        let day = |source: &SourceIx| self.view.dispute.source(*source).published;
        let first = read.iter().copied().min_by_key(day)?;
        let alone = read
            .iter()
            .filter(|other| day(other) == day(&first))
            .count()
            == 1;
        (known && alone).then_some(first)
    }

    /// The verbatim parts of a text, with the source that prints them.
    fn quotations(&mut self, speaker: SpeakerIx, wording: &Wording, source: SourceIx) -> Vec<Node> {
        let spoken = wording.spoken_in.as_ref();
        let spoken =
            spoken.map(|language| Node::new("Quotation").with("inLanguage", language.as_str()));
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
                .with("translationOfWork", spoken.clone())
        };
        verbatim.map(quotation).collect()
    }

    /// Puts who said it and, where they spoke for a side, for which.
    fn said_by(&mut self, node: Node, speaker: SpeakerIx) -> Node {
        let side = self.view.dispute.speaker(speaker).speaks_for.side();
        node.with("author", self.speaker_reference(speaker)).with(
            "sourceOrganization",
            side.map(|side| Node::reference(&self.side_address(side))),
        )
    }

    /// Puts the outlet that sums up a position, and the side whose it is.
    fn summed_up_by(&self, node: Node, outlet: &str, speaker: SpeakerIx) -> Node {
        let side = self.view.dispute.speaker(speaker).speaks_for.side();
        node.with("author", Node::new("Organization").with("name", outlet))
            .with(
                "about",
                side.map(|side| Node::reference(&self.side_address(side))),
            )
    }

    /// What somebody calls a document.
    pub(super) fn called(&mut self, called: &Called) -> Node {
        let source = self.source_reference(called.source);
        let quotations = self.quotations(called.by, &called.wording, called.source);
        self.said_by(Node::new("Claim"), called.by)
            .with("text", called.wording.in_marks())
            .with("inLanguage", called.wording.language.as_str())
            .with("appearance", source)
            .with("hasPart", quotations)
    }
}

/// Every way by which a statement came here.
fn chains(statement: &Statement) -> impl Iterator<Item = &Chain> {
    let renderings = statement.renderings.iter();
    std::iter::once(&statement.chain).chain(renderings.map(|one| &one.chain))
}
