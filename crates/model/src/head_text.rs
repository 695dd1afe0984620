//! Dispute-level texts: they are registered and fingerprinted like items.

/// A kind of dispute-level text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadText {
    /// The question.
    Question,
    /// The as-of date, with the hour or report and the note.
    AsOf,
    /// The summary.
    Summary,
    /// What both sides accept.
    Accepted,
    /// What they contest.
    Contested,
    /// What each side says on the whole.
    Positions,
    /// What happened next.
    Next,
    /// Why the sides stand in their order.
    OrderNote,
    /// How the statements were chosen and read.
    Method,
}

impl HeadText {
    /// Every text, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Question,
        Self::AsOf,
        Self::Summary,
        Self::Accepted,
        Self::Contested,
        Self::Positions,
        Self::Next,
        Self::OrderNote,
        Self::Method,
    ];

    /// Its name, as written under `texts` in a revision.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::AsOf => "as-of",
            Self::Summary => "summary",
            Self::Accepted => "accepted",
            Self::Contested => "contested",
            Self::Positions => "positions",
            Self::Next => "next",
            Self::OrderNote => "order-note",
            Self::Method => "method",
        }
    }

    /// The text with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|text| text.name() == name)
    }
}
