//! Dates.

use says_who_model::{Certainty, Date, DatePart, EdtfDate, PartOfDay, Precision, Season, When};

use super::messages::message;
use crate::components::DateBasis;
use crate::words::Message;

pub(super) fn date_basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Given => "date given in the source",
        DateBasis::Counted => "date worked out from the source’s words",
        DateBasis::Elsewhere => "date from another source",
    }
}

pub(super) const NOT_KNOWN: &str = "date not known";

/// The names of months: whole, or their beginnings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Months {
    Long,
    Short,
}

/// A date, as precise as it is known.
pub(super) fn edtf_date(date: EdtfDate) -> String {
    edtf(date, Months::Long)
}

/// What is not known of a date that is wider than a day. A date that is open at one
/// end says so itself.
pub(super) fn date_width(date: EdtfDate) -> Option<&'static str> {
    match date {
        EdtfDate::In(part) if part.day().is_none() => Some("exact day not known"),
        EdtfDate::Between(..) => Some("some time in this period"),
        EdtfDate::In(_) | EdtfDate::Until(_) | EdtfDate::From(_) => None,
    }
}

/// The time of the day or the part of the day, if it is known.
pub(super) fn time_in_day(when: &When) -> Option<String> {
    match (when.time, when.part) {
        (Some(time), _) => Some(time.to_string()),
        (None, part) => part.map(part_of_day).map(str::to_owned),
    }
}

pub(super) fn date(date: Date) -> String {
    date_part(date.into(), Months::Long)
}

pub(super) fn short_date(date: Date) -> String {
    date_part(date.into(), Months::Short)
}

pub(super) fn when(when: &When) -> String {
    at(when, Months::Long)
}

pub(super) fn short_when(when: &When) -> String {
    at(when, Months::Short)
}

/// When something was said, as a sentence.
pub(super) fn said_on(when: &When) -> String {
    let Some(date) = when.known() else {
        return format!("Said on a {NOT_KNOWN}.");
    };
    let said = at(when, Months::Long);
    let preposition = match (date, when.part) {
        (EdtfDate::In(part), None) if part.certainty == Certainty::Sure => match part.precision {
            Precision::Day(..) => "on ",
            _ => "in ",
        },
        (EdtfDate::In(_), Some(PartOfDay::Night)) => "in the ",
        (EdtfDate::In(_), Some(PartOfDay::Midday)) => "about ",
        (EdtfDate::In(_), Some(_)) => "on the ",
        (EdtfDate::Between(..), _) => "at some time from ",
        _ => "",
    };
    format!("Said {preposition}{said}.")
}

fn at(when: &When, months: Months) -> String {
    let Some(date) = when.known() else {
        return NOT_KNOWN.to_owned();
    };
    let date = edtf(date, months);
    match (when.time, when.part) {
        (Some(time), _) => format!("{date}, {time}"),
        (None, Some(part)) => format!("{} of {date}", part_of_day(part)),
        (None, None) => date,
    }
}

fn edtf(date: EdtfDate, months: Months) -> String {
    match date {
        EdtfDate::In(part) => date_part(part, months),
        EdtfDate::Between(first, last) => between(first, last, months),
        EdtfDate::Until(last) => format!("{} or earlier", date_part(last, months)),
        EdtfDate::From(first) => format!("{} or later", date_part(first, months)),
    }
}

/// A range. What both dates have in common stands once.
fn between(first: DatePart, last: DatePart, months: Months) -> String {
    let end = date_part(last, months);
    let sure = first.certainty == Certainty::Sure && last.certainty == Certainty::Sure;
    let begin = match (first.precision, last.precision) {
        _ if !sure || first.year != last.year => date_part(first, months),
        (Precision::Day(month, day), Precision::Day(of, _)) if month == of => day.to_string(),
        (Precision::Day(month, day), Precision::Day(..)) => {
            format!("{day} {}", month_name(month, months))
        }
        (Precision::Month(month), Precision::Month(_)) => month_name(month, months).to_owned(),
        (Precision::Season(season), Precision::Season(_)) => season_name(season).to_owned(),
        _ => date_part(first, months),
    };
    format!("{begin} to {end}")
}

fn date_part(part: DatePart, months: Months) -> String {
    let year = part.year;
    let date = match part.precision {
        Precision::Day(month, day) => format!("{day} {} {year}", month_name(month, months)),
        Precision::Month(month) => format!("{} {year}", month_name(month, months)),
        Precision::Season(season) => format!("{} {year}", season_name(season)),
        Precision::Year => year.to_string(),
    };
    match part.certainty {
        Certainty::Sure => date,
        Certainty::Approximate => format!("about {date}"),
        Certainty::Uncertain => format!("perhaps {date}"),
        Certainty::UncertainAndApproximate => format!("perhaps about {date}"),
    }
}

fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

fn part_of_day(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Night => "night",
        PartOfDay::Morning => "morning",
        PartOfDay::Midday => "midday",
        PartOfDay::Afternoon => "afternoon",
        PartOfDay::Evening => "evening",
    }
}

/// The name of a month. In its short form, the first three letters; the whole name if
/// it has at most four.
fn month_name(month: u8, months: Months) -> &'static str {
    let mut names = message(Message::Months).split(Message::FORM_SEPARATOR);
    let name = names
        .nth(usize::from(month).wrapping_sub(1))
        .unwrap_or_default();
    match months {
        Months::Short if name.len() > 4 => name.get(..3).unwrap_or(name),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use says_who_model::EdtfDate;

    use super::{Months, edtf};

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        for (date, words) in [
            ("2022-01-31", "31 January 2022"),
            ("2022-01", "January 2022"),
            ("2022-21", "spring 2022"),
            ("2022", "2022"),
            ("1908-04~", "about April 1908"),
            ("1908?", "perhaps 1908"),
            ("1908-04-21%", "perhaps about 21 April 1908"),
            ("2022-01-03/2022-01-05", "3 to 5 January 2022"),
            ("2022-01-31/2022-02-02", "31 January to 2 February 2022"),
            (
                "2021-12-31/2022-01-02",
                "31 December 2021 to 2 January 2022",
            ),
            ("2022-01/2022-03", "January to March 2022"),
            ("1907-24/1908", "winter 1907 to 1908"),
            ("1908-02~/1908-04", "about February 1908 to April 1908"),
            ("../2022-02", "February 2022 or earlier"),
            ("2022-02-01/..", "1 February 2022 or later"),
        ] {
            let date: EdtfDate = date.parse().expect("a date");
            assert_eq!(edtf(date, Months::Long), words);
        }
    }
}
