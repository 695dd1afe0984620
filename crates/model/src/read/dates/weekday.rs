//! Days of the week.

use jiff::civil;

use super::{Day, Token, Verdict, calendar, days, describe, has_word};

pub(super) const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Checks a weekday. It means the most recent or the next such day, within a week;
/// "last" and "next" reach one week further, because usage varies.
pub(super) fn check(tokens: &[Token], day: Day) -> Option<Verdict> {
    let weekday = tokens
        .iter()
        .find_map(|token| WEEKDAYS.iter().position(|name| token.is(name)))?;
    let right = index(day.day) == weekday;
    // With a month or year, only the day of the week is compared.
    if calendar::check(tokens, day).is_some_and(|named| named != Verdict::NeedsCountedFrom) {
        return Some(if right {
            Verdict::Fits
        } else {
            Verdict::Differs(describe(day.day))
        });
    }
    let Some(from) = day.counted_from else {
        return Some(Verdict::NeedsCountedFrom);
    };
    let (last, next) = (has_word(tokens, "last"), has_word(tokens, "next"));
    let range = match (last, next) {
        (true, _) => -13..=-1,
        (_, true) => 1..=13,
        _ => -7..=6,
    };
    if right && range.contains(&(day.day.duration_since(from).as_hours() / 24)) {
        return Some(Verdict::Fits);
    }
    let number = |index: usize| i64::try_from(index).unwrap_or(0);
    let step = number(weekday) - number(index(from));
    let counted = if next {
        (step - 1).rem_euclid(7) + 1
    } else {
        let back = -((-step).rem_euclid(7));
        if last && back == 0 { -7 } else { back }
    };
    let counted = from.checked_add(days(counted)).map(describe);
    Some(Verdict::Differs(counted.unwrap_or_default()))
}

/// The index of a day in its week; Monday is 0.
pub(super) fn index(date: civil::Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0)
}
