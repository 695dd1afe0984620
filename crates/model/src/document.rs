//! The documents that the sides argue about.

use crate::{Id, SourceIx, SpeakerIx, When, Wording};

/// A document, with the names that the speakers use for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Document {
    /// The document's id.
    pub id: Id,
    /// A neutral name, ours.
    pub name: String,
    /// When it was handed over or announced.
    pub when: When,
    /// What is known of it, in our own words.
    pub about: String,
    /// The names that speakers use for it; never empty.
    pub called: Vec<Called>,
    /// The sources that attest it; never empty.
    pub sources: Vec<SourceIx>,
    /// The points it bears on; never empty.
    pub points: Vec<Id>,
    /// Whether it is later than the as-of date.
    pub after: bool,
}

/// What one speaker calls a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Called {
    /// Who calls it so.
    pub by: SpeakerIx,
    /// The words used.
    pub wording: Wording,
    /// The source that the words are from.
    pub source: SourceIx,
    /// Whether the words were used after the as-of date.
    pub after: bool,
}
