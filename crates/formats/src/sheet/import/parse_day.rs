//! Parses dates as spreadsheets write them. An ambiguous date is an error that names
//! both readings.

use jiff::ToSpan;
use jiff::civil::{self, Date};
use says_who_model::read::MONTHS;

use super::cell_errors::CellError;

const HELP: &str = "write year, month and day, like 2022-01-31, and give the column the number format yyyy-mm-dd or make it plain text, so that the spreadsheet keeps it so";

/// Parses a cell as a date like 2022-01-31. With `with_time` a time with its UTC
/// offset may follow.
pub(super) fn parse_day(text: &str, with_time: bool) -> Result<String, CellError> {
    let (written, time) = split_time(text);
    let day = parse_date(written).map_err(|(why, help)| (format!("`{text}` {why}"), help))?;
    let Some(time) = time.filter(|time| !is_midnight(time, with_time)) else {
        return Ok(day.to_string());
    };
    match split_offset(time) {
        Some((clock, offset)) if with_time => Ok(format!("{day}T{clock}{offset}")),
        _ if with_time => Err((
            format!("`{text}` has a time but no UTC offset"),
            format!(
                "write the day alone, {day}, or add the time's distance from UTC, like {day}T14:30:00+01:00"
            ),
        )),
        _ => Err((
            format!("`{text}` has a time, and this column takes a day alone"),
            format!("write {day}"),
        )),
    }
}

/// Splits a cell into the date and the time after it.
fn split_time(text: &str) -> (&str, Option<&str>) {
    let is_time = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && rest.as_bytes().get(digits) == Some(&b':')
    };
    let start = text
        .match_indices(['T', 't', ' '])
        .find(|(at, _)| text.get(at + 1..).is_some_and(is_time));
    match start {
        Some((at, _)) => (text[..at].trim_end_matches([',', ' ']), text.get(at + 1..)),
        None => (text, None),
    }
}

/// Whether a time is the midnight that spreadsheets add to a date. With `with_time`,
/// midnight with a UTC offset is a real time.
fn is_midnight(time: &str, with_time: bool) -> bool {
    let time = match split_offset(time) {
        Some(_) if with_time => return false,
        Some((clock, _)) => clock,
        None => time.to_owned(),
    };
    let upper = time.to_uppercase();
    let (clock, morning) = match upper.strip_suffix("AM") {
        Some(clock) => (clock.trim_end(), true),
        None => (upper.as_str(), false),
    };
    let mut units = clock.split([':', '.']);
    let hour = units.next().unwrap_or_default();
    let starts = if morning {
        hour == "12"
    } else {
        matches!(hour, "0" | "00")
    };
    starts && units.all(|unit| !unit.is_empty() && unit.bytes().all(|b| b == b'0'))
}

/// Splits a time into the clock time and its UTC offset.
fn split_offset(time: &str) -> Option<(String, &str)> {
    let at = time.find(['Z', 'z', '+', '-'])?;
    let (clock, offset) = time.split_at(at);
    let clock = clock.trim_end();
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_clock = clock.split(':').count() >= 2 && clock.split([':', '.']).all(digits);
    let is_offset = matches!(offset, "Z" | "z")
        || offset.len() == 6
            && offset.as_bytes()[3] == b':'
            && digits(&offset[1..3])
            && digits(&offset[4..]);
    (is_clock && is_offset).then(|| (clock.to_owned(), offset))
}

fn parse_date(text: &str) -> Result<Date, CellError> {
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

#[cfg(test)]
mod tests {
    use super::parse_day;

    #[test]
    fn one_day_is_read_in_every_form() {
        for text in [
            "2021-03-10",
            "2021-3-10",
            "2021/03/10",
            "2021.03.10",
            "2021. 03. 10.",
            "20210310",
            "2021-03-10 00:00:00",
            "2021-03-10T00:00:00",
            "2021-03-10T00:00:00.000",
            "2021-03-10 0:00",
            "3/10/2021 12:00:00 AM".replace("3/10", "10.3").as_str(),
            "10.03.2021",
            "10.3.2021",
            "10. 3. 2021",
            "10.03.2021 00:00",
            "10.03.2021.",
            "10 March 2021",
            "10-Mar-2021",
            "March 10, 2021",
            "Mar 10 2021",
            "10th March 2021",
            "Wednesday, March 10, 2021",
            "Wed 10 Mar 2021",
        ] {
            assert_eq!(parse_day(text, true).as_deref(), Ok("2021-03-10"), "{text}");
        }
        for (text, read) in [
            ("3/25/2021", "2021-03-25"),
            ("25/03/2021", "2021-03-25"),
            ("25-3-2021", "2021-03-25"),
            ("3/3/2021", "2021-03-03"),
            ("29.02.2020", "2020-02-29"),
        ] {
            assert_eq!(parse_day(text, false).as_deref(), Ok(read), "{text}");
        }
        let moment = "2021-03-10T09:00:00+01:00";
        assert_eq!(parse_day(moment, true).as_deref(), Ok(moment));
        assert_eq!(
            parse_day("2021-03-10 09:00:00+01:00", true).as_deref(),
            Ok(moment)
        );
        assert_eq!(
            parse_day("2021-03-10T00:00:00Z", false).as_deref(),
            Ok("2021-03-10")
        );
    }

    #[test]
    fn what_can_be_two_days_or_none_is_refused() {
        for (text, said) in [
            ("3/10/2021", "can be 2021-10-03 or 2021-03-10"),
            ("10/03/2021", "can be 2021-03-10 or 2021-10-03"),
            ("03-10-2021", "can be 2021-10-03 or 2021-03-10"),
            ("3/10/21", "no whole year"),
            ("10.03.21", "no whole year"),
            ("10-Mar-21", "no whole year"),
            ("44265", "date number"),
            ("44265.5", "date number"),
            ("2021-02-30", "does not have"),
            ("13/13/2021", "does not have"),
            ("2021-03-10 14:30:00", "no UTC offset"),
            ("on Wednesday", "not a day"),
            ("März 2021", "not a day"),
            ("2021-03", "not a day"),
            ("10 марта 2021", "not a day"),
            ("99999999999-1-1", "not a day"),
            ("", "not a day"),
        ] {
            let (message, help) = parse_day(text, true).expect_err(text);
            assert!(message.contains(said), "{message}");
            assert!(help.contains("like ") && !help.contains('`'), "{help}");
        }
        let (_, help) = parse_day("44265", true).expect_err("a number");
        assert!(help.contains("2021-03-10"), "{help}");
        assert!(parse_day("2021-03-10T09:00:00+01:00", false).is_err());
    }
}
