//! The papers the sides argue about.

use crate::{Id, SourceIx, SpeakerIx, When, Wording};

/// A paper, with what each calls it.
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
    /// What those who speak of it call it; never empty.
    pub called: Vec<Called>,
    /// The sources that attest it; never empty.
    pub sources: Vec<SourceIx>,
    /// The points it bears on; never empty.
    pub points: Vec<Id>,
    /// Whether it came after what the as-of date covers.
    pub after: bool,
}

/// What one speaker calls a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Called {
    /// Who calls it so.
    pub by: SpeakerIx,
    /// The words.
    pub wording: Wording,
    /// Where one reads it.
    pub source: SourceIx,
    /// Whether it was called so after what the as-of date covers.
    pub after: bool,
}
