//! Sources.

#[cfg(feature = "read")]
use schemars::JsonSchema;
#[cfg(feature = "read")]
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::{Date, Id, Language};

/// A publication that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The source's id.
    pub id: Id,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    pub headline: String,
    /// The people named as authors, in the order of the byline.
    pub authors: Vec<String>,
    /// The organisations named as authors.
    pub corporate_authors: Vec<String>,
    /// The day of publication, as stated by the publication.
    pub published: Date,
    /// The language it is written in.
    pub language: Language,
    /// Its address.
    pub link: Link,
    /// The address of an archived copy, `http` or `https`.
    pub archived: Option<String>,
    /// How much of it was read.
    pub read: ReadAs,
    /// Whether it consists entirely of the speakers' own words, as a transcript or a
    /// letter does. In such a source, a quotation that ends in mid-sentence counts
    /// as cut.
    pub transcript: bool,
    /// A note for readers, such as whose report it carries or what is missing.
    pub note: Option<String>,
}

/// The address of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Its address; always `http` or `https`.
    At(String),
    /// No address is known, for this reason.
    NotRecorded(String),
}

/// How much of a source was read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum ReadAs {
    /// The whole text.
    Whole,
    /// Only an excerpt.
    Excerpt,
}

/// The index of a source of the same dispute; see [`crate::Dispute::source`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceIx(pub(crate) u16);
