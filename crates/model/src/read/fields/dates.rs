//! Access to the dates in a TOML table.

use toml::de::DeValue;
use toml_datetime::{Datetime, Offset};

use super::{Fields, Located, TextOrTable};
use crate::format::{Day, Edtf};
use crate::read::characters::escape_hidden;
use crate::read::dates::Moment;
use crate::read::problem::{Place, Problems};
use crate::{Date, EdtfDate};

/// A date that may have a time.
pub(crate) struct WrittenDate {
    pub(crate) date: Located<Date>,
    pub(crate) time: Option<Moment>,
    pub(crate) written: Datetime,
}

/// A date of any precision.
#[derive(Clone, Debug)]
pub(crate) struct RawDate {
    pub(crate) date: EdtfDate,
    /// The time, if the date is a day that has one.
    pub(crate) time: Option<Moment>,
    /// The date as written.
    pub(crate) written: Edtf,
}

/// The value of a key that takes a date or a table.
pub(crate) enum DateOrTable<'a> {
    Date(Located<RawDate>),
    Table(Fields<'a>),
}

const DAY: &str = "a date without quotation marks, like 2022-01-31";

const MOMENT: &str = "a date without quotation marks, like 2022-01-31 or 2022-01-31T22:30:00-05:00";

const EDTF: &str = "a day like 2022-01-31, or in quotation marks \"2022-01\" or \"2022\"";

/// How to write a date that is not one day.
const OTHER_DATES: &str = "a month is written \"2022-01\", a season \"2022-21\" to \"2022-24\" (spring to winter), a year \"2022\", a range \"2022-01-31/2022-02-02\", then or earlier \"../2022-02\", then or later \"2022-02/..\"; `~` at the end means about then, `?` perhaps then";

impl<'a> Fields<'a> {
    /// A date.
    pub(crate) fn date(
        &mut self,
        key: &'static str,
        required: bool,
        problems: &mut Problems,
    ) -> Option<Located<Date>> {
        let (place, value) = self.take_date(key, required, DAY, problems)?;
        let date = match value {
            DeValue::Datetime(written) if written.time.is_none() => Day(written).date(),
            _ => None,
        };
        let Some(value) = date else {
            self.report_wrong_form(problems, &place, key, DAY);
            return None;
        };
        Some(Located { value, place })
    }

    /// A date, optionally with a time and a UTC offset.
    pub(crate) fn moment(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<WrittenDate> {
        let (place, value) = self.take_date(key, true, MOMENT, problems)?;
        let written = match value {
            DeValue::Datetime(written) => Some(written),
            _ => None,
        };
        let read = written.and_then(|written| Some((written, date_and_time(written)?)));
        let Some((written, (date, time))) = read else {
            self.report_wrong_form(problems, &place, key, MOMENT);
            return None;
        };
        Some(WrittenDate {
            date: Located { value: date, place },
            time,
            written,
        })
    }

    /// A date of any precision.
    pub(crate) fn edtf(
        &mut self,
        key: &'static str,
        required: bool,
        problems: &mut Problems,
    ) -> Option<Located<RawDate>> {
        let (place, value) = self.take_date(key, required, EDTF, problems)?;
        self.edtf_value(key, place, value, problems)
    }

    /// A date of any precision, or a table. `form` says how to write the table.
    pub(crate) fn date_or_table(
        &mut self,
        key: &'static str,
        form: &str,
        problems: &mut Problems,
    ) -> Option<DateOrTable<'a>> {
        if let Some((_, value)) = self.remaining.get(key)
            && matches!(value.get_ref(), DeValue::Table(_))
        {
            return match self.text_or_table(key, form, problems)? {
                TextOrTable::Table(table) => Some(DateOrTable::Table(table)),
                TextOrTable::Text(_) => None,
            };
        }
        self.edtf(key, true, problems).map(DateOrTable::Date)
    }

    fn take_date(
        &mut self,
        key: &'static str,
        required: bool,
        form: &str,
        problems: &mut Problems,
    ) -> Option<(Place, DeValue<'a>)> {
        let taken = self.take(key);
        if taken.is_none() && required {
            self.report_missing(problems, key, form);
        }
        taken
    }

    fn edtf_value(
        &mut self,
        key: &str,
        place: Place,
        value: DeValue<'a>,
        problems: &mut Problems,
    ) -> Option<Located<RawDate>> {
        let read = match value {
            DeValue::Datetime(written) => match date_and_time(written) {
                Some((date, time)) => Ok(RawDate {
                    date: date.into(),
                    time,
                    written: Edtf::Day(Day(written)),
                }),
                None => Err(why_no_moment(key, written)),
            },
            DeValue::String(text) => match text.parse::<EdtfDate>() {
                // A day in quotation marks would be a second way to write the same.
                Ok(date) if date.day().is_some() => Err((
                    format!("`{key}` is a day in quotation marks"),
                    format!("write it without them: `{key} = {date}`"),
                )),
                Ok(date) => Ok(RawDate {
                    date,
                    time: None,
                    written: Edtf::Other(date),
                }),
                Err(_) => Err((
                    format!("`{}` is not a date", escape_hidden(&text)),
                    format!("a day is written 2022-01-31, without quotation marks; {OTHER_DATES}"),
                )),
            },
            _ => Err((
                format!("`{key}` must be {EDTF}"),
                format!("write `{key}` as {EDTF}; {OTHER_DATES}"),
            )),
        };
        match read {
            Ok(value) => Some(Located { value, place }),
            Err((message, help)) => {
                self.has_invalid_value = true;
                problems.add(&place, "fields", message, help);
                None
            }
        }
    }
}

/// The message and the help for a value that TOML accepts and the format does not.
fn why_no_moment(key: &str, written: Datetime) -> (String, String) {
    let day = written.date.filter(|date| date.year > 0);
    match (day, written.time) {
        (Some(day), Some(_)) => (
            format!("`{key}` has a time without its distance from UTC"),
            format!(
                "write {written}Z if it is UTC, {written}+01:00 if it is an hour ahead; or the day alone, {day}"
            ),
        ),
        _ => (
            format!("`{key}` must be {EDTF}"),
            format!("write `{key}` as {EDTF}; {OTHER_DATES}"),
        ),
    }
}

/// The parts of a date; `None` if it lacks the day, or has a time without an offset.
fn date_and_time(written: Datetime) -> Option<(Date, Option<Moment>)> {
    let time = match (written.time, written.offset) {
        (None, None) => None,
        (Some(time), Some(offset)) => Some(Moment {
            minutes: i32::from(time.hour) * 60 + i32::from(time.minute),
            offset: match offset {
                Offset::Z => 0,
                Offset::Custom { minutes } => i32::from(minutes),
            },
        }),
        _ => return None,
    };
    Some((Day(written).date()?, time))
}
