//! What is said of a dispute as a whole, with what it rests on.

use crate::{Id, Span};

/// A sentence in our own words, and the items it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Supported {
    /// The sentence.
    pub text: String,
    /// The ids of what it rests on: statements, points, documents, events.
    pub rests_on: Vec<Id>,
}

/// What a side says on the dispute as a whole, in a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Position {
    /// The text in its parts, in order; never empty. What is verbatim in it is
    /// verbatim in one of the statements it rests on.
    pub spans: Vec<Span>,
    /// The statements it rests on, by ids; never empty.
    pub rests_on: Vec<Id>,
}

/// The most characters of a position before it is remarked: it has to be read
/// beside the other side's, on a phone too.
pub const POSITION_CHARACTERS: usize = 220;
