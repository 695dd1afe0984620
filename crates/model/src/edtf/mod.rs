//! Dates at the precision at which they are known, in the Extended Date/Time Format
//! (ISO 8601-2:2019, EDTF level 1). Their text is read and written in `text`.

mod text;

use crate::Date;

pub use text::EdtfError;

/// A date at the precision at which it is known, or an interval between two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EdtfDate {
    /// At some time in it: `2022-01`.
    In(DatePart),
    /// From the first to the last, both included: `2022-01-31/2022-02-02`.
    Between(DatePart, DatePart),
    /// In it or earlier: `../2022-02`.
    Until(DatePart),
    /// In it or later: `2022-02/..`.
    From(DatePart),
}

/// A day, a month, a season or a year, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DatePart {
    /// The year, 1 to 9999.
    pub year: i16,
    /// What of the year.
    pub precision: Precision,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    /// The year alone.
    Year,
    /// A season of the year.
    Season(Season),
    /// The month, 1 to 12.
    Month(u8),
    /// The month, 1 to 12, and the day of the month, from 1.
    Day(u8, u8),
}

/// A season, without saying of which hemisphere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// EDTF 21.
    Spring,
    /// EDTF 22.
    Summer,
    /// EDTF 23.
    Autumn,
    /// EDTF 24.
    Winter,
}

/// How sure a date is: the qualifiers of EDTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// As it is written.
    Sure,
    /// About then: `~`.
    Approximate,
    /// Perhaps then: `?`.
    Uncertain,
    /// Perhaps about then: `%`.
    UncertainAndApproximate,
}

impl EdtfDate {
    /// The day, if the date is one day that is sure.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::In(part) if part.certainty == Certainty::Sure => part.day(),
            _ => None,
        }
    }

    /// The first day that it may be; `None` if there is no bound.
    #[must_use]
    pub fn earliest(self) -> Option<Date> {
        match self {
            Self::In(part) | Self::Between(part, _) | Self::From(part) => Some(part.first_day()),
            Self::Until(_) => None,
        }
    }

    /// The last day that it may be; `None` if there is no bound.
    #[must_use]
    pub fn latest(self) -> Option<Date> {
        match self {
            Self::In(part) | Self::Between(_, part) | Self::Until(part) => Some(part.last_day()),
            Self::From(_) => None,
        }
    }

    /// Whether it may be in the days from `from` to `until`, both included. Without a
    /// bound there, everything is.
    #[must_use]
    pub fn overlaps(self, from: Option<Date>, until: Option<Date>) -> bool {
        let not_before = |from| self.latest().is_none_or(|latest| latest >= from);
        let not_after = |until| self.earliest().is_none_or(|earliest| earliest <= until);
        from.is_none_or(not_before) && until.is_none_or(not_after)
    }

    /// What dates are sorted by: the first day of what they name, which for "then or
    /// earlier" is that of "then"; after it their last day.
    #[must_use]
    pub fn sort_key(self) -> (Date, Date) {
        let (first, _) = self.parts();
        (first.sort_day(), self.latest().unwrap_or(Date::MAX))
    }

    /// The form of ISO 8601 that HTML and schema.org take: a day, a month or a year
    /// that is sure. `None` if it is something else.
    #[must_use]
    pub fn iso_8601(self) -> Option<String> {
        match self {
            Self::In(part) if part.certainty == Certainty::Sure => match part.precision {
                Precision::Season(_) => None,
                Precision::Year | Precision::Month(_) | Precision::Day(..) => {
                    Some(part.to_string())
                }
            },
            _ => None,
        }
    }

    /// The first and the last date that it names.
    #[must_use]
    pub fn parts(self) -> (DatePart, DatePart) {
        match self {
            Self::In(part) | Self::Until(part) | Self::From(part) => (part, part),
            Self::Between(first, last) => (first, last),
        }
    }
}

impl From<Date> for EdtfDate {
    fn from(date: Date) -> Self {
        Self::In(date.into())
    }
}

impl From<Date> for DatePart {
    fn from(date: Date) -> Self {
        Self {
            year: date.year,
            precision: Precision::Day(date.month, date.day),
            certainty: Certainty::Sure,
        }
    }
}

impl DatePart {
    /// The day, if it is one, whatever its certainty.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self.precision {
            Precision::Day(month, day) => Some(Date {
                year: self.year,
                month,
                day,
            }),
            _ => None,
        }
    }

    /// The first day that it may be. The season of a year says neither the hemisphere
    /// nor which winter is meant, so all of the year counts, and the winters at both
    /// ends.
    fn first_day(self) -> Date {
        let day = |year, month, day| Date { year, month, day };
        match self.precision {
            Precision::Season(Season::Winter) => day(self.year - 1, 12, 1),
            Precision::Year | Precision::Season(_) => day(self.year, 1, 1),
            Precision::Month(month) => day(self.year, month, 1),
            Precision::Day(month, of_month) => day(self.year, month, of_month),
        }
    }

    /// The last day that it may be; see [`DatePart::first_day`].
    fn last_day(self) -> Date {
        match self.precision {
            Precision::Season(Season::Winter) => Date::last_of_month(self.year + 1, 2),
            Precision::Year | Precision::Season(_) => Date::last_of_month(self.year, 12),
            Precision::Month(month) => Date::last_of_month(self.year, month),
            Precision::Day(month, day) => Date {
                year: self.year,
                month,
                day,
            },
        }
    }

    /// Where it is among the dates of its year, for sorting.
    fn sort_day(self) -> Date {
        match self.precision {
            Precision::Season(season) => Date {
                year: self.year,
                month: season.northern_month(),
                day: 1,
            },
            _ => self.first_day(),
        }
    }
}

impl Season {
    /// The number of EDTF.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Spring => 21,
            Self::Summer => 22,
            Self::Autumn => 23,
            Self::Winter => 24,
        }
    }

    /// The month in which it begins on the northern half of the earth.
    fn northern_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

#[cfg(test)]
mod tests;
