//! The arithmetic of a source's day words: "last Wednesday", counted again.

use jiff::civil;

use crate::Date;

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const MONTHS: [&str; 12] = [
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

/// What the words say about the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They fit.
    Fits,
    /// They do not; what they come to.
    Differs(String),
    /// They need the day they were counted from.
    NeedsCountedFrom,
    /// Nothing in them can be counted.
    Uncountable,
}

/// Counts `words` from `from` and compares with `date`.
pub(super) fn check(words: &str, date: Date, from: Option<Date>) -> Verdict {
    let lower = words.to_lowercase();
    let tokens: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .collect();
    let Some(day) = civil_date(date) else {
        return Verdict::Differs("a day that does not exist".to_owned());
    };
    if let Some(verdict) = explicit(&tokens, day) {
        return verdict;
    }
    let relative = ["today", "yesterday", "tomorrow", "week", "day"];
    let weekday = tokens
        .iter()
        .find_map(|token| WEEKDAYS.iter().position(|name| name == token));
    let Some(from) = from.and_then(civil_date) else {
        let counts = weekday.is_some() || tokens.iter().any(|token| relative.contains(token));
        return if counts {
            Verdict::NeedsCountedFrom
        } else {
            Verdict::Uncountable
        };
    };
    let days = day.duration_since(from).as_hours() / 24;
    let has = |word: &str| tokens.contains(&word);
    if let Some(weekday) = weekday {
        let range = if has("last") {
            -13..=-1
        } else if has("next") {
            1..=13
        } else {
            -7..=6
        };
        let fits = weekday_index(day) == weekday && range.contains(&days);
        return if fits {
            Verdict::Fits
        } else {
            let step = i64::try_from(weekday).unwrap_or(0)
                - i64::try_from(weekday_index(from)).unwrap_or(0);
            let back = if has("next") {
                (step - 1).rem_euclid(7) + 1
            } else {
                -((-step).rem_euclid(7))
            };
            let back = if has("last") && back == 0 { -7 } else { back };
            Verdict::Differs(
                from.checked_add(jiff::Span::new().days(back))
                    .map(describe)
                    .unwrap_or_default(),
            )
        };
    }
    let exact = if has("yesterday") {
        -1
    } else if has("tomorrow") {
        1
    } else if has("today") || has("same") {
        0
    } else {
        return week(&tokens, day, from);
    };
    if days == exact {
        Verdict::Fits
    } else {
        Verdict::Differs(
            from.checked_add(jiff::Span::new().days(exact))
                .map(describe)
                .unwrap_or_default(),
        )
    }
}

/// A day and a month that are named outright.
fn explicit(tokens: &[&str], day: civil::Date) -> Option<Verdict> {
    let month = tokens.iter().enumerate().find_map(|(index, token)| {
        let found = MONTHS.iter().position(|name| {
            token == name || (token.len() >= 3 && *token != "mar" && name.starts_with(token))
        })?;
        Some((index, i8::try_from(found + 1).ok()?))
    });
    let (index, month) = month?;
    let number = |token: Option<&&str>| -> Option<i8> {
        token?
            .trim_end_matches(|c: char| c.is_alphabetic())
            .parse()
            .ok()
    };
    let named = number(tokens.get(index + 1)).or_else(|| {
        index
            .checked_sub(1)
            .and_then(|before| number(tokens.get(before)))
    })?;
    let year = tokens
        .iter()
        .find_map(|token| (token.len() == 4).then(|| token.parse::<i16>().ok())?);
    let year = year.unwrap_or(day.year());
    let said = civil::Date::new(year, month, named);
    Some(match said {
        Ok(said) if said == day => Verdict::Fits,
        Ok(said) => Verdict::Differs(describe(said)),
        Err(_) => Verdict::Differs("a day that does not exist".to_owned()),
    })
}

/// "Last week", "this week", "next week".
fn week(tokens: &[&str], day: civil::Date, from: civil::Date) -> Verdict {
    let Some(at) = tokens.iter().position(|token| *token == "week") else {
        return Verdict::Uncountable;
    };
    let shift = match at.checked_sub(1).and_then(|before| tokens.get(before)) {
        Some(&"last") => -1,
        Some(&"next") => 1,
        Some(&"this") => 0,
        _ => return Verdict::Uncountable,
    };
    let monday = |date: civil::Date| {
        let back = i64::try_from(weekday_index(date)).unwrap_or(0);
        date.checked_sub(jiff::Span::new().days(back)).ok()
    };
    let wanted = monday(from).and_then(|m| m.checked_add(jiff::Span::new().weeks(shift)).ok());
    if monday(day) == wanted {
        Verdict::Fits
    } else {
        Verdict::Differs(
            wanted
                .map(|m| format!("the week of {}", describe(m)))
                .unwrap_or_default(),
        )
    }
}

/// Whether the calendar has such a day.
pub(super) fn exists(date: Date) -> bool {
    civil_date(date).is_some()
}

fn civil_date(date: Date) -> Option<civil::Date> {
    let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
    civil::Date::new(date.year, month, day).ok()
}

fn weekday_index(date: civil::Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0)
}

fn describe(date: civil::Date) -> String {
    let name = |name: &str| name[..1].to_uppercase() + &name[1..];
    let month = MONTHS[usize::try_from(date.month() - 1).unwrap_or(0)];
    format!(
        "{} {} {}, a {}",
        date.day(),
        name(month),
        date.year(),
        name(WEEKDAYS[weekday_index(date)])
    )
}

/// A date as the messages write it.
pub(super) fn in_words(date: Date) -> String {
    civil_date(date).map_or_else(|| "a day that does not exist".to_owned(), describe)
}

#[cfg(test)]
mod tests {
    use super::{Verdict, check};
    use crate::Date;

    fn day(year: i16, month: u8, day: u8) -> Date {
        Date { year, month, day }
    }

    #[test]
    fn words_are_counted_again() {
        let tuesday = Some(day(2022, 2, 1));
        for (words, date) in [
            ("last Wednesday", day(2022, 1, 26)),
            ("on Monday", day(2022, 1, 31)),
            ("Tuesday", day(2022, 2, 1)),
            ("yesterday", day(2022, 1, 31)),
            ("last week", day(2022, 1, 28)),
            ("Jan. 26", day(2022, 1, 26)),
            ("next Friday", day(2022, 2, 4)),
            ("later the same day", day(2022, 2, 1)),
        ] {
            assert_eq!(check(words, date, tuesday), Verdict::Fits, "{words}");
        }
        assert_eq!(
            check("last Wednesday", day(2022, 1, 27), tuesday),
            Verdict::Differs("26 January 2022, a Wednesday".to_owned())
        );
        assert_eq!(
            check("on Monday", day(2022, 1, 31), None),
            Verdict::NeedsCountedFrom
        );
        assert_eq!(
            check("17 December 2021", day(2021, 12, 16), None),
            Verdict::Differs("17 December 2021, a Friday".to_owned())
        );
        assert_eq!(
            check("in the coming days", day(2022, 1, 31), None),
            Verdict::Uncountable
        );
    }
}
