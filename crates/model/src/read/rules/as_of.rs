//! Rule on the as-of date: later items are listed separately or marked as later.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::read::dates::Moment;
use crate::read::fields::Located;
use crate::read::problem::{Place, Problems};
use crate::read::raw::{RawDispute, RawLibrary, RawWhen};
use crate::{Certainty, Date, DatePart, EdtfDate, Precision};

const RULE: &str = "as-of";

pub(super) fn as_of(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        if let Some(as_of) = &dispute.head.as_of {
            let as_of = AsOf {
                date: as_of.value,
                time: dispute.head.as_of_time,
            };
            check_report(dispute, as_of.date, problems);
            check_statements(dispute, as_of, problems);
            check_events(dispute, as_of, problems);
            check_documents(dispute, as_of, problems);
            check_open_questions(dispute, problems);
        }
    }
}

/// The point in time up to which a dispute covers events.
#[derive(Clone, Copy)]
struct AsOf {
    date: Date,
    time: Option<Moment>,
}

/// Whether something is before or after the as-of date; unknown if neither.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Timing {
    Before,
    After,
}

impl AsOf {
    /// Compares in UTC if both have a time, else by date.
    ///
    /// A date that is not one day, or is not sure, counts only if all the days that it may
    /// be are on one side of the as-of date.
    fn timing_of(self, when: Option<&RawWhen>) -> Option<(&Place, Timing)> {
        let date = when?.date.as_ref()?;
        let order = match (date.value.date.day(), date.value.time, self.time) {
            (Some(day), Some(then), Some(as_of)) => {
                // The minute itself still counts as before.
                match utc(day, then).cmp(&utc(self.date, as_of)) {
                    Ordering::Equal => Ordering::Less,
                    order => order,
                }
            }
            _ => self.order_of(date.value.date)?,
        };
        match order {
            Ordering::Less => Some((&date.place, Timing::Before)),
            Ordering::Greater => Some((&date.place, Timing::After)),
            Ordering::Equal => None,
        }
    }

    /// Where all days of a date are; `None` if they may be on both sides. A date that is
    /// not sure may be off by its own length.
    fn order_of(self, date: EdtfDate) -> Option<Ordering> {
        let as_of = self.date.day_number();
        let (first, last) = date.parts();
        let latest = date.latest().map(|day| day.day_number() + leeway(last));
        let earliest = date.earliest().map(|day| day.day_number() - leeway(first));
        if latest.is_some_and(|latest| latest < as_of) {
            Some(Ordering::Less)
        } else if earliest.is_some_and(|earliest| earliest > as_of) {
            Some(Ordering::Greater)
        } else {
            date.day().map(|_| Ordering::Equal)
        }
    }
}

/// By how many days a date may be off: none if it is sure, else its own length. The
/// format does not say how far “about” reaches. A date that reaches further is written
/// as a range.
fn leeway(part: DatePart) -> i32 {
    match (part.certainty, part.precision) {
        (Certainty::Sure, _) => 0,
        (_, Precision::Day(..)) => 1,
        (_, Precision::Month(_)) => 31,
        (_, Precision::Season(_)) => 92,
        (_, Precision::Year) => 366,
    }
}

/// Minutes in UTC, counted from an arbitrary epoch.
fn utc(date: Date, moment: Moment) -> i64 {
    i64::from(date.day_number()) * 24 * 60 + i64::from(moment.minutes - moment.offset)
}

/// The last covered report has to be of the as-of date.
fn check_report(dispute: &RawDispute, as_of: Date, problems: &mut Problems) {
    let Some(named) = &dispute.head.as_of_report else {
        return;
    };
    let Some(source) = dispute.source(&named.value) else {
        return;
    };
    let published = source
        .published
        .as_ref()
        .and_then(|when| when.date.as_ref());
    if let Some(published) = published
        && published.value.date.day() != Some(as_of)
    {
        problems.add(
            &named.place,
            RULE,
            format!("`{}` was not published on the as-of date", named.value),
            "name the report of that day, or correct `as-of` or the source’s `published`",
        );
    }
}

fn check_statements(dispute: &RawDispute, as_of: AsOf, problems: &mut Problems) {
    let after = after_points(dispute);
    for point in &dispute.points {
        let after = after.contains(point.id.value.as_str());
        for statement in &point.statements {
            match as_of.timing_of(statement.when.as_ref()) {
                Some((place, Timing::After)) if !after => problems.add(
                    place,
                    RULE,
                    "this was said after the as-of date",
                    "move it to a point listed under `after` in dispute.toml, or correct the date",
                ),
                Some((place, Timing::Before)) if after => problems.add(
                    place,
                    RULE,
                    "this was said before the as-of date, and its point stands under `after`",
                    "move it to a point listed under `points`, or correct the date",
                ),
                _ => {}
            }
        }
        for absence in &point.absences {
            let (place, message, help) = match as_of.timing_of(absence.when.as_ref()) {
                Some((place, Timing::After)) if !after => (
                    place,
                    "this was after the as-of date",
                    "move the absence to a point listed under `after` in dispute.toml, or correct the date",
                ),
                Some((place, Timing::Before)) if after => (
                    place,
                    "this was before the as-of date, and its point stands under `after`",
                    "move the absence to a point listed under `points`, or correct the date",
                ),
                _ => continue,
            };
            problems.add(place, RULE, message, help);
        }
    }
}

fn check_events(dispute: &RawDispute, as_of: AsOf, problems: &mut Problems) {
    for event in &dispute.events {
        let timing = as_of.timing_of(event.when.as_ref());
        check_mark(timing, event.after, "happened", problems);
    }
}

fn check_documents(dispute: &RawDispute, as_of: AsOf, problems: &mut Problems) {
    for document in &dispute.documents {
        let timing = as_of.timing_of(document.when.as_ref());
        check_mark(timing, document.after, "came", problems);
        for called in &document.called {
            let Some(named) = &called.source else {
                continue;
            };
            let source = dispute.source(&named.value);
            let published = source.and_then(|source| source.published.as_ref());
            let date = published.and_then(|when| when.date.as_ref());
            let order = date.and_then(|date| as_of.order_of(date.value.date));
            if let (Some(after), Some(Ordering::Less)) = (&called.after, order)
                && after.value
            {
                problems.add(
                    &after.place,
                    RULE,
                    format!("`{}` was published before the as-of date", named.value),
                    "delete `after = true`, or name the later source",
                );
            }
            // A later document has a mark of its own, which covers its names.
            let is_open = called.after.is_none() && !document.after;
            if is_open && order == Some(Ordering::Greater) {
                problems.add(
                    &named.place,
                    RULE,
                    format!("`{}` was published after the as-of date", named.value),
                    "add `after = true`, or `after = false` where it reports what was said before",
                );
            }
        }
    }
}

/// Reports a missing and a superfluous `after` mark.
fn check_mark(
    timing: Option<(&Place, Timing)>,
    after: bool,
    happened: &str,
    problems: &mut Problems,
) {
    match timing {
        Some((place, Timing::After)) if !after => problems.add(
            place,
            RULE,
            format!("this {happened} after the as-of date"),
            "add `after = true`, or correct the date",
        ),
        Some((place, Timing::Before)) if after => problems.add(
            place,
            RULE,
            format!("this {happened} before the as-of date and is marked `after`"),
            "delete `after = true`, or correct the date",
        ),
        _ => {}
    }
}

fn check_open_questions(dispute: &RawDispute, problems: &mut Problems) {
    let after = after_points(dispute);
    for open in &dispute.open_questions {
        let later = |id: &Located<String>| after.contains(id.value.as_str());
        if !open.after && !open.points.is_empty() && open.points.iter().all(later) {
            problems.add(
                &open.id.place,
                RULE,
                format!(
                    "all points of `{}` are later than the as-of date",
                    open.id.value
                ),
                "add `after = true`, or name the point before the as-of date that it bears on",
            );
        }
    }
}

/// The points about what came after the as-of date.
pub(super) fn after_points(dispute: &RawDispute) -> HashSet<&str> {
    let after = dispute.head.after.iter();
    after.map(|id| id.value.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::AsOf;
    use crate::Date;

    #[test]
    fn a_date_that_is_not_sure_may_be_on_either_side() {
        let as_of = AsOf {
            date: Date {
                year: 2021,
                month: 3,
                day: 10,
            },
            time: None,
        };
        let (before, same, after) = (
            Some(Ordering::Less),
            Some(Ordering::Equal),
            Some(Ordering::Greater),
        );
        for (date, order) in [
            ("2021-03-09", before),
            ("2021-03-10", same),
            ("2021-03-11", after),
            ("2021-03-08~", before),
            ("2021-03-09~", None),
            ("2021-03-10~", None),
            ("2021-03-11~", None),
            ("2021-03-11?", None),
            ("2021-03-11%", None),
            ("2021-03-12~", after),
            ("2021-01~", before),
            ("2021-02", before),
            ("2021-02~", None),
            ("2021-04", after),
            ("2021-04~", None),
            ("2021-05~", after),
            ("2019~", before),
            ("2020~", None),
            ("2022", after),
            ("2022~", None),
            ("2023?", after),
            ("2021-03-01/2021-03-09", before),
            ("2021-03-01/2021-03-09~", None),
            ("2021-03-01~/2021-03-09", before),
            ("2021-03-11~/2021-04", None),
            ("2021-03-11/2021-04~", after),
            ("../2021-03-09", before),
            ("../2021-03-09~", None),
            ("2021-03-11/..", after),
            ("2021-03-11~/..", None),
        ] {
            let parsed = date.parse().expect("a date");
            assert_eq!(as_of.order_of(parsed), order, "{date}");
        }
    }
}
