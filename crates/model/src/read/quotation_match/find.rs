//! Finds a quotation in a text.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cut::{EdgeCuts, edge_cuts};
use super::negation::negations;
use super::searched_text::{LINE_END_HYPHEN, SearchedText, search_form, without_hyphens};
use super::word_boundary::is_inside_word;
use crate::Cut;

/// How many words a quotation may omit between two of its parts at most: two or
/// three sentences. With a longer gap these are two quotations, each with its own
/// quotation marks.
pub const MAX_LEFT_OUT_WORDS: usize = 60;

/// How many bracketed first letters of one quotation are tried in both cases.
const MAX_BRACKETS: usize = 4;

/// A quotation found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// What it omits between its parts, in order.
    pub left_out: Vec<Gap>,
    /// Where it begins or ends in the middle of what was said.
    pub cuts: EdgeCuts,
    /// The byte range in the text's normal form.
    pub(super) place: Range<usize>,
}

/// Words that a quotation omits, marked `…` or `[…]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The omitted words.
    pub text: String,
}

impl Found {
    /// How the quotation is cut; `None` if it is whole. Omitting a negation between
    /// two parts counts as cutting a sentence.
    #[must_use]
    pub fn cut(&self) -> Option<Cut> {
        let inside = self.leaves_out_negation().then_some(Cut::Sentence);
        self.cuts.cut().max(inside)
    }

    /// Whether `…` marks the cuts sufficiently: every cut edge has one, and no
    /// negation is omitted between the parts.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.cuts.are_marked() && !self.leaves_out_negation()
    }

    /// Whether a negation is omitted between the parts.
    #[must_use]
    pub fn leaves_out_negation(&self) -> bool {
        let mut gaps = self.left_out.iter();
        gaps.any(|gap| !negations(&gap.text).is_empty())
    }
}

impl SearchedText {
    /// Finds a quotation; of several matches, returns the one that is cut least.
    /// `transcript` means that the whole text is the speaker's words.
    #[must_use]
    pub fn find(&self, quotation: &str, transcript: bool) -> Option<Found> {
        let pattern = SearchPattern::from_quotation(quotation);
        let matches = pattern
            .spellings
            .iter()
            .flat_map(|parts| find_parts(self, parts, pattern.ending));
        let all = matches.map(|place| {
            let cuts = edge_cuts(self, &place.whole, transcript, pattern.marked);
            let gaps = place.gaps.iter();
            let shown = gaps.map(|gap| self.display_text(gap.clone()));
            Found {
                left_out: shown
                    .filter(|text| count_words(text) > 0)
                    .map(|text| Gap { text })
                    .collect(),
                cuts,
                place: place.whole,
            }
        });
        let left_out = |found: &Found| -> usize {
            let gaps = found.left_out.iter();
            gaps.map(|gap| count_words(&gap.text)).sum()
        };
        all.min_by_key(|found| (found.cuts.rank(), left_out(found), found.place.start))
    }
}

/// Counts the words of a text.
pub(super) fn count_words(text: &str) -> usize {
    let words = text.split(' ');
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// What to search for, made from a quotation.
struct SearchPattern {
    /// Its parts, in every spelling that brackets allow: `[T]he` matches `the` and
    /// `The`.
    spellings: Vec<Vec<String>>,
    ending: Ending,
    /// Whether `…` marks an omission before and after it.
    marked: (bool, bool),
}

impl SearchPattern {
    fn from_quotation(quotation: &str) -> Self {
        let form = search_form(quotation).text;
        let marked = (form.starts_with('…'), form.ends_with('…'));
        let body = form.trim_matches(['…', ' ']);
        let mut end = body.trim_end_matches([',', '.', ';', ':', '–', ' ']);
        let has_mark = end.ends_with('"');
        if has_mark {
            end = end.trim_end_matches(['"', ',', '.', ' ']);
        }
        let has_punctuation = body[end.len()..].contains([',', '.', ';', ':', '–']) && !marked.1;
        let begun = end.trim_start_matches([',', ';', ':', '–', ' ']);
        let spellings = spellings(begun);
        let parts = |spelling: &String| -> Vec<String> {
            let parts = spelling.split('…').map(str::trim);
            let parts = parts.filter(|part| part.contains(char::is_alphanumeric));
            parts.map(str::to_owned).collect()
        };
        Self {
            spellings: spellings.iter().map(parts).collect(),
            ending: Ending {
                has_punctuation,
                has_mark,
            },
            marked,
        }
    }
}

/// How a quotation ends, after its last word or question mark.
#[derive(Clone, Copy)]
struct Ending {
    /// With a full stop, a comma or the like.
    has_punctuation: bool,
    /// With a quotation mark, before or after the punctuation.
    has_mark: bool,
}

/// Every spelling of a text: each bracketed first letter unchanged, and without
/// brackets in lower and upper case.
fn spellings(text: &str) -> Vec<String> {
    let mut all = vec![text.to_owned()];
    for _ in 0..MAX_BRACKETS {
        let more: Vec<String> = all.iter().flat_map(|text| unbracketed(text)).collect();
        let new: Vec<String> = more
            .into_iter()
            .filter(|text| !all.contains(text))
            .collect();
        if new.is_empty() {
            break;
        }
        all.extend(new);
    }
    all
}

/// The text without its first pair of brackets, the letter in both cases.
fn unbracketed(text: &str) -> Vec<String> {
    for (at, _) in text.match_indices('[') {
        let mut rest = text[at + 1..].chars();
        let (Some(letter), Some(']')) = (rest.next(), rest.next()) else {
            continue;
        };
        let follows = rest.as_str();
        let first = !text[..at].ends_with(char::is_alphanumeric);
        if first && letter.is_alphabetic() && follows.starts_with(char::is_alphabetic) {
            let cases = [
                letter.to_lowercase().to_string(),
                letter.to_uppercase().to_string(),
            ];
            let put = |letter: &String| format!("{}{letter}{follows}", &text[..at]);
            return cases.iter().map(put).collect();
        }
    }
    Vec::new()
}

/// A match of all parts of a quotation.
struct PartsMatch {
    whole: Range<usize>,
    gaps: Vec<Range<usize>>,
}

/// Finds every match of the first part after which the other parts follow within
/// the allowed gaps.
fn find_parts(text: &SearchedText, parts: &[String], ending: Ending) -> Vec<PartsMatch> {
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
    let after = text.form[end..].trim_start_matches([' ', '.', ',']);
    let asks = after.trim_start_matches(['"', ' ', '.', ',']);
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
