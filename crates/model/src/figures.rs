//! Figures on how even-handed a dispute is: how much room each side gets, and what
//! it is based on. Computed from the data. They are not an accusation; they let
//! readers check.

use crate::{Dispute, Id, PerSide, SourceIx, SpeaksFor};

/// The figures of a dispute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Figures {
    /// All points together, including those about what came after the as-of date.
    pub whole: PerSide<Balance>,
    /// Per point, in the order of [`Dispute::all_points`].
    pub points: Vec<PerSide<Balance>>,
    /// The voices beside the sides: the parties that have statements, in the order of
    /// the data, then the press, then all others.
    pub others: Vec<VoiceBalance>,
    /// Summaries in an outlet's own words, of whichever side's position.
    pub summaries: u32,
    /// How many texts contain quotations. See also `verified`.
    pub quoting: u32,
    /// In how many of those texts every quotation was found in its source's text.
    pub verified: u32,
    /// Reasons given more than twice for unverified quotations, those covering the
    /// most quotations first.
    pub waivers: Vec<Waiver>,
    /// Statements with a single source; copies of an agency's reports are one.
    pub single_sourced: Vec<Id>,
    /// Sources that only one statement, document or event cites and that were not
    /// searched for any absence.
    pub cited_once: Vec<SourceIx>,
    /// Statements whose own wording has unverified quotations.
    pub unverified: Vec<Id>,
    /// Points with an absence of one side for which not every source of the other
    /// side's statements there was searched.
    pub not_searched: Vec<Id>,
    /// Loaded reporting verbs in our own voice.
    pub loaded: Vec<LoadedWord>,
}

/// The share of a voice beside the sides.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VoiceBalance {
    /// Whose voice it is; never a side's.
    pub voice: SpeaksFor,
    /// Its share.
    pub balance: Balance,
}

/// The share of one side or voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Balance {
    /// Statements.
    pub statements: u32,
    /// Words in them.
    pub words: u32,
    /// Statements of speakers who are named.
    pub named: u32,
    /// Summaries of its position in an outlet's own words. They count neither as
    /// named nor as unnamed.
    pub summarised: u32,
    /// Statements that are entirely quoted.
    pub quoted: u32,
    /// Statements that are entirely paraphrased, not counting summaries.
    pub paraphrased: u32,
    /// Distinct sources of the statements; copies of an agency's reports are one.
    pub sources: u32,
}

/// A reason given more than twice for leaving quotations unverified.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Waiver {
    /// The reason.
    pub reason: String,
    /// The number of texts it applies to: statements, renderings, names of
    /// documents.
    pub texts: u32,
    /// The number of quotations in them.
    pub quotations: u32,
}

/// A loaded word: one that judges where we should only report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoadedWord {
    /// The word as it occurs in the text.
    pub word: String,
    /// A neutral replacement.
    pub neutral: String,
    /// The item whose text contains it; `None` for a dispute-level text.
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
    /// Figures on how even-handed it is.
    #[must_use]
    pub const fn figures(&self) -> &Figures {
        &self.figures
    }
}
