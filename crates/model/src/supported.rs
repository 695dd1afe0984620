//! Texts about a dispute as a whole, with the items that support them.

use crate::{Id, Span};

/// A sentence in our own words, with the items that support it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Supported {
    /// The sentence.
    pub text: String,
    /// The ids of the supporting statements, points, documents and events.
    pub rests_on: Vec<Id>,
}

/// A side's position on the dispute as a whole, in a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Position {
    /// The text as a list of spans, in order; never empty. Its verbatim spans are
    /// verbatim in one of the supporting statements.
    pub spans: Vec<Span>,
    /// The ids of the supporting statements; never empty.
    pub rests_on: Vec<Id>,
}

/// The maximum length of a position in characters before a warning: it has to fit
/// beside the other side's, on a phone too.
pub const MAX_POSITION_CHARACTERS: usize = 220;
