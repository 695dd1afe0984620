//! Dated changes to the data.

use crate::{Date, HeadText, Id, Item};

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
    /// The items it touched.
    pub items: Vec<Id>,
    /// The texts of the whole that it touched. Where it names neither these nor
    /// items, it touched everything.
    pub texts: Vec<HeadText>,
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

    /// Whether it is a reason for which the item changed: it touches the item, or
    /// everything.
    #[must_use]
    pub fn concerns(&self, item: &Item<'_>) -> bool {
        self.is_of_everything() || self.touches(item)
    }

    /// Whether it names nothing, and so touched everything.
    #[must_use]
    pub fn is_of_everything(&self) -> bool {
        self.items.is_empty() && self.texts.is_empty()
    }

    /// Whether it is no change but the beginning.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.kind == RevisionKind::FirstPublished
    }
}
