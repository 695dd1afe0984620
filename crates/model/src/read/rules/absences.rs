//! Rule 3, in part: an absence's date and words fit its kind.

use crate::AbsenceKind;
use crate::read::problem::Problems;
use crate::read::raw::RawAbsence;

const RULE: &str = "no-empty-cell";

/// Checks the date and the words of an absence.
pub(super) fn check(absence: &RawAbsence, problems: &mut Problems) {
    check_words(absence, problems);
    let Some(kind) = &absence.kind else {
        return;
    };
    if let (AbsenceKind::NotAsked, Some(when)) = (kind.value, &absence.when) {
        problems.add(
            &when.place,
            RULE,
            "a side that was not asked has no date of it",
            "delete `when`, or correct `kind`",
        );
    }
    let has_no_words = matches!(kind.value, AbsenceKind::NotFound | AbsenceKind::NotAsked);
    if let (true, Some(words)) = (has_no_words, &absence.wording.said) {
        problems.add(
            &words.place,
            RULE,
            "`words` are those in which a side declined, or did not disclose something",
            "delete `words`, or write `declined` or `not-disclosed` as `kind`",
        );
    }
}

/// The words and their source come together, and what is said of the words needs them.
fn check_words(absence: &RawAbsence, problems: &mut Problems) {
    let wording = &absence.wording;
    match (&wording.said, &absence.source) {
        (Some(words), None) if !absence.has_invalid_value => problems.add(
            &words.place,
            RULE,
            "these words have no source",
            "add `source = \"…\"` with the id of the source that has them",
        ),
        (None, Some(source)) if !absence.has_invalid_value => problems.add(
            &source.place,
            RULE,
            "`source` has no words to belong to",
            "add `words = \"…\"`, or delete `source`; where you looked is `searched`",
        ),
        _ => {}
    }
    if wording.said.is_some() || absence.has_invalid_value {
        return;
    }
    let details = [
        &wording.language,
        &wording.spoken_in,
        &wording.translated_by,
        &wording.not_verified,
    ];
    for detail in details.into_iter().flatten() {
        problems.add(
            &detail.place,
            RULE,
            "there are no `words` that this could belong to",
            "add `words = \"…\"` and their `source`, or delete this",
        );
    }
}
