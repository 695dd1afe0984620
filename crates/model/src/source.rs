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
    /// The people who signed it, in the order of the author line.
    pub authors: Vec<String>,
    /// The bodies that signed it: a company, an institution.
    pub corporate_authors: Vec<String>,
    /// The day it was published, as the publication gives it.
    pub published: Date,
    /// The language it is written in.
    pub language: Language,
    /// Where it is.
    pub link: Link,
    /// The address of a copy that an archive keeps, `http` or `https`.
    pub archived: Option<String>,
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
