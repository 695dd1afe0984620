//! Dated changes to the data.

use crate::{Date, Id, Item};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Revision {
    /// Whether it names the item or, of a point, one of its statements. One that
    /// touched the whole names nothing.
    #[must_use]
    pub fn touches(&self, item: &Item<'_>) -> bool {
        let names = |id: &Id| self.items.contains(id);
        let of_point = match item {
            Item::Point(point) => point.statements().any(|statement| names(&statement.id)),
            _ => false,
        };
        names(item.id()) || of_point
    }

    /// Whether it is no change but the beginning.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.kind == RevisionKind::FirstPublished
    }
}
