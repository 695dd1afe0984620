//! How dates are written: formatting and parsing the text of EDTF.

use std::fmt;
use std::str::FromStr;

use super::{Certainty, DatePart, EdtfDate, Precision, Season};
use crate::Date;

/// Why a text is not a date in the Extended Date/Time Format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdtfError;

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a date is written like 2022-01-31, 2022-01, 2022, 2022-21 (spring), 2022-01/2022-03, ../2022-03 or 2022-03/..",
        )
    }
}

impl std::error::Error for EdtfError {}

/// Formats it as EDTF.
impl fmt::Display for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::In(part) => part.fmt(f),
            Self::Between(first, last) => write!(f, "{first}/{last}"),
            Self::Until(last) => write!(f, "../{last}"),
            Self::From(first) => write!(f, "{first}/.."),
        }
    }
}

/// Formats it as EDTF.
impl fmt::Display for DatePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match self.precision {
            Precision::Year => {}
            Precision::Season(season) => write!(f, "-{}", season.number())?,
            Precision::Month(month) => write!(f, "-{month:02}")?,
            Precision::Day(month, day) => write!(f, "-{month:02}-{day:02}")?,
        }
        f.write_str(self.certainty.qualifier())
    }
}

impl FromStr for EdtfDate {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let Some((first, last)) = text.split_once('/') else {
            return Ok(Self::In(text.parse()?));
        };
        match (first, last) {
            ("..", last) => Ok(Self::Until(last.parse()?)),
            (first, "..") => Ok(Self::From(first.parse()?)),
            (first, last) => {
                let (first, last): (DatePart, DatePart) = (first.parse()?, last.parse()?);
                let in_order = first.sort_day() <= last.sort_day() && first != last;
                in_order
                    .then_some(Self::Between(first, last))
                    .ok_or(EdtfError)
            }
        }
    }
}

impl FromStr for DatePart {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let qualified = Certainty::ALL
            .into_iter()
            .filter(|certainty| *certainty != Certainty::Sure)
            .find_map(|certainty| Some((text.strip_suffix(certainty.qualifier())?, certainty)));
        let (text, certainty) = qualified.unwrap_or((text, Certainty::Sure));
        if let Ok(day) = text.parse::<Date>() {
            return Ok(Self {
                certainty,
                ..Self::from(day)
            });
        }
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        // Any day of it has to be a date.
        let day: Date = format!("{year}-01-01").parse().map_err(|_| EdtfError)?;
        let precision = match rest {
            None => Precision::Year,
            Some(rest) => {
                let season = Season::ALL
                    .into_iter()
                    .find(|season| season.number().to_string() == rest);
                let month = || format!("{year}-{rest}-01").parse::<Date>();
                match season {
                    Some(season) => Precision::Season(season),
                    None => Precision::Month(month().map_err(|_| EdtfError)?.month),
                }
            }
        };
        Ok(Self {
            year: day.year,
            precision,
            certainty,
        })
    }
}

impl Season {
    const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];
}

impl Certainty {
    const ALL: [Self; 4] = [
        Self::Sure,
        Self::Approximate,
        Self::Uncertain,
        Self::UncertainAndApproximate,
    ];

    fn qualifier(self) -> &'static str {
        match self {
            Self::Sure => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::UncertainAndApproximate => "%",
        }
    }
}
