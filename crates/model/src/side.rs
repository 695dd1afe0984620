//! The two sides of a dispute. The number two is built into the types.

use crate::{Id, Position};

/// Which of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SideKey {
    /// The side listed first in the file. It is first on the page until the reader
    /// swaps the sides.
    First,
    /// The other side.
    Second,
}

impl SideKey {
    /// Both sides, in order.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// One side of the dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Side {
    /// Its id, as speakers name it.
    pub id: Id,
    /// Its name, such as "United States".
    pub name: String,
    /// The heading of its column, such as "United States says".
    pub says: String,
    /// Its position on the dispute as a whole. Either both sides have one or
    /// neither.
    pub position: Option<Position>,
}

/// Exactly one of something for each side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerSide<T> {
    /// The value for [`SideKey::First`].
    pub first: T,
    /// The value for [`SideKey::Second`].
    pub second: T,
}

impl<T> PerSide<T> {
    /// The value for `side`.
    #[must_use]
    pub const fn get(&self, side: SideKey) -> &T {
        match side {
            SideKey::First => &self.first,
            SideKey::Second => &self.second,
        }
    }

    /// Transforms both values.
    pub fn map<U>(self, transform: impl Fn(T) -> U) -> PerSide<U> {
        PerSide {
            first: transform(self.first),
            second: transform(self.second),
        }
    }

    /// Both values in order, each with its side.
    pub fn iter(&self) -> impl Iterator<Item = (SideKey, &T)> {
        SideKey::BOTH.into_iter().map(|side| (side, self.get(side)))
    }
}
