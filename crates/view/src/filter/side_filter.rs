//! The filter by the side or party that somebody speaks for.

use says_who_model::Id;

/// A filter by the side or party that somebody speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideFilter {
    /// For the side or the party with this id.
    Side(Id),
    /// For none of them: the press, third parties.
    Neither,
}

impl SideFilter {
    /// The name of [`SideFilter::Neither`] in a URL. It can't be a side's id: ids
    /// have no underscores.
    pub const NEITHER: &str = "_others";

    /// Parses a name; `None` if it is not an id.
    pub fn from_name(name: &str) -> Option<Self> {
        if name == Self::NEITHER {
            return Some(Self::Neither);
        }
        name.parse().ok().map(Self::Side)
    }

    /// Its name in a URL.
    pub fn name(&self) -> &str {
        match self {
            Self::Side(side) => side.as_str(),
            Self::Neither => Self::NEITHER,
        }
    }
}
