//! Nothing is dated long after the data was written, and no revision before the first
//! publication.

use crate::RevisionKind;
use crate::read::problem::Problems;
use crate::read::raw::{RawDispute, RawLibrary, RawWhen};

pub(super) const RULE: &str = "plausible-dates";

pub(super) fn plausible_dates(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        check_revisions(dispute, problems);
        check_far_dates(dispute, problems);
    }
}

fn check_revisions(dispute: &RawDispute, problems: &mut Problems) {
    let dated = dispute.head.revisions.iter().filter_map(|revision| {
        let kind = revision.kind.as_ref()?.value;
        Some((
            kind == RevisionKind::FirstPublished,
            revision.date.as_ref()?,
        ))
    });
    let Some(first) = dated.clone().find(|(is_first, _)| *is_first) else {
        return;
    };
    let first = first.1.value;
    for (_, date) in dated.filter(|(_, date)| date.value < first) {
        problems.add(
            &date.place,
            RULE,
            format!("this revision is dated before the first publication, {first}"),
            "correct the date of the one or the other",
        );
    }
}

/// A date more than a year after the last revision is a slip: 3022 for 2022.
fn check_far_dates(dispute: &RawDispute, problems: &mut Problems) {
    let revisions = dispute.head.revisions.iter();
    let revisions = revisions.filter_map(|revision| revision.date.as_ref());
    let Some(last) = revisions.map(|date| date.value).max() else {
        return;
    };
    let year_later = crate::Date {
        year: last.year.saturating_add(1),
        ..last
    };
    let check = |what: &str, when: &RawWhen, problems: &mut Problems| {
        let date = when.date.as_ref();
        let date = date.and_then(|date| Some((&date.place, date.value.date.earliest()?)));
        if let Some((place, earliest)) = date
            && earliest > year_later
        {
            problems.add(
                place,
                RULE,
                format!(
                    "this {what} is dated more than a year after the last revision, {last}"
                ),
                "correct the date; if it is right, add the `[[revision]]` of dispute.toml that tells of it",
            );
        }
    };
    for event in &dispute.events {
        if let Some(when) = &event.when {
            check("event", when, problems);
        }
    }
    for source in &dispute.sources {
        if let Some(when) = source.published.as_deref() {
            check("source", when, problems);
        }
    }
    for statement in dispute.points.iter().flat_map(|point| &point.statements) {
        if let Some(when) = &statement.when {
            check("statement", when, problems);
        }
    }
}
