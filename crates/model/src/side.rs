//! The two parties of a dispute. Two is a type here, not a length.

use crate::{Id, Position};

/// Which of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SideKey {
    /// The side that stands first in the file, and on the page until swapped.
    First,
    /// The other side.
    Second,
}

impl SideKey {
    /// Both, in their order.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// One party of the dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Side {
    /// Its id, as speakers name it.
    pub id: Id,
    /// Its name, "United States".
    pub name: String,
    /// The head of its column, "United States says".
    pub says: String,
    /// What it says on the dispute as a whole. Both sides have one, or neither.
    pub position: Option<Position>,
}

/// Exactly one of something for each side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerSide<T> {
    /// What belongs to [`SideKey::First`].
    pub first: T,
    /// What belongs to [`SideKey::Second`].
    pub second: T,
}

impl<T> PerSide<T> {
    /// What belongs to `side`.
    #[must_use]
    pub const fn get(&self, side: SideKey) -> &T {
        match side {
            SideKey::First => &self.first,
            SideKey::Second => &self.second,
        }
    }

    /// What `of` makes of each.
    pub fn map<U>(self, of: impl Fn(T) -> U) -> PerSide<U> {
        PerSide {
            first: of(self.first),
            second: of(self.second),
        }
    }

    /// Both, in order, each with its side.
    pub fn iter(&self) -> impl Iterator<Item = (SideKey, &T)> {
        SideKey::BOTH.into_iter().map(|side| (side, self.get(side)))
    }
}
