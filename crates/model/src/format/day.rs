//! Dates, which are unquoted in TOML and strings in JSON.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml_datetime::Datetime;

use crate::Date;

/// A day like 2022-01-31; where something happened at a known time, with time
/// and distance from UTC, like 2022-01-31T09:00:00+01:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub struct Day(pub Datetime);

impl Day {
    /// The day of the calendar, without the time; `None` if only a time is written, and
    /// for the year 0, which does not exist.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let date = self.0.date?;
        Some(Date {
            year: i16::try_from(date.year).ok().filter(|year| *year > 0)?,
            month: date.month,
            day: date.day,
        })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Day {
    type Err = toml_datetime::DatetimeParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(Datetime {
            date: Some(toml_datetime::Date {
                year: date.year.unsigned_abs(),
                month: date.month,
                day: date.day,
            }),
            time: None,
            offset: None,
        })
    }
}

/// Serialises as a string in every format; `toml_text` writes it without quotation
/// marks.
impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsWritten;

        impl<'de> Visitor<'de> for AsWritten {
            type Value = Day;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day like 2022-01-31")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Day, E> {
                text.parse().map_err(E::custom)
            }

            // The TOML deserialiser passes a date as a map with one special key.
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Day, A::Error> {
                Datetime::deserialize(MapAccessDeserializer::new(map)).map(Day)
            }
        }

        deserializer.deserialize_any(AsWritten)
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A day like 2022-01-31, without quotation marks in TOML; a date in `when` may have a time and its distance from UTC, 2022-01-31T09:00:00+01:00.",
            "pattern": r"^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2}))?$",
        })
    }
}
