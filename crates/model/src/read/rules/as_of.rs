//! Rule on the as-of date: later items are listed separately or marked as later.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::Date;
use crate::read::dates::Moment;
use crate::read::fields::Located;
use crate::read::problem::Problems;
use crate::read::raw::{RawDispute, RawLibrary, RawWhen};

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
    fn timing_of(self, when: Option<&RawWhen>) -> Option<(&Located<Date>, Timing)> {
        let when = when?;
        let date = when.date.as_ref()?;
        let order = match (when.date_time, self.time) {
            (Some(then), Some(as_of)) => {
                // The minute itself still counts as before.
                match utc(date.value, then).cmp(&utc(self.date, as_of)) {
                    Ordering::Equal => Ordering::Less,
                    order => order,
                }
            }
            _ => date.value.cmp(&self.date),
        };
        match order {
            Ordering::Less => Some((date, Timing::Before)),
            Ordering::Greater => Some((date, Timing::After)),
            Ordering::Equal => None,
        }
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
    if let Some(published) = &source.published
        && published.value != as_of
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
                Some((date, Timing::After)) if !after => problems.add(
                    &date.place,
                    RULE,
                    "this was said after the as-of date",
                    "move it to a point listed under `after` in dispute.toml, or correct the date",
                ),
                Some((date, Timing::Before)) if after => problems.add(
                    &date.place,
                    RULE,
                    "this was said before the as-of date, and its point stands under `after`",
                    "move it to a point listed under `points`, or correct the date",
                ),
                _ => {}
            }
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
            let order = published.map(|day| day.value.cmp(&as_of.date));
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
    timing: Option<(&Located<Date>, Timing)>,
    after: bool,
    happened: &str,
    problems: &mut Problems,
) {
    match timing {
        Some((date, Timing::After)) if !after => problems.add(
            &date.place,
            RULE,
            format!("this {happened} after the as-of date"),
            "add `after = true`, or correct the date",
        ),
        Some((date, Timing::Before)) if after => problems.add(
            &date.place,
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
