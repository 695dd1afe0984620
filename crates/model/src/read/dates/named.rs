//! What is named outright: a day of a month, a month, a year.

use jiff::civil;

use super::{Day, Token, Verdict, capital, describe};

/// The months in English, as words in a text are compared with them.
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

/// The most days between the words and a month that they name without a year:
/// "in December", said in January, is the one before; said in June it is either.
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

/// A year in four figures.
fn year(token: &Token) -> Option<i16> {
    let year = token.written.parse().ok()?;
    (token.written.len() == 4 && (1000..=2999).contains(&year)).then_some(year)
}

/// A month and where it stands. "May" and "March" are other words too: without
/// a number beside them they count only with a capital.
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

/// The day of the month beside a month's name.
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
    let near = match (year, day.from) {
        (Some(year), _) => year == day.day.year(),
        (None, Some(from)) => (day.day.duration_since(from).as_hours() / 24).abs() <= ABOUT_A_YEAR,
        (None, None) => return Verdict::NeedsCountedFrom,
    };
    if near && day.day.month() == month {
        return Verdict::Fits;
    }
    let name = capital(MONTHS[usize::try_from(month - 1).unwrap_or(0)]);
    let year = year.map(|year| format!(" {year}")).unwrap_or_default();
    Verdict::Differs(format!("a day in {name}{year}"))
}
