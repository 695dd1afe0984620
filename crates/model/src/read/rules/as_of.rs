//! What is later than the as-of date stands apart, or carries a mark.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::Date;
use crate::read::dates::Moment;
use crate::read::fields::At;
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
            report(dispute, as_of.date, problems);
            statements(dispute, as_of, problems);
            events(dispute, as_of, problems);
            documents(dispute, as_of, problems);
            open_questions(dispute, problems);
        }
    }
}

/// The point in time to which a dispute speaks.
#[derive(Clone, Copy)]
struct AsOf {
    date: Date,
    time: Option<Moment>,
}

/// How something stands to that point; nothing where it can't be told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Before,
    After,
}

impl AsOf {
    /// By the hour where both have one, wherever the clocks are; else by the day.
    fn stands(self, when: Option<&RawWhen>) -> Option<(&At<Date>, Stands)> {
        let when = when?;
        let date = when.date.as_ref()?;
        let order = match (when.moment, self.time) {
            (Some(then), Some(as_of)) => {
                // What was said in that very minute had been said by then.
                match utc(date.value, then).cmp(&utc(self.date, as_of)) {
                    Ordering::Equal => Ordering::Less,
                    order => order,
                }
            }
            _ => date.value.cmp(&self.date),
        };
        match order {
            Ordering::Less => Some((date, Stands::Before)),
            Ordering::Greater => Some((date, Stands::After)),
            Ordering::Equal => None,
        }
    }
}

/// Minutes on the clock of UTC, from an arbitrary day.
fn utc(date: Date, moment: Moment) -> i64 {
    i64::from(date.day_number()) * 24 * 60 + i64::from(moment.minutes - moment.offset)
}

/// The report up to which a dispute speaks is one of its as-of date.
fn report(dispute: &RawDispute, as_of: Date, problems: &mut Problems) {
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

fn statements(dispute: &RawDispute, as_of: AsOf, problems: &mut Problems) {
    let after = after_points(dispute);
    for point in &dispute.points {
        let after = after.contains(point.id.value.as_str());
        for statement in &point.statements {
            match as_of.stands(statement.when.as_ref()) {
                Some((date, Stands::After)) if !after => problems.add(
                    &date.place,
                    RULE,
                    "this was said after the as-of date",
                    "move it to a point listed under `after` in dispute.toml, or correct the date",
                ),
                Some((date, Stands::Before)) if after => problems.add(
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

fn events(dispute: &RawDispute, as_of: AsOf, problems: &mut Problems) {
    for event in &dispute.events {
        let stands = as_of.stands(event.when.as_ref());
        marked(stands, event.after, "happened", problems);
    }
}

fn documents(dispute: &RawDispute, as_of: AsOf, problems: &mut Problems) {
    for document in &dispute.documents {
        let stands = as_of.stands(document.when.as_ref());
        marked(stands, document.after, "came", problems);
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
            // What a later document is called was said later: its own mark says so.
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

/// Reports a mark `after` that is missing, and one that is not due.
fn marked(
    stands: Option<(&At<Date>, Stands)>,
    after: bool,
    happened: &str,
    problems: &mut Problems,
) {
    match stands {
        Some((date, Stands::After)) if !after => problems.add(
            &date.place,
            RULE,
            format!("this {happened} after the as-of date"),
            "add `after = true`, or correct the date",
        ),
        Some((date, Stands::Before)) if after => problems.add(
            &date.place,
            RULE,
            format!("this {happened} before the as-of date and is marked `after`"),
            "delete `after = true`, or correct the date",
        ),
        _ => {}
    }
}

fn open_questions(dispute: &RawDispute, problems: &mut Problems) {
    let after = after_points(dispute);
    for open in &dispute.open {
        let later = |id: &At<String>| after.contains(id.value.as_str());
        if !open.after && !open.points.is_empty() && open.points.iter().all(later) {
            problems.add(
                &open.id.place,
                RULE,
                format!("`{}` bears on nothing but what came after", open.id.value),
                "add `after = true`, or name the point before the as-of date that it bears on",
            );
        }
    }
}

/// The points about what came after.
pub(super) fn after_points(dispute: &RawDispute) -> HashSet<&str> {
    let after = dispute.head.after.iter();
    after.map(|id| id.value.as_str()).collect()
}
