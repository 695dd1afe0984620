//! Parses a date without a time.

use jiff::ToSpan;
use jiff::civil::{self, Date};
use says_who_model::read::MONTHS;

use crate::sheet::import::cell_errors::CellError;

const HELP: &str = "write year, month and day, like 2022-01-31, and give the column the number format yyyy-mm-dd or make it plain text, so that the spreadsheet keeps it so";

pub(super) fn parse_date(text: &str) -> Result<Date, CellError> {
    let text = without_weekday(text);
    if let Some(day) = serial_day(text) {
        return Err((
            "is a spreadsheet date number".to_owned(),
            format!("in the 1900 date system it is {day}; {HELP}"),
        ));
    }
    let all_digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    if all_digits && text.starts_with(['1', '2']) {
        return calendar_date(number(&text[..4]), number(&text[4..6]), number(&text[6..]));
    }
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let &[one, two, three] = words.as_slice() else {
        return Err(not_a_day());
    };
    let named = [(one, two, three), (two, one, three)];
    if let Some((month, day, year)) = named
        .into_iter()
        .find_map(|(name, day, year)| Some((month(name)?, day, year)))
    {
        let day = day.trim_end_matches(|c: char| c.is_alphabetic());
        return match year.len() {
            4 => calendar_date(number(year), Some(month), number(day)),
            _ => Err(short_year()),
        };
    }
    if words
        .iter()
        .any(|word| !word.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(not_a_day());
    }
    let delimiter = text.chars().find(|c| !c.is_alphanumeric() && *c != ' ');
    parse_numbers([one, two, three], delimiter)
}

/// Parses a date of three numbers. Day and month may be in either order.
fn parse_numbers([one, two, three]: [&str; 3], delimiter: Option<char>) -> Result<Date, CellError> {
    if one.len() == 4 && three.len() <= 2 {
        return calendar_date(number(one), number(two), number(three));
    }
    if one.len() > 2 || two.len() > 2 {
        return Err(not_a_day());
    }
    match three.len() {
        4 => {}
        2 => return Err(short_year()),
        _ => return Err(not_a_day()),
    }
    let (year, one, two) = (number(three), number(one), number(two));
    // With dots the day comes first in every country that uses them.
    if delimiter == Some('.') {
        return calendar_date(year, two, one);
    }
    match (calendar_date(year, two, one), calendar_date(year, one, two)) {
        (Ok(one), Ok(other)) if one != other => Err((
            format!("can be {one} or {other}"),
            format!("write the one you mean; {HELP}"),
        )),
        (Ok(day), _) | (_, Ok(day)) => Ok(day),
        (Err(error), Err(_)) => Err(error),
    }
}

fn not_a_day() -> CellError {
    ("is not a day".to_owned(), HELP.to_owned())
}

fn short_year() -> CellError {
    ("has no whole year".to_owned(), HELP.to_owned())
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

fn month(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let at = MONTHS.iter().position(|month| {
        *month == name
            || name.len() == 3 && month.starts_with(&name)
            || name == "sept" && *month == "september"
    })?;
    u32::try_from(at + 1).ok()
}

fn without_weekday(text: &str) -> &str {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let Some((first, rest)) = text.split_once([',', ' ']) else {
        return text;
    };
    let first = first.trim_end_matches('.').to_lowercase();
    let is_day = DAYS
        .iter()
        .any(|day| first == *day || first.starts_with(day) && first.ends_with("day"));
    if is_day {
        rest.trim_start_matches([',', ' '])
    } else {
        text
    }
}

fn calendar_date(
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
) -> Result<Date, CellError> {
    let no_such = || {
        (
            "is a day that the calendar does not have".to_owned(),
            HELP.to_owned(),
        )
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Err(not_a_day());
    };
    let part = |number: u32| i8::try_from(number).ok();
    let date = i16::try_from(year)
        .ok()
        .zip(part(month))
        .zip(part(day))
        .and_then(|((year, month), day)| Date::new(year, month, day).ok());
    date.ok_or_else(no_such)
}

/// The date of a serial number in the 1900 date system, if it is in the years 1954
/// to 2119. The fraction of a day is ignored.
fn serial_day(text: &str) -> Option<Date> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.len() != 5 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let days: i64 = whole.parse().ok()?;
    // Day 1 is 1900-01-01, and Excel counts 29 February 1900, which didn't exist.
    let before_the_first = civil::date(1899, 12, 30);
    let counted = (20_000..80_000).contains(&days);
    counted
        .then(|| before_the_first.checked_add(days.days()).ok())
        .flatten()
}
