//! The documents that the sides argue about.

#[cfg(feature = "read")]
use schemars::JsonSchema;
#[cfg(feature = "read")]
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::{Id, SourceIx, SpeakerOrSide, When, Wording};

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
    /// The address of its text.
    pub link: Option<String>,
    /// How far it is known, by the sources read.
    pub status: Option<DocumentStatus>,
}

/// How far a document is known, by the sources read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum DocumentStatus {
    /// It is a draft.
    Draft,
    /// It was sent to those it is for.
    Sent,
    /// Those it is from published it.
    Published,
    /// Others made it public.
    Leaked,
    /// No source read has seen it.
    NotSeen,
}

/// What one speaker, or a side as a whole, calls a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Called {
    /// Who calls it so.
    pub by: SpeakerOrSide,
    /// The words used.
    pub wording: Wording,
    /// The source that the words are from.
    pub source: SourceIx,
    /// The statement that the words are from, if it is in the dispute.
    pub statement: Option<Id>,
    /// Whether the words were used after the as-of date.
    pub after: bool,
}
