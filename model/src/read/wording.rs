//! Verbatim spans: what stands between “ and ”.

use super::fields::At;
use super::problem::{Place, Problems};
use crate::Span;

/// Splits a text at its marks; `None` where they do not pair.
pub(super) fn spans(text: &str) -> Option<Vec<Span>> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('“') {
        let (verbatim, after) = after.split_once('”')?;
        if before.contains('”') || verbatim.contains('“') || verbatim.trim().is_empty() {
            return None;
        }
        if !before.is_empty() {
            spans.push(Span::Paraphrase(before.to_owned()));
        }
        spans.push(Span::Verbatim(verbatim.to_owned()));
        rest = after;
    }
    if rest.contains('”') {
        return None;
    }
    if !rest.is_empty() {
        spans.push(Span::Paraphrase(rest.to_owned()));
    }
    Some(spans)
}

/// Reports marks that do not pair, and marks of another kind.
pub(super) fn check(text: &At<String>, problems: &mut Problems) {
    const RULE: &str = "verbatim-marked";
    let mut open = None;
    for (index, c) in text.value.chars().enumerate() {
        // Past the opening mark of the TOML string. A text folded over several
        // lines is reported at its start, near enough to find.
        let place = Place {
            column: text.place.column + 1 + index,
            ..text.place.clone()
        };
        match (c, &open) {
            ('“', None) => open = Some((index, place)),
            ('“', Some(_)) => problems.add(
                &place,
                RULE,
                "a quotation opens inside a quotation",
                "close the first one with ” before, or use ‘ and ’ for a quotation inside another",
            ),
            ('”', Some((start, _))) => {
                if index == start + 1 {
                    problems.add(
                        &place,
                        RULE,
                        "a quotation is empty",
                        "put the words between “ and ”, or delete the marks",
                    );
                }
                open = None;
            }
            ('”', None) => problems.add(
                &place,
                RULE,
                "a quotation closes that was never opened",
                "put “ where the verbatim words begin",
            ),
            ('"' | '„' | '‟' | '«' | '»', _) | ('‘', None) => problems.add(
                &place,
                RULE,
                format!("`{c}` is not a mark that sets verbatim words apart"),
                "put verbatim words between “ and ”, whatever marks the source uses; an apostrophe is ’",
            ),
            _ => {}
        }
    }
    if let Some((_, place)) = open {
        problems.add(
            &place,
            RULE,
            "a quotation opens here and is never closed",
            "put ” where the verbatim words end",
        );
    }
}
