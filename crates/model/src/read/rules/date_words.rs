//! Rule 5: dates agree with the words used for them.

use crate::read::dates::{self, Verdict};
use crate::read::problem::Problems;
use crate::read::raw::{RawDispute, RawLibrary, RawWhen};

pub(super) fn date_words(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        for when in all_whens(dispute) {
            check(when, problems);
        }
    }
}

fn all_whens(dispute: &RawDispute) -> impl Iterator<Item = &RawWhen> {
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    statements
        .filter_map(|statement| statement.when.as_ref())
        .chain(
            dispute
                .documents
                .iter()
                .filter_map(|document| document.when.as_ref()),
        )
        .chain(
            dispute
                .events
                .iter()
                .filter_map(|event| event.when.as_ref()),
        )
}

/// Long because of its messages.
fn check(when: &RawWhen, problems: &mut Problems) {
    const RULE: &str = "date-words";
    let Some(date) = &when.date else {
        return;
    };
    if !dates::exists(date.value) {
        problems.add(&date.place, RULE, "there is no such date", "correct `date`");
        return;
    }
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
    let from = when.counted_from.as_ref().map(|from| from.value);
    match dates::check(&words.value, date.value, when.date_time, from) {
        Verdict::Fits => {}
        Verdict::Differs(counted) => {
            let counted_from = from
                .map(|from| format!(" counted from {}", dates::in_words(from)))
                .unwrap_or_default();
            problems.add(
                &date.place,
                RULE,
                format!(
                    "`{}`{counted_from} is {counted}; `date` says {}",
                    words.value,
                    dates::in_words(date.value)
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
        Verdict::Uncountable if from.is_some() => {}
        Verdict::Uncountable => problems.add(
            &words.place,
            RULE,
            format!("no date can be computed from `{}`", words.value),
            "add `counted-from = …`, the day the words were written",
        ),
    }
}
