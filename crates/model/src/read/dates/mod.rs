//! Checks a source's words for a day, such as "last Wednesday", against the date in
//! the data. Each part of the words is compared: a time with its zone, a month and
//! year, a weekday, a distance. Only English words are understood; others are
//! accepted unchecked.

mod calendar;
mod clock;
mod distance;
mod weekday;

pub use calendar::MONTHS;

use jiff::civil;

use crate::Date;

/// The result of comparing the words with the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They fit.
    Fits,
    /// They don't; describes the day they refer to.
    Differs(String),
    /// They need the day they were counted from.
    NeedsCountedFrom,
    /// They contain nothing that can be checked.
    Uncountable,
}

/// A time of day and its offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Minutes since midnight, in the zone of the date.
    pub(super) minutes: i32,
    /// Minutes east of UTC.
    pub(super) offset: i32,
}

/// What the words are compared with: the date, and the day they count from.
#[derive(Clone, Copy)]
struct Day {
    day: civil::Date,
    counted_from: Option<civil::Date>,
}

/// Resolves `words` relative to `from` and compares the result with `date`. If the
/// date has a time, the words may give it in another zone, where it can be another
/// day.
pub(super) fn check(
    words: &str,
    date: Date,
    moment: Option<Moment>,
    from: Option<Date>,
) -> Verdict {
    let Some(day) = civil_date(date) else {
        return Verdict::Differs("a day that does not exist".to_owned());
    };
    let tokens = tokens(words);
    let (local_day, clock) = match clock::check(words, day, moment) {
        Ok(found) => found,
        Err(differs) => return Verdict::Differs(differs),
    };
    let other_day = (local_day != day).then(|| describe(local_day));
    let day = Day {
        day: local_day,
        counted_from: from.and_then(civil_date),
    };
    let verdicts = [
        calendar::check(&tokens, day),
        weekday::check(&tokens, day),
        distance::check(&tokens, day),
        clock.then_some(Verdict::Fits),
    ];
    // A contradiction outweighs missing information, which outweighs a match.
    let found = |wanted: fn(&Verdict) -> bool| verdicts.iter().flatten().find(|v| wanted(v));
    let verdict = found(|verdict| matches!(verdict, Verdict::Differs(_)))
        .or_else(|| found(|verdict| *verdict == Verdict::NeedsCountedFrom))
        .or_else(|| found(|verdict| *verdict == Verdict::Fits))
        .cloned()
        .unwrap_or(Verdict::Uncountable);
    match (verdict, other_day) {
        (Verdict::Differs(counted), Some(other_day)) => Verdict::Differs(format!(
            "{counted}, and in the zone of the words the time given is on {other_day}"
        )),
        (verdict, _) => verdict,
    }
}

/// A word, as written and in lower case.
struct Token {
    written: String,
    lower: String,
}

impl Token {
    fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// A whole number in digits, "26" or "26th", or in words up to twelve.
    fn number(&self) -> Option<i64> {
        const WORDS: [&str; 13] = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        let figures = self.lower.trim_end_matches(char::is_alphabetic);
        let ending = &self.lower[figures.len()..];
        if matches!(ending, "" | "st" | "nd" | "rd" | "th")
            && figures.len() <= 4
            && let Ok(number) = figures.parse()
        {
            return Some(number);
        }
        if matches!(self.lower.as_str(), "a" | "an") {
            return Some(1);
        }
        let at = WORDS.iter().position(|word| *word == self.lower)?;
        i64::try_from(at).ok()
    }
}

fn tokens(words: &str) -> Vec<Token> {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .map(|token| Token {
            written: token.to_owned(),
            lower: token.to_lowercase(),
        })
        .collect()
}

fn has_word(tokens: &[Token], word: &str) -> bool {
    tokens.iter().any(|token| token.is(word))
}

fn days(count: i64) -> jiff::Span {
    // Years have at most four digits, so no valid distance is longer.
    jiff::Span::new().days(count.clamp(-4_000_000, 4_000_000))
}

/// Whether the calendar has this day.
pub(super) fn exists(date: Date) -> bool {
    civil_date(date).is_some()
}

fn civil_date(date: Date) -> Option<civil::Date> {
    let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
    civil::Date::new(date.year, month, day).ok()
}

fn describe(date: civil::Date) -> String {
    let month = calendar::MONTHS[usize::try_from(date.month() - 1).unwrap_or(0)];
    let weekday = weekday::WEEKDAYS[weekday::index(date)];
    format!(
        "{} {} {}, a {}",
        date.day(),
        capitalize(month),
        date.year(),
        capitalize(weekday)
    )
}

fn capitalize(name: &str) -> String {
    name[..1].to_uppercase() + &name[1..]
}

/// Formats a date for messages.
pub(super) fn in_words(date: Date) -> String {
    civil_date(date).map_or_else(|| "a day that does not exist".to_owned(), describe)
}

#[cfg(test)]
mod tests {
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
}
