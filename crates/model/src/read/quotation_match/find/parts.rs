//! Finds the parts of a quotation in a text, in order.

use std::collections::BTreeMap;
use std::ops::Range;

use super::pattern::Ending;
use super::{MAX_LEFT_OUT_WORDS, count_words};
use crate::read::quotation_match::searched_text::{LINE_END_HYPHEN, SearchedText, without_hyphens};
use crate::read::quotation_match::word_boundary::is_inside_word;

/// A match of all parts of a quotation.
pub(super) struct PartsMatch {
    pub(super) whole: Range<usize>,
    pub(super) gaps: Vec<Range<usize>>,
}

/// Finds every match of the first part after which the other parts follow within
/// the allowed gaps.
pub(super) fn find_parts(text: &SearchedText, parts: &[String], ending: Ending) -> Vec<PartsMatch> {
    let Some((first, rest)) = parts.split_first() else {
        return Vec::new();
    };
    let others: Vec<Vec<Range<usize>>> = rest.iter().map(|part| occurrences(text, part)).collect();
    let mut found = Vec::new();
    for start in occurrences(text, first) {
        // For each reachable end: the range of the part, and the end of the part
        // before it.
        let mut layers = vec![BTreeMap::from([(start.end, (start.clone(), start.start))])];
        for occurrences in &others {
            let before = &layers[layers.len() - 1];
            let mut reached = BTreeMap::new();
            for next in occurrences {
                let from = before
                    .keys()
                    .rev()
                    .find(|end| **end <= next.start && may_leave_out(text, **end..next.start));
                if let Some(&from) = from {
                    reached.entry(next.end).or_insert((next.clone(), from));
                }
            }
            layers.push(reached);
        }
        let last = &layers[layers.len() - 1];
        for &end in last
            .keys()
            .filter(|end| ending_matches(text, **end, ending))
        {
            let mut gaps = Vec::new();
            let mut at = end;
            for layer in layers.iter().skip(1).rev() {
                let (part, from) = &layer[&at];
                gaps.push(*from..part.start);
                at = *from;
            }
            gaps.reverse();
            let whole = start.start..end;
            found.push(PartsMatch { whole, gaps });
        }
    }
    found
}

/// Whether the text at `end` agrees with how the quotation ends. A full stop, a
/// comma and nothing are interchangeable, but none of them replaces a question or
/// exclamation mark. A closing quotation mark must be in the text too.
fn ending_matches(text: &SearchedText, end: usize, ending: Ending) -> bool {
    let after = text.form[end..].trim_start_matches([' ', '.', ',', '。', '、']);
    let asks = after.trim_start_matches(['"', ' ', '.', ',', '。', '、']);
    let asks = asks.starts_with(['?', '!']);
    !(ending.has_punctuation && asks) && (!ending.has_mark || after.starts_with('"'))
}

/// Whether a quotation may omit this gap: a few words within one paragraph, which
/// cross no edge of a quotation in the text. An ellipsis of the text itself omits
/// nothing.
fn may_leave_out(text: &SearchedText, gap: Range<usize>) -> bool {
    let words = text.form[gap.clone()].trim();
    if words == "…" {
        return true;
    }
    let paragraph = text.paragraph(gap.start);
    if gap.end > paragraph.end || count_words(words) > MAX_LEFT_OUT_WORDS {
        return false;
    }
    !text.quoted.iter().any(|quoted| {
        let inside = |at: usize| gap.start < at && at <= gap.end;
        inside(quoted.start) != inside(quoted.end + 1)
    })
}

/// Finds all occurrences of `words` as whole words.
fn occurrences(text: &SearchedText, words: &str) -> Vec<Range<usize>> {
    let (wanted, _) = without_hyphens(words);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.without_hyphens[from..]
        .find(&wanted)
        .filter(|_| !wanted.is_empty())
    {
        let (start, end) = (from + at, from + at + wanted.len());
        let mut start_in_form = text.form_offsets[start];
        if words.starts_with('-') && text.form[..start_in_form].ends_with('-') {
            start_in_form -= 1;
        }
        let mut end_in_form = text.form_offsets[end - 1] + 1;
        if words.ends_with('-') && text.form[end_in_form..].starts_with('-') {
            end_in_form += 1;
        }
        if same_words(words, &text.form[start_in_form..end_in_form])
            && !is_inside_word(&text.form, start_in_form)
            && !is_inside_word(&text.form, end_in_form)
        {
            found.push(start_in_form..end_in_form);
        }
        from = start + wanted.chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// Whether `words` equal the text. Where the text hyphenates a word at a line end,
/// `words` may have a hyphen or not.
fn same_words(words: &str, text: &str) -> bool {
    let mut words = words.chars().peekable();
    for c in text.chars() {
        if c == LINE_END_HYPHEN {
            words.next_if_eq(&'-');
        } else if words.next() != Some(c) {
            return false;
        }
    }
    words.next().is_none()
}
