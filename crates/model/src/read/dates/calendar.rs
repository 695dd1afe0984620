//! Calendar dates: a day of a month, a month, a year.

use jiff::civil;

use super::{Day, Token, Verdict, capitalize, describe};

/// The English month names, in lower case.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The maximum distance, in days, to a month that is named without a year. "In
/// December", said in January, means the month before; said in June, either one.
const ABOUT_A_YEAR: i64 = 366;

pub(super) fn check(tokens: &[Token], day: Day) -> Option<Verdict> {
    let year = tokens.iter().find_map(year);
    match month(tokens, year) {
        Some((at, month)) => Some(match number(tokens, at) {
            Some(number) => day_of_month(day, year, month, number),
            None => of_month(day, year, month),
        }),
        None => match year {
            Some(year) if year == day.day.year() => Some(Verdict::Fits),
            Some(year) => Some(Verdict::Differs(format!("a day in {year}"))),
            None => None,
        },
    }
}

/// Parses a four-digit year.
fn year(token: &Token) -> Option<i16> {
    let year = token.written.parse().ok()?;
    (token.written.len() == 4 && (1000..=2999).contains(&year)).then_some(year)
}

/// Finds a month and its token index. "May" and "March" are also ordinary words:
/// without an adjacent number, a month needs a capital, and must not be the first
/// word unless there is a year.
fn month(tokens: &[Token], year: Option<i16>) -> Option<(usize, i8)> {
    tokens.iter().enumerate().find_map(|(at, token)| {
        let found = MONTHS.iter().position(|name| {
            let short = matches!(token.lower.len(), 3 | 4) && name.starts_with(&token.lower);
            token.is(name) || short
        })?;
        let capital = token.written.starts_with(char::is_uppercase);
        let sure = number(tokens, at).is_some() || capital && (at > 0 || year.is_some());
        sure.then_some((at, i8::try_from(found + 1).ok()?))
    })
}

/// The day of the month, next to the month's name.
fn number(tokens: &[Token], month: usize) -> Option<i8> {
    let day = |token: Option<&Token>| {
        let token = token?;
        let figures = token.written.starts_with(|c: char| c.is_ascii_digit());
        let number = i8::try_from(token.number()?).ok()?;
        (figures && (1..=31).contains(&number)).then_some(number)
    };
    day(tokens.get(month + 1)).or_else(|| day(tokens.get(month.checked_sub(1)?)))
}

fn day_of_month(day: Day, year: Option<i16>, month: i8, number: i8) -> Verdict {
    match civil::Date::new(year.unwrap_or(day.day.year()), month, number) {
        Ok(said) if said == day.day => Verdict::Fits,
        Ok(said) => Verdict::Differs(describe(said)),
        Err(_) => Verdict::Differs("a day that does not exist".to_owned()),
    }
}

fn of_month(day: Day, year: Option<i16>, month: i8) -> Verdict {
    let near = match (year, day.counted_from) {
        (Some(year), _) => year == day.day.year(),
        (None, Some(from)) => (day.day.duration_since(from).as_hours() / 24).abs() <= ABOUT_A_YEAR,
        (None, None) => return Verdict::NeedsCountedFrom,
    };
    if near && day.day.month() == month {
        return Verdict::Fits;
    }
    let name = capitalize(MONTHS[usize::try_from(month - 1).unwrap_or(0)]);
    let year = year.map(|year| format!(" {year}")).unwrap_or_default();
    Verdict::Differs(format!("a day in {name}{year}"))
}
