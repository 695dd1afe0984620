//! When something was said, happened or was published, and how that is known.

#[cfg(feature = "read")]
use schemars::JsonSchema;
#[cfg(feature = "read")]
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::{Date, EdtfDate, Language, SourceIx, TimeOfDay};

/// When something was said, happened or was published.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct When {
    /// The date, or why it is not known.
    pub date: DateOrUnknown,
    /// The time of the day; only if the date is a day.
    pub time: Option<TimeOfDay>,
    /// The part of the day; only if the date is a day and has no time.
    pub part: Option<PartOfDay>,
    /// The words of the source, such as "last Wednesday"; absent if the source gives
    /// no date.
    pub words: Option<String>,
    /// The language of those words, if it is not the dispute's.
    pub words_language: Option<Language>,
    /// The day that those words are relative to.
    pub counted_from: Option<Date>,
    /// The source that gives the date, if it is not the cited one.
    pub source: Option<SourceIx>,
    /// The same date in another calendar.
    pub other_calendar: Option<String>,
    /// A note for readers, in our own words.
    pub note: Option<String>,
}

/// A date, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateOrUnknown {
    /// The date, as precise as it is known.
    Known(EdtfDate),
    /// It is not known, for this reason.
    Unknown(String),
}

/// A part of a day.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum PartOfDay {
    /// From midnight to dawn.
    Night,
    /// From dawn to noon.
    Morning,
    /// About noon.
    Midday,
    /// From noon to dusk.
    Afternoon,
    /// From dusk to midnight.
    Evening,
}

impl PartOfDay {
    const fn first_hour(self) -> i32 {
        match self {
            Self::Night => 0,
            Self::Morning => 6,
            Self::Midday => 12,
            Self::Afternoon => 13,
            Self::Evening => 18,
        }
    }
}

impl When {
    /// A day and nothing else.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self {
            date: DateOrUnknown::Known(day.into()),
            time: None,
            part: None,
            words: None,
            words_language: None,
            counted_from: None,
            source: None,
            other_calendar: None,
            note: None,
        }
    }

    /// The date, if it is known.
    #[must_use]
    pub fn known(&self) -> Option<EdtfDate> {
        match &self.date {
            DateOrUnknown::Known(date) => Some(*date),
            DateOrUnknown::Unknown(_) => None,
        }
    }

    /// The day, if the date is one day that is sure.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.known()?.day()
    }

    /// What items are sorted by: dates that are not known come last, and the order of
    /// the data decides between equal ones.
    #[must_use]
    pub fn sort_key(&self) -> (Date, Date) {
        self.known()
            .map_or((Date::MAX, Date::MAX), EdtfDate::sort_key)
    }

    /// What items of one date are sorted by: minutes in UTC. A part of the day counts
    /// from its beginning, and what has neither comes first.
    #[must_use]
    pub fn time_sort_key(&self) -> i32 {
        match (self.time, self.part) {
            (Some(time), _) => i32::from(time.minutes) - i32::from(time.offset),
            (None, Some(part)) => 60 * part.first_hour(),
            (None, None) => i32::MIN,
        }
    }

    /// The date in the form of ISO 8601 that HTML and schema.org take, if it has one.
    #[must_use]
    pub fn iso_8601(&self) -> Option<String> {
        self.known()?.iso_8601()
    }
}
