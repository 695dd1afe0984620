//! What was read.

use crate::{Date, Id, Language};

/// A publication that was really read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The source's id.
    pub id: Id,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    pub headline: String,
    /// The author line, where there is one.
    pub authors: Option<String>,
    /// The day it was published, as the publication gives it.
    pub published: Date,
    /// The language it is written in.
    pub language: Language,
    /// Where it is.
    pub link: Link,
    /// How much of it was read.
    pub read: ReadAs,
    /// Whether all of it is the words of those who speak, as in a transcript or
    /// a letter: then a quotation is cut where a sentence goes on.
    pub transcript: bool,
    /// What a reader should know about it: whose report it carries, what is missing.
    pub note: Option<String>,
}

/// Where a source is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Its address, `http` or `https` and nothing else.
    At(String),
    /// No address is known; why.
    NotRecorded(String),
}

/// How much of a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// The whole text.
    Whole,
    /// A stored excerpt of it.
    Excerpt,
}

/// A source of the same dispute: [`crate::Dispute::source`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceIx(pub(crate) u16);
