//! When something was said, happened or was published, and how that is known.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Edtf, Id, Language};
use crate::PartOfDay;

/// A date as precise as the source has it, and how it is known. Either `date` or
/// `unknown` is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct When {
    /// The date, as precise as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// Why the date is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    /// The part of the day, where the day is known and the time is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PartOfDay>,
    /// The source's own words for it: "last Wednesday".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The language of those words, where it is not the dispute's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words_language: Option<Language>,
    /// The day from which those words were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_from: Option<Day>,
    /// The source that gives the date, where it is not the last of the chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Id>,
    /// The same date in another calendar, with the name of the calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_calendar: Option<String>,
    /// A note of the editors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// When something was published: a date alone, or with how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Published {
    /// The date alone.
    Date(Edtf),
    /// With how it is known, or why it is not.
    When(When),
}

impl From<When> for Published {
    /// The short form if nothing but the date is known.
    fn from(when: When) -> Self {
        match when.date {
            Some(date) if when == When::on(date) => Self::Date(date),
            _ => Self::When(when),
        }
    }
}

impl When {
    /// A date and nothing else.
    #[must_use]
    pub fn on(date: Edtf) -> Self {
        Self {
            date: Some(date),
            ..Self::default()
        }
    }
}
