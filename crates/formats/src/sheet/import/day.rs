//! Days as spreadsheets write them. What can only be one day is read; what could
//! be two is refused, with both.

use jiff::ToSpan;
use jiff::civil::{self, Date};
use says_who_model::read::MONTHS;

use super::values::Refusal;

const HOW: &str = "write year, month and day, like 2022-01-31, and give the column the number format yyyy-mm-dd or make it plain text, so that the spreadsheet keeps it so";

/// A cell as a day of the form 2022-01-31, which may have a time with its
/// distance from UTC where `with_time` says so.
pub(super) fn day(text: &str, with_time: bool) -> Result<String, Refusal> {
    let (written, time) = parts(text);
    let day = date(written).map_err(|(why, help)| (format!("`{text}` {why}"), help))?;
    let Some(time) = time.filter(|time| !is_midnight(time, with_time)) else {
        return Ok(day.to_string());
    };
    match offset(time) {
        Some((clock, offset)) if with_time => Ok(format!("{day}T{clock}{offset}")),
        _ if with_time => Err((
            format!("`{text}` has a time, and nothing says of which place"),
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

/// The day, and the time behind it.
fn parts(text: &str) -> (&str, Option<&str>) {
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

/// Whether a time is what spreadsheets add to a day. With a distance from UTC it
/// is a time like any other where times are taken.
fn is_midnight(time: &str, with_time: bool) -> bool {
    let time = match offset(time) {
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

/// A time and its distance from UTC.
fn offset(time: &str) -> Option<(String, &str)> {
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

fn date(text: &str) -> Result<Date, Refusal> {
    let text = without_weekday(text);
    let none = || ("is not a day".to_owned(), HOW.to_owned());
    if let Some(day) = serial(text) {
        return Err((
            "is how a spreadsheet counts a day".to_owned(),
            format!("it is {day} where days are counted from 1900; {HOW}"),
        ));
    }
    let all_digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    if all_digits && text.starts_with(['1', '2']) {
        return checked(number(&text[..4]), number(&text[4..6]), number(&text[6..]));
    }
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let &[one, two, three] = words.as_slice() else {
        return Err(none());
    };
    let marks: Vec<char> = text
        .chars()
        .filter(|c| !c.is_alphanumeric() && *c != ' ')
        .collect();
    let named = [(one, two, three), (two, one, three)];
    if let Some((month, day, year)) = named
        .into_iter()
        .find_map(|(name, day, year)| Some((month(name)?, day, year)))
    {
        let day = day.trim_end_matches(|c: char| c.is_alphabetic());
        return match year.len() {
            4 => checked(number(year), Some(month), number(day)),
            _ => Err(short_year()),
        };
    }
    if words
        .iter()
        .any(|word| !word.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(none());
    }
    if one.len() == 4 && three.len() <= 2 {
        return checked(number(one), number(two), number(three));
    }
    if one.len() > 2 || two.len() > 2 {
        return Err(none());
    }
    match three.len() {
        4 => {}
        2 => return Err(short_year()),
        _ => return Err(none()),
    }
    let (year, one, two) = (number(three), number(one), number(two));
    // Dots part a day from its month wherever they are used.
    if marks.first() == Some(&'.') {
        return checked(year, two, one);
    }
    match (checked(year, two, one), checked(year, one, two)) {
        (Ok(one), Ok(other)) if one != other => Err((
            format!("can be {one} or {other}"),
            format!("write the one that is meant; {HOW}"),
        )),
        (Ok(day), _) | (_, Ok(day)) => Ok(day),
        (Err(error), Err(_)) => Err(error),
    }
}

fn short_year() -> Refusal {
    ("has no whole year".to_owned(), HOW.to_owned())
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

fn checked(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Result<Date, Refusal> {
    let no_such = || {
        (
            "is a day that the calendar does not have".to_owned(),
            HOW.to_owned(),
        )
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Err(("is not a day".to_owned(), HOW.to_owned()));
    };
    let part = |number: u32| i8::try_from(number).ok();
    let date = i16::try_from(year)
        .ok()
        .zip(part(month))
        .zip(part(day))
        .and_then(|((year, month), day)| Date::new(year, month, day).ok());
    date.ok_or_else(no_such)
}

/// The day that a number stands for in sheets that count from 1900, of the years
/// 1954 to 2119; the part of a day behind it does not matter.
fn serial(text: &str) -> Option<Date> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.len() != 5 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let days: i64 = whole.parse().ok()?;
    // Day 1 is 1900-01-01, and Excel counts a 29 February that 1900 did not have.
    let before_the_first = civil::date(1899, 12, 30);
    let counted = (20_000..80_000).contains(&days);
    counted
        .then(|| before_the_first.checked_add(days.days()).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::day;

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
            assert_eq!(day(text, true).as_deref(), Ok("2021-03-10"), "{text}");
        }
        for (text, read) in [
            ("3/25/2021", "2021-03-25"),
            ("25/03/2021", "2021-03-25"),
            ("25-3-2021", "2021-03-25"),
            ("3/3/2021", "2021-03-03"),
            ("29.02.2020", "2020-02-29"),
        ] {
            assert_eq!(day(text, false).as_deref(), Ok(read), "{text}");
        }
        let moment = "2021-03-10T09:00:00+01:00";
        assert_eq!(day(moment, true).as_deref(), Ok(moment));
        assert_eq!(
            day("2021-03-10 09:00:00+01:00", true).as_deref(),
            Ok(moment)
        );
        assert_eq!(
            day("2021-03-10T00:00:00Z", false).as_deref(),
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
            ("44265", "counts a day"),
            ("44265.5", "counts a day"),
            ("2021-02-30", "does not have"),
            ("13/13/2021", "does not have"),
            ("2021-03-10 14:30:00", "of which place"),
            ("on Wednesday", "not a day"),
            ("März 2021", "not a day"),
            ("2021-03", "not a day"),
            ("10 марта 2021", "not a day"),
            ("99999999999-1-1", "not a day"),
            ("", "not a day"),
        ] {
            let (message, help) = day(text, true).expect_err(text);
            assert!(message.contains(said), "{message}");
            assert!(help.contains("like ") && !help.contains('`'), "{help}");
        }
        let (_, help) = day("44265", true).expect_err("a number");
        assert!(help.contains("2021-03-10"), "{help}");
        assert!(day("2021-03-10T09:00:00+01:00", false).is_err());
    }
}
