//! Dates at the precision at which they are known. Days are unquoted in TOML; all else
//! is a string.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml_datetime::Datetime;

use super::Day;
use crate::{EdtfDate, EdtfError};

/// A date as it is known: a day, with or without a time, or a date of another
/// precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edtf {
    /// A day: `2022-01-31`, `2022-01-31T09:00:00+01:00`.
    Day(Day),
    /// Anything else: `"2022-01"`, `"2022-01/2022-03"`.
    Other(EdtfDate),
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Other(date) => date.fmt(f),
        }
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let day = text.parse().map(Self::Day);
        day.or_else(|_| text.parse().map(Self::Other))
    }
}

/// Serialises as a string in every format; `toml_text` writes days without quotation
/// marks.
impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsWritten;

        impl<'de> Visitor<'de> for AsWritten {
            type Value = Edtf;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date like 2022-01-31 or 2022-01")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Edtf, E> {
                text.parse().map_err(E::custom)
            }

            // The TOML deserialiser passes a date as a map with one special key.
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Edtf, A::Error> {
                Datetime::deserialize(MapAccessDeserializer::new(map))
                    .map(|day| Edtf::Day(Day(day)))
            }
        }

        deserializer.deserialize_any(AsWritten)
    }
}

impl JsonSchema for Edtf {
    fn schema_name() -> Cow<'static, str> {
        "Edtf".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        const PART: &str = r"\d{4}(-\d{2}){0,2}[~?%]?";
        json_schema!({
            "type": "string",
            "description": "A date as precise as the source is. A day like 2022-01-31 stands without quotation marks in TOML and may have a time and its distance from UTC, 2022-01-31T09:00:00+01:00. All else stands in quotation marks: a month \"2022-01\", a season \"2022-21\" (21 spring, 22 summer, 23 autumn, 24 winter), a year \"2022\", a range \"2022-01-31/2022-02-02\", that or earlier \"../2022-02\", that or later \"2022-02/..\". `~` at the end means about then, `?` perhaps then, `%` perhaps about then.",
            "pattern": format!(
                r"^(\d{{4}}-\d{{2}}-\d{{2}}[Tt ]\d{{2}}:\d{{2}}(:\d{{2}}(\.\d+)?)?([Zz]|[+-]\d{{2}}:\d{{2}})|{PART}|{PART}/{PART}|\.\./{PART}|{PART}/\.\.)$"
            ),
        })
    }
}

impl Edtf {
    /// The first day that it may be; `None` if there is no bound.
    #[must_use]
    pub fn earliest(self) -> Option<crate::Date> {
        match self {
            Self::Day(day) => day.date(),
            Self::Other(date) => date.earliest(),
        }
    }
}
