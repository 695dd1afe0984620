//! Dates, and the words the sources used for them.

use serde::{Deserialize, Serialize};

use crate::SourceIx;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// When something was said or happened: the day, and how one knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct When {
    /// The day.
    pub date: Date,
    /// What the source said of it, "last Wednesday"; absent where the source gave no day.
    pub words: Option<String>,
    /// The day those words were counted from.
    pub counted_from: Option<Date>,
    /// The source that gives the day, where it is not the one cited.
    pub source: Option<SourceIx>,
}
