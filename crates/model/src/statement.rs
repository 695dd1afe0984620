//! Statements on a point.

use crate::{Chain, Compared, Id, SourceIx, SpeakerIx, When, Wording};

/// One utterance by one speaker on one point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statement {
    /// The statement's id.
    pub id: Id,
    /// Who said it. For a summary, whose position is summarised.
    pub speaker: SpeakerIx,
    /// The outlet that summarises a side's position in its own words. Nobody uttered
    /// those words, so they are neither named nor first-hand.
    pub summarised_by: Option<String>,
    /// The words, as the source at the end of `chain` has them.
    pub wording: Wording,
    /// When it was said.
    pub when: When,
    /// How it reached the source that was read.
    pub chain: Chain,
    /// How other outlets word the same utterance.
    pub renderings: Vec<Rendering>,
    /// A note for readers, in our own words.
    pub note: Option<String>,
}

/// How one outlet words an utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rendering {
    /// The words, as the source at the end of `chain` has them.
    pub wording: Wording,
    /// How that outlet names the speaker, if it differs from `speaker`.
    pub attributed_to: Option<String>,
    /// How it reached the source that was read.
    pub chain: Chain,
    /// A note for readers, in our own words.
    pub note: Option<String>,
    /// How it differs from the statement's own words. Computed.
    pub compared: Compared,
}

impl Statement {
    /// Whether it is in the words of an outlet and not of a speaker.
    #[must_use]
    pub const fn is_summary(&self) -> bool {
        self.summarised_by.is_some()
    }

    /// Whether `rendering` is from the publication that the statement itself is
    /// quoted from: another passage, not another outlet.
    #[must_use]
    pub fn is_in_same_report(&self, rendering: &Rendering) -> bool {
        rendering.chain.source == self.chain.source
    }

    /// Every source it rests on: the final sources of its chains, the sources along
    /// the way, and those that give its day and the dates of its hops. May contain
    /// repeats.
    pub fn sources(&self) -> impl Iterator<Item = SourceIx> {
        let chains = std::iter::once(&self.chain)
            .chain(self.renderings.iter().map(|rendering| &rendering.chain));
        let read = chains.flat_map(|chain| chain.read_sources().chain(chain.date_sources()));
        read.chain(self.when.source)
    }
}
