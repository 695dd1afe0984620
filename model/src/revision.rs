//! Dated changes to the data.

use serde::{Deserialize, Serialize};

use crate::{Date, Id};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Revision {
    /// The day it was made.
    pub date: Date,
    /// Of what kind.
    pub kind: RevisionKind,
    /// What changed, in our own words.
    pub what: String,
    /// The items it touched; none where it touched the whole.
    pub items: Vec<Id>,
}

/// What kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RevisionKind {
    /// The first publication.
    FirstPublished,
    /// Something was wrong.
    Correction,
    /// Something became known.
    NewInformation,
    /// The same, better said.
    Wording,
}
