//! The change log of a dispute.

#[cfg(feature = "read")]
use schemars::JsonSchema;
#[cfg(feature = "read")]
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::{Cell, Date, HeadText, Id, Item};

/// One entry of the change log.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Revision {
    /// The day of the change.
    pub date: Date,
    /// The kind of change.
    pub kind: RevisionKind,
    /// What changed, in our own words.
    pub what: String,
    /// The changed items.
    pub items: Vec<Id>,
    /// The changed dispute-level texts. If both `texts` and `items` are empty,
    /// everything changed.
    pub texts: Vec<HeadText>,
}

/// The kind of change.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum RevisionKind {
    /// The first publication.
    FirstPublished,
    /// An error was corrected.
    Correction,
    /// New information was added.
    NewInformation,
    /// The same content, worded better.
    Wording,
}

impl Revision {
    /// Whether it names the item or, for a point, one of its statements or absences. False for a
    /// revision of everything, which names nothing.
    #[must_use]
    pub fn touches(&self, item: &Item<'_>) -> bool {
        let names = |id: &Id| self.items.contains(id);
        let of_point = match item {
            Item::Point(point) => {
                let absences = point.cells.iter().filter_map(|(_, cell)| match cell {
                    Cell::Absence(absence) => absence.id.as_ref(),
                    Cell::Statements(_) => None,
                });
                let mut all = point.statements().map(|one| &one.id).chain(absences);
                all.any(names)
            }
            _ => false,
        };
        names(item.id()) || of_point
    }

    /// Whether it can have changed the item: it names the item or affects
    /// everything.
    #[must_use]
    pub fn concerns(&self, item: &Item<'_>) -> bool {
        self.affects_everything() || self.touches(item)
    }

    /// Whether it names nothing and therefore affects everything.
    #[must_use]
    pub fn affects_everything(&self) -> bool {
        self.items.is_empty() && self.texts.is_empty()
    }

    /// Whether it is the first publication and not a change.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.kind == RevisionKind::FirstPublished
    }
}
