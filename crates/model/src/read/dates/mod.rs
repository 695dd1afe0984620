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

use crate::{Date, EdtfDate, TimeOfDay};

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
pub(crate) struct Moment {
    /// Minutes since midnight, in the zone of the date.
    pub(crate) minutes: i32,
    /// Minutes east of UTC.
    pub(crate) offset: i32,
}

impl Moment {
    /// The time for the page; `None` if it is none of a day.
    pub(crate) fn time_of_day(self) -> Option<TimeOfDay> {
        Some(TimeOfDay {
            minutes: u16::try_from(self.minutes).ok()?,
            offset: i16::try_from(self.offset).ok()?,
        })
    }
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

/// The longest range, in days, in which [`check_range`] looks for a day.
const MAX_DAYS: i32 = 400;

/// Like [`check`], for a date that is not one day: the words fit if they fit one of
/// its days. They are not checked for longer ranges and those without an end.
pub(super) fn check_range(words: &str, date: EdtfDate, from: Option<Date>) -> Verdict {
    let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) else {
        return Verdict::Uncountable;
    };
    let (Some(mut day), Some(last)) = (civil_date(earliest), civil_date(latest)) else {
        return Verdict::Differs("a day that does not exist".to_owned());
    };
    if latest.day_number() - earliest.day_number() > MAX_DAYS {
        return Verdict::Uncountable;
    }
    let mut verdict = Verdict::Uncountable;
    while day <= last {
        verdict = check(words, from_civil(day), None, from);
        if !matches!(verdict, Verdict::Differs(_)) {
            break;
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    verdict
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

fn from_civil(day: civil::Date) -> Date {
    Date {
        year: day.year(),
        month: day.month().unsigned_abs(),
        day: day.day().unsigned_abs(),
    }
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
mod tests;
