//! How even a dispute is, in figures: what each side is given, and on what it
//! rests. Computed from the data; they accuse nobody, they let a reader look.

use crate::{Dispute, Id, PerSide, SourceIx};

/// The figures of a dispute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Figures {
    /// All points together, those about what came after included.
    pub whole: PerSide<Balance>,
    /// Each point, in the order of [`Dispute::all_points`].
    pub points: Vec<PerSide<Balance>>,
    /// Summaries in an outlet's own words, whosever position they sum up.
    pub summaries: u32,
    /// Quotations: how many texts hold some, and in how many of them all were
    /// found in their source's text.
    pub quoting: u32,
    /// See `quoting`.
    pub verified: u32,
    /// Reasons that are given more than twice for quotations that are not
    /// verified, those that cover the most first.
    pub waivers: Vec<Waiver>,
    /// Statements that rest on one source alone.
    pub single_sourced: Vec<Id>,
    /// Sources that one statement, document or event alone rests on, and no
    /// absence was searched in.
    pub cited_once: Vec<SourceIx>,
    /// Statements whose own words hold quotations that are not verified.
    pub unverified: Vec<Id>,
    /// Points on which a side is absent although not every source of the other
    /// side's statements there was searched for it.
    pub not_searched: Vec<Id>,
    /// Reporting verbs in our own voice that judge what they report.
    pub loaded: Vec<Loaded>,
}

/// What one side is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Balance {
    /// Statements.
    pub statements: u32,
    /// Words in them.
    pub words: u32,
    /// Statements of speakers who are named.
    pub named: u32,
    /// Summaries of its position in an outlet's own words: of nobody, named or not.
    pub summarised: u32,
    /// Statements that are nothing but quotation.
    pub quoted: u32,
    /// Statements that are paraphrase and nothing else, summaries apart.
    pub paraphrased: u32,
    /// Different sources that they rest on.
    pub sources: u32,
}

/// A reason why quotations are not verified, given more than twice.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Waiver {
    /// The reason.
    pub reason: String,
    /// The texts for which it stands: statements, renderings, names of documents.
    pub texts: u32,
    /// The quotations in them.
    pub quotations: u32,
}

/// A word that judges where we only report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Loaded {
    /// The word as it stands there.
    pub word: String,
    /// A word to put for it.
    pub neutral: String,
    /// The item whose text it stands in; none where it is of the whole.
    pub item: Option<Id>,
}

impl Balance {
    /// Statements of speakers who are not named.
    #[must_use]
    pub const fn unnamed(&self) -> u32 {
        self.statements - self.named - self.summarised
    }

    /// Statements that are partly quoted.
    #[must_use]
    pub const fn mixed(&self) -> u32 {
        self.statements - self.quoted - self.paraphrased - self.summarised
    }
}

impl Dispute {
    /// How even it is, in figures.
    #[must_use]
    pub const fn figures(&self) -> &Figures {
        &self.figures
    }
}
