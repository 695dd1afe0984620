//! How the date of an entry is known.

use says_who_model::When;

/// How the date of an entry is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateBasis {
    /// The cited source gives the date.
    Given,
    /// It was worked out from words like "on Tuesday".
    Counted,
    /// The cited source gives no date; another one does.
    Elsewhere,
}

impl DateBasis {
    pub(super) fn from_when(when: &When) -> Self {
        match (&when.source, &when.counted_from) {
            (Some(_), _) => Self::Elsewhere,
            (None, Some(from)) if when.day() != Some(*from) || when.words.is_some() => {
                Self::Counted
            }
            (None, _) => Self::Given,
        }
    }
}
