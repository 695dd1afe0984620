//! Sources.

#[cfg(feature = "read")]
use schemars::JsonSchema;
#[cfg(feature = "read")]
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::{Date, Id, Language, When};

/// A publication that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The source's id.
    pub id: Id,
    /// Who published it.
    pub outlet: String,
    /// Its headline, or what stands in place of one.
    pub headline: Headline,
    /// What kind of publication it is.
    pub kind: Option<SourceKind>,
    /// The people named as authors, in the order of the byline.
    pub authors: Vec<String>,
    /// The organisations named as authors.
    pub corporate_authors: Vec<String>,
    /// The news agency whose report it carries.
    pub agency: Option<String>,
    /// When it was published, as stated by the publication.
    pub published: When,
    /// The language it is written in.
    pub language: Language,
    /// Its address.
    pub link: Link,
    /// The address of an archived copy, `http` or `https`.
    pub archived: Option<String>,
    /// Where a copy was read, if that is not the outlet.
    pub copy_read_at: Option<String>,
    /// The day on which it was read.
    pub retrieved: Option<Date>,
    /// How much of it was read.
    pub read: ReadAs,
    /// Whether it consists entirely of the speakers' own words, as a transcript or a
    /// letter does. In such a source, a quotation that ends in mid-sentence counts
    /// as cut.
    pub transcript: bool,
    /// A note for readers, such as whose report it carries or what is missing.
    pub note: Option<String>,
}

/// The headline of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Headline {
    /// The headline, in the language of the source.
    Known(String),
    /// It is not known.
    Unknown {
        /// Why.
        reason: String,
        /// What the source is, in our words.
        description: String,
    },
}

impl Headline {
    /// The headline, or the description in its place.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Known(text) => text,
            Self::Unknown { description, .. } => description,
        }
    }

    /// Whether it is the source's own, and not our description.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        matches!(self, Self::Known(_))
    }
}

/// What kind of publication a source is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum SourceKind {
    /// A report of the press.
    Report,
    /// A transcript.
    Transcript,
    /// A document, such as a filing or a law.
    Document,
    /// A letter.
    Letter,
    /// A book.
    Book,
    /// A video.
    Video,
    /// A sound recording.
    Audio,
    /// A post on a website or a social network.
    Post,
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
