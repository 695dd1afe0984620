//! Relative dates: "yesterday", "two weeks ago", "last month", "in the coming days".

use std::ops::RangeInclusive;

use jiff::civil;

use super::{Day, Token, Verdict, calendar, capitalize, days, describe, has_word, weekday};

/// How far "in the coming days" and "in recent weeks" reach, in days. The words are
/// vague, so only what they can't mean is refused.
const SOME_DAYS: i64 = 14;
const SOME_WEEKS: i64 = 92;
const SOME_MONTHS: i64 = 366;

/// The distance in the words, relative to the day they count from.
enum Distance {
    /// Exactly this many days away.
    Days(i64),
    /// About this far away, give or take the second value in days (half a unit).
    About(jiff::Span, i64),
    /// Within the week, month or year that is this many units away.
    Within(Unit, i64),
    /// Some time before (-1) or after (1), at most this many days away.
    Vague(i64, i64),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

pub(super) fn check(tokens: &[Token], day: Day) -> Option<Verdict> {
    let distance = distance(tokens)?;
    let Some(from) = day.counted_from else {
        return Some(Verdict::NeedsCountedFrom);
    };
    let away = day.day.duration_since(from).as_hours() / 24;
    Some(match distance {
        Distance::Days(count) => check_days(away, count, from),
        Distance::About(span, slack) => check_about(day.day, span, slack, from),
        Distance::Within(unit, count) => check_within(day.day, unit, count, from),
        Distance::Vague(direction, limit) => {
            let range: RangeInclusive<i64> = if direction < 0 { -limit..=0 } else { 1..=limit };
            if range.contains(&away) {
                Verdict::Fits
            } else {
                let weeks = match limit {
                    SOME_DAYS => "two weeks",
                    SOME_WEEKS => "three months",
                    _ => "year",
                };
                let side = if direction < 0 { "before" } else { "after" };
                Verdict::Differs(format!(
                    "a day within the {weeks} {side} {}",
                    describe(from)
                ))
            }
        }
    })
}

fn distance(tokens: &[Token]) -> Option<Distance> {
    for (word, count) in [
        ("yesterday", -1),
        ("tomorrow", 1),
        ("today", 0),
        ("overnight", 0),
    ] {
        if has_word(tokens, word) {
            return Some(Distance::Days(count));
        }
    }
    if has_word(tokens, "same") {
        return Some(Distance::Days(0));
    }
    tokens.iter().enumerate().find_map(|(at, token)| {
        let (unit, plural) = unit(token)?;
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let after = tokens.get(at + 1);
        counted_unit(unit, before, after).or_else(|| named_unit(unit, plural, before?, after))
    })
}

/// "Two weeks ago", "a month earlier", "three days later".
fn counted_unit(unit: Unit, before: Option<&Token>, after: Option<&Token>) -> Option<Distance> {
    let direction = match after?.lower.as_str() {
        "ago" | "earlier" | "before" => -1,
        "later" | "after" | "from" | "hence" => 1,
        _ => return None,
    };
    let count = match before {
        Some(before) if before.is("the") && unit == Unit::Day => 1,
        Some(before) => before.number()?,
        None => return None,
    };
    let count = direction * count;
    Some(match unit {
        Unit::Day => Distance::Days(count),
        Unit::Week => Distance::About(days(7 * count), 3),
        Unit::Month => Distance::About(jiff::Span::new().months(count), 15),
        Unit::Year => Distance::About(jiff::Span::new().years(count), 183),
    })
}

/// "Last week", "this month", "next year", "in the coming days".
fn named_unit(unit: Unit, plural: bool, before: &Token, after: Option<&Token>) -> Option<Distance> {
    let direction = match before.lower.as_str() {
        "last" | "past" | "previous" | "recent" => -1,
        "next" | "coming" | "following" | "few" => 1,
        "this" | "same" => 0,
        _ => return None,
    };
    let limit = match unit {
        Unit::Day => SOME_DAYS,
        Unit::Week => SOME_WEEKS,
        Unit::Month | Unit::Year => SOME_MONTHS,
    };
    if before.is("few") {
        return after?.is("ago").then_some(Distance::Vague(-1, limit));
    }
    if plural {
        return (direction != 0).then_some(Distance::Vague(direction, limit));
    }
    Some(match (unit, before.lower.as_str()) {
        (Unit::Day, _) => Distance::Days(direction),
        (_, "past") => Distance::Vague(-1, if unit == Unit::Week { SOME_DAYS } else { limit }),
        (_, "coming") => Distance::Vague(1, if unit == Unit::Week { SOME_DAYS } else { limit }),
        _ => Distance::Within(unit, direction),
    })
}

/// Parses a unit of time; also returns whether it is plural.
fn unit(token: &Token) -> Option<(Unit, bool)> {
    Some(match token.lower.as_str() {
        "day" => (Unit::Day, false),
        "days" => (Unit::Day, true),
        "week" => (Unit::Week, false),
        "weeks" => (Unit::Week, true),
        "month" => (Unit::Month, false),
        "months" => (Unit::Month, true),
        "year" => (Unit::Year, false),
        "years" => (Unit::Year, true),
        _ => return None,
    })
}

fn check_days(away: i64, count: i64, from: civil::Date) -> Verdict {
    if away == count {
        return Verdict::Fits;
    }
    let counted = from.checked_add(days(count)).map(describe);
    Verdict::Differs(counted.unwrap_or_default())
}

fn check_about(day: civil::Date, span: jiff::Span, slack: i64, from: civil::Date) -> Verdict {
    let Ok(counted) = from.checked_add(span) else {
        return Verdict::Differs("a day that does not exist".to_owned());
    };
    if (day.duration_since(counted).as_hours() / 24).abs() <= slack {
        Verdict::Fits
    } else {
        Verdict::Differs(format!("about {}", describe(counted)))
    }
}

fn check_within(day: civil::Date, unit: Unit, count: i64, from: civil::Date) -> Verdict {
    let start = |date: civil::Date| match unit {
        Unit::Day => Some(date),
        Unit::Week => {
            let back = i64::try_from(weekday::index(date)).unwrap_or(0);
            date.checked_sub(days(back)).ok()
        }
        Unit::Month => Some(date.first_of_month()),
        Unit::Year => Some(date.first_of_year()),
    };
    let span = jiff::Span::new();
    let span = match unit {
        Unit::Day => span.days(count),
        Unit::Week => span.weeks(count),
        Unit::Month => span.months(count),
        Unit::Year => span.years(count),
    };
    let Some(wanted) = start(from).and_then(|start| start.checked_add(span).ok()) else {
        return Verdict::Differs("a day that does not exist".to_owned());
    };
    if start(day) == Some(wanted) {
        return Verdict::Fits;
    }
    let month = calendar::MONTHS[usize::try_from(wanted.month() - 1).unwrap_or(0)];
    Verdict::Differs(match unit {
        Unit::Day => describe(wanted),
        Unit::Week => format!("a day in the week of {}", describe(wanted)),
        Unit::Month => format!("a day in {} {}", capitalize(month), wanted.year()),
        Unit::Year => format!("a day in {}", wanted.year()),
    })
}
