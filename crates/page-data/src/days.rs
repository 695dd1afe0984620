//! The days on which something may have been.

use serde::{Deserialize, Serialize};

/// The first and the last day on which something may have been, both included. They
/// are equal if the day is known. Without a bound on a side it may have been any day on
/// that side; without any, the date is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The first, as the number of a day (`says_who_model::Date::day_number`).
    pub earliest: Option<i32>,
    /// The last, likewise.
    pub latest: Option<i32>,
}

impl Days {
    /// Whether it may have been in the days from `from` to `until`, both included. What
    /// has no date at all is in no range of days.
    #[must_use]
    pub fn overlaps(self, from: Option<i32>, until: Option<i32>) -> bool {
        if from.or(until).is_none() {
            return true;
        }
        let not_before = |from| self.latest.is_none_or(|latest| latest >= from);
        let not_after = |until| self.earliest.is_none_or(|earliest| earliest <= until);
        self != Self::default() && from.is_none_or(not_before) && until.is_none_or(not_after)
    }
}
