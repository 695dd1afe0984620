//! Ids that are no longer in use.

use crate::{Date, Id, ItemRef};

/// An id that was published once and is no longer in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retired {
    /// The item has another id now.
    Alias {
        /// The old id.
        from: Id,
        /// The id in use.
        to: Id,
        /// Why the old one was given up.
        reason: Option<String>,
    },
    /// The item was removed.
    Tombstone {
        /// The old id.
        id: Id,
        /// The day of the removal.
        date: Date,
        /// Why.
        reason: String,
    },
}

impl Retired {
    /// What `id` refers to, if this is its entry.
    #[must_use]
    pub fn target_of(&self, id: &str) -> Option<ItemRef<'_>> {
        match self {
            Self::Alias { from, to, .. } if from.as_str() == id => Some(ItemRef::Alias(to)),
            Self::Tombstone {
                id: gone,
                date,
                reason,
            } if gone.as_str() == id => Some(ItemRef::Gone(date, reason)),
            Self::Alias { .. } | Self::Tombstone { .. } => None,
        }
    }
}
