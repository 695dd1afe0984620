//! Days and times of day.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date is a calendar day, written like 2022-02-01")
    }
}

impl std::error::Error for DateError {}

/// A time of day with its UTC offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeOfDay {
    /// Minutes since midnight, local time, 0 to 1439.
    pub minutes: u16,
    /// The UTC offset in minutes; negative west of UTC.
    pub offset: i16,
}

/// Formats it for readers: `17:05 UTC`, `12:05 UTC−5`, `22:35 UTC+5:30`.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02} UTC", self.minutes / 60, self.minutes % 60)?;
        let (sign, ahead) = match self.offset {
            0 => return Ok(()),
            1.. => ('+', self.offset.unsigned_abs()),
            _ => ('−', self.offset.unsigned_abs()),
        };
        write!(f, "{sign}{}", ahead / 60)?;
        match ahead % 60 {
            0 => Ok(()),
            minutes => write!(f, ":{minutes:02}"),
        }
    }
}

impl Date {
    /// The day number, counted from an arbitrary epoch: the difference of two is the
    /// number of days between them. After Howard Hinnant's `days_from_civil`.
    #[must_use]
    pub const fn day_number(self) -> i32 {
        let year = self.year as i32 - (self.month <= 2) as i32;
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (self.month as i32 + 9) % 12;
        let of_year = (153 * month + 2) / 5 + self.day as i32 - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
    }

    /// The day with this number; the last one of the calendar for a number beyond it.
    /// After Howard Hinnant's `civil_from_days`.
    #[must_use]
    pub fn from_day_number(number: i32) -> Self {
        let era = number.div_euclid(146_097);
        let of_era = number.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // From March on.
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        match (i16::try_from(year), u8::try_from(month), u8::try_from(day)) {
            (Ok(year @ 1..=9999), Ok(month), Ok(day)) => Self { year, month, day },
            _ => Self::MAX,
        }
    }

    /// The last day of the calendar.
    pub const MAX: Self = Self {
        year: 9999,
        month: 12,
        day: 31,
    };

    /// The last day of a month.
    pub(crate) const fn last_of_month(year: i16, month: u8) -> Self {
        let first = Self {
            year,
            month,
            day: 1,
        };
        Self {
            day: first.days_in_month(),
            ..first
        }
    }

    /// The number of days in its month.
    const fn days_in_month(self) -> u8 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0) => 29,
            2 => 28,
            _ => 31,
        }
    }
}

/// Formats it as ISO 8601, as HTML's `datetime` requires: `2022-02-01`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let part = |text: &str, length: usize| {
            let whole = text.len() == length && digits(text);
            whole.then(|| text.parse::<i16>().ok()).flatten()
        };
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateError);
        };
        let year = part(year, 4).ok_or(DateError)?;
        let small = |text| u8::try_from(part(text, 2)?).ok();
        let date = Self {
            year,
            month: small(month).ok_or(DateError)?,
            day: small(day).ok_or(DateError)?,
        };
        let exists = date.year > 0
            && (1..=12).contains(&date.month)
            && (1..=date.days_in_month()).contains(&date.day);
        exists.then_some(date).ok_or(DateError)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Date;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for text in ["2022-02-01", "2024-02-29", "2000-02-29", "0001-12-31"] {
            let date: Date = text.parse().expect("a date");
            assert_eq!(date.to_string(), text);
        }
        for text in [
            "",
            "2022",
            "2022-2-1",
            "2022-02-30",
            "2023-02-29",
            "1900-02-29",
            "2022-13-01",
            "2022-00-10",
            "2022-01-00",
            "2022-01-01-01",
            "+022-01-01",
            "2022-01-0é",
            "0000-01-01",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let number = |text: &str| text.parse::<Date>().expect("a date").day_number();
        assert_eq!(number("2022-02-01") - number("2022-01-31"), 1);
        assert_eq!(number("2024-03-01") - number("2024-02-28"), 2);
        assert_eq!(number("2023-03-01") - number("2023-02-28"), 1);
        assert_eq!(number("2001-01-01") - number("2000-01-01"), 366);
        assert_eq!(number("1901-01-01") - number("1900-01-01"), 365);
        assert_eq!(number("2000-01-01") - number("1970-01-01"), 10_957);
    }

    #[test]
    fn every_day_has_a_number_of_its_own() {
        let number = |text: &str| text.parse::<Date>().expect("a date").day_number();
        let days = number("0001-01-01")..=number("9999-12-31");
        assert!(days.clone().count() > 3_600_000);
        for (before, day) in days.clone().zip(days.skip(1)) {
            let date = Date::from_day_number(day);
            assert_eq!(date.day_number(), day);
            assert!(Date::from_day_number(before) < date);
        }
        assert_eq!(Date::from_day_number(i32::MAX), Date::MAX);
        assert_eq!(Date::from_day_number(i32::MIN), Date::MAX);
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text in "[0-9]{0,5}-?[0-9]{0,3}-?\\PC{0,4}") {
            if let Ok(date) = text.parse::<Date>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
