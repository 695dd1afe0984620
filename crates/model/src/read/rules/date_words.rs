//! Rule 5: dates agree with the words used for them, and are as precise as these.

use crate::EdtfDate;
use crate::read::dates::{self, Verdict};
use crate::read::fields::{Located, RawDate};
use crate::read::problem::Problems;
use crate::read::raw::{RawDispute, RawLibrary, RawWhen};

const RULE: &str = "date-words";

pub(super) fn date_words(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        for when in whens(dispute) {
            check(when, problems);
        }
    }
}

/// Everything in a dispute that says when something was.
pub(in crate::read) fn whens(dispute: &RawDispute) -> impl Iterator<Item = &RawWhen> {
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    let statements = statements.filter_map(|statement| statement.when.as_ref());
    let hops = super::chains::chains(dispute).flat_map(|(_, hops)| hops);
    let documents = dispute.documents.iter();
    let events = dispute.events.iter();
    let sources = dispute.sources.iter();
    let absences = dispute.points.iter().flat_map(|point| &point.absences);
    statements
        .chain(hops.filter_map(|hop| hop.when.as_ref()))
        .chain(absences.filter_map(|absence| absence.when.as_ref()))
        .chain(documents.filter_map(|document| document.when.as_ref()))
        .chain(events.filter_map(|event| event.when.as_ref()))
        .chain(sources.filter_map(|source| source.published.as_deref()))
}

fn check(when: &RawWhen, problems: &mut Problems) {
    match (&when.date, &when.unknown) {
        (None, Some(_)) => check_unknown(when, problems),
        (Some(_), Some(unknown)) => problems.add(
            &unknown.place,
            RULE,
            "the date is given and is said to be unknown",
            "delete `date` or `unknown`, whichever is wrong",
        ),
        (None, None) if when.has_invalid_value => {}
        (None, None) => problems.add(
            &when.place,
            RULE,
            "there is neither a date nor why it is not known",
            "add `date = …` as precise as the source is, like 2022-01-31, \"2022-01\" or \"2022\"; or `unknown = \"…\"` with the reason",
        ),
        (Some(date), None) => check_known(date, when, problems),
    }
}

/// Without a date there is nothing that its details can belong to.
fn check_unknown(when: &RawWhen, problems: &mut Problems) {
    let part = when.part.as_ref().map(|part| &part.place);
    let from = when.counted_from.as_ref().map(|from| &from.place);
    for place in part.into_iter().chain(from) {
        problems.add(
            place,
            RULE,
            "the date is not known, so this has nothing to belong to",
            "delete it, or give the `date`",
        );
    }
}

fn check_known(date: &Located<RawDate>, when: &RawWhen, problems: &mut Problems) {
    let (earliest, latest) = (date.value.date.earliest(), date.value.date.latest());
    if ![earliest, latest].into_iter().flatten().all(dates::exists) {
        problems.add(&date.place, RULE, "there is no such date", "correct `date`");
        return;
    }
    if let Some(part) = &when.part
        && (date.value.date.day().is_none() || date.value.time.is_some())
    {
        problems.add(
            &part.place,
            RULE,
            "only a day without a time has a part of the day",
            "delete `part`, or give the day alone",
        );
    }
    let from = when.counted_from.as_ref().map(|from| from.value);
    let Some(words) = &when.words else {
        if let Some(from) = &when.counted_from {
            problems.add(
                &from.place,
                RULE,
                "`counted-from` has no words to count",
                "add `words = \"…\"` as the source has them, or delete `counted-from`",
            );
        }
        return;
    };
    let language = when.words_language.as_ref();
    if language.is_some_and(|language| !is_english(&language.value)) {
        // Only English words are understood.
        return;
    }
    let verdict = match date.value.date.day() {
        Some(day) => dates::check(&words.value, day, date.value.time, from),
        None => dates::check_range(&words.value, date.value.date, from),
    };
    match verdict {
        Verdict::Fits => {}
        Verdict::Differs(counted) => {
            let counted_from = from
                .map(|from| format!(" counted from {}", dates::in_words(from)))
                .unwrap_or_default();
            let (counted, says) = match date.value.date.day() {
                Some(day) => (format!("is {counted}"), dates::in_words(day)),
                None => ("is no day of it".to_owned(), date.value.date.to_string()),
            };
            problems.add(
                &date.place,
                RULE,
                format!(
                    "`{}`{counted_from} {counted}; `date` says {says}",
                    words.value
                ),
                "correct `date`, `words` or `counted-from`, whichever is wrong",
            );
        }
        Verdict::NeedsCountedFrom => problems.add(
            &words.place,
            RULE,
            format!(
                "`{}` is relative, but `counted-from` is missing",
                words.value
            ),
            "add `counted-from = …`, as a rule the day the source was published",
        ),
        // A date that is not one day needs no day to count from.
        Verdict::Uncountable if from.is_some() || !is_day(date.value.date) => {}
        Verdict::Uncountable => problems.add(
            &words.place,
            RULE,
            format!("no date can be computed from `{}`", words.value),
            "add `counted-from = …`, the day the words were written; or `words-language = \"…\"` if they are in another language",
        ),
    }
}

fn is_day(date: EdtfDate) -> bool {
    date.day().is_some()
}

fn is_english(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en")
}
