//! Tests of the check of words for a day.

use proptest::prelude::*;

use super::{Moment, Verdict, check, civil_date, describe};
use crate::Date;

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn from_tuesday(words: &str, date: &str) -> Verdict {
    check(words, day(date), None, Some(day("2022-02-01")))
}

fn alone(words: &str, date: &str) -> Verdict {
    check(words, day(date), None, None)
}

#[test]
fn words_are_counted_again() {
    for (words, date) in [
        ("last Wednesday", "2022-01-26"),
        ("on Monday", "2022-01-31"),
        ("Tuesday", "2022-02-01"),
        ("yesterday", "2022-01-31"),
        ("last week", "2022-01-28"),
        ("Jan. 26", "2022-01-26"),
        ("next Friday", "2022-02-04"),
        ("later the same day", "2022-02-01"),
        ("in the coming days", "2022-02-04"),
        ("in recent days", "2022-01-29"),
        ("in the coming weeks", "2022-03-01"),
        ("over the past week", "2022-01-27"),
        ("two days ago", "2022-01-30"),
        ("three weeks later", "2022-02-22"),
        ("a month earlier", "2022-01-03"),
        ("last month", "2022-01-14"),
        ("in January", "2022-01-14"),
        ("in December", "2021-12-17"),
        ("last year", "2021-06-01"),
        ("in 2021", "2021-06-01"),
        ("on a Friday in January 2022", "2022-01-21"),
        ("the day before", "2022-01-31"),
        ("overnight", "2022-02-01"),
    ] {
        assert_eq!(from_tuesday(words, date), Verdict::Fits, "{words}");
    }
}

#[test]
fn what_contradicts_its_words_is_named() {
    for (words, date, counted) in [
        (
            "last Wednesday",
            "2022-01-27",
            "26 January 2022, a Wednesday",
        ),
        (
            "17 December 2021",
            "2021-12-16",
            "17 December 2021, a Friday",
        ),
        (
            "in the coming days",
            "2022-01-31",
            "a day within the two weeks after 1 February 2022, a Tuesday",
        ),
        (
            "in recent days",
            "2022-02-03",
            "a day within the two weeks before 1 February 2022, a Tuesday",
        ),
        ("two days ago", "2022-01-31", "30 January 2022, a Sunday"),
        ("in December", "2022-01-17", "a day in December"),
        ("in December 2020", "2021-12-17", "a day in December 2020"),
        ("last month", "2021-12-31", "a day in January 2022"),
        ("in 2021", "2022-06-01", "a day in 2021"),
        ("last year", "2022-01-01", "a day in 2021"),
        (
            "Friday, 20 January 2022",
            "2022-01-20",
            "20 January 2022, a Thursday",
        ),
        ("31 February", "2022-02-28", "a day that does not exist"),
    ] {
        assert_eq!(
            from_tuesday(words, date),
            Verdict::Differs(counted.to_owned()),
            "{words}"
        );
    }
}

#[test]
fn what_was_counted_says_from_when() {
    for words in [
        "on Monday",
        "in the coming days",
        "two days ago",
        "last month",
        "yesterday",
    ] {
        assert_eq!(
            alone(words, "2022-01-31"),
            Verdict::NeedsCountedFrom,
            "{words}"
        );
    }
    assert_eq!(alone("in January 2022", "2022-01-31"), Verdict::Fits);
    assert_eq!(alone("as it may be", "2022-01-31"), Verdict::Uncountable);
    assert_eq!(alone("after the march", "2022-01-31"), Verdict::Uncountable);
    assert_eq!(alone("в понедельник", "2022-01-31"), Verdict::Uncountable);
}

#[test]
fn a_time_is_held_against_its_zone() {
    // 06:30 on 1 February in Moscow.
    let moscow = Some(Moment {
        minutes: 6 * 60 + 30,
        offset: 180,
    });
    let at = |words: &str| check(words, day("2022-02-01"), moscow, Some(day("2022-02-01")));
    for words in [
        "at 10:30 p.m. EST on Monday",
        "Monday at 22:30 EST",
        "6:30 a.m. Moscow time on Tuesday",
        "03:30 UTC",
        "at 0330 GMT on Tuesday",
        "Tuesday, 04:30 CET",
        "Tuesday 06:30",
    ] {
        assert_eq!(at(words), Verdict::Fits, "{words}");
    }
    for (words, counted) in [
        ("at 10:30 p.m. EST on Tuesday", "31 January 2022, a Monday"),
        ("at 11 p.m. EST on Monday", "22:30 in that zone"),
        ("03:30 CET", "04:30 in that zone"),
    ] {
        assert!(
            matches!(at(words), Verdict::Differs(found) if found.contains(counted)),
            "{words}: {:?}",
            at(words)
        );
    }
    // Without a time in the data, the date is that of the words' own zone.
    assert_eq!(
        from_tuesday("at 10:30 p.m. EST on Monday", "2022-01-31"),
        Verdict::Fits
    );
    assert_eq!(
        from_tuesday("at 25:30 on Monday", "2022-01-31"),
        Verdict::Differs("not a valid time of day".to_owned())
    );
}

proptest! {
    #[test]
    fn no_words_panic(
        words in "([a-zA-Z]{1,9} |[0-9]{1,5} |last |next |in |days |ago |January |Monday |[0-9]{1,2}:[0-9]{2} |EST |\\PC){0,8}",
        year in -9999i16..9999, month in 1u8..13, date in 1u8..29, minutes in 0i32..1440, offset in -1439i32..1440,
    ) {
        let date = Date { year, month, day: date };
        let _ = check(&words, date, Some(Moment { minutes, offset }), Some(date));
        let _ = check(&words, date, None, None);
    }

    #[test]
    fn the_day_itself_fits(year in 1000i16..9999, month in 1u8..13, date in 1u8..29) {
        let date = Date { year, month, day: date };
        let words = describe(civil_date(date).expect("a day"));
        prop_assert_eq!(check(&words, date, None, None), Verdict::Fits);
    }
}
