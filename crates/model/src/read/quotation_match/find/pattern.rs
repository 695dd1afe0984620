//! Makes a search pattern from a quotation.

use crate::read::quotation_match::negation::negations;
use crate::read::quotation_match::normal::is_word_char;
use crate::read::quotation_match::searched_text::search_form;

/// How many bracketed first letters of one quotation are tried in both cases.
const MAX_BRACKETS: usize = 4;

/// What to search for, made from a quotation.
pub(super) struct SearchPattern {
    /// Its parts, in every spelling that brackets allow: `[T]he` matches `the` and
    /// `The`, and `he [the mayor] pays` matches `he pays`.
    pub(super) spellings: Vec<Vec<String>>,
    pub(super) ending: Ending,
    /// Whether `…` marks an omission before and after it.
    pub(super) marked: (bool, bool),
}

impl SearchPattern {
    pub(super) fn from_quotation(quotation: &str) -> Self {
        let form = search_form(quotation).text;
        let marked = (form.starts_with('…'), form.ends_with('…'));
        let body = form.trim_matches(['…', ' ']);
        let mut end = body.trim_end_matches(|c: char| c == ' ' || is_final_mark(c));
        let has_mark = end.ends_with('"');
        if has_mark {
            end = end.trim_end_matches(['"', ',', '.', '。', ' ']);
        }
        let has_punctuation = body[end.len()..].contains(is_final_mark) && !marked.1;
        let begun = end.trim_start_matches([',', ';', ':', '–', ' ']);
        let mut spellings = spellings(begun);
        spellings.extend(
            without_insertions(begun)
                .iter()
                .flat_map(|text| self::spellings(text)),
        );
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
pub(super) struct Ending {
    /// With a full stop, a comma or the like.
    pub(super) has_punctuation: bool,
    /// With a quotation mark, before or after the punctuation.
    pub(super) has_mark: bool,
}

/// Whether a quotation may have this mark at its end where the text has another or
/// none.
fn is_final_mark(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '–' | '。' | '、')
}

/// The text without the words that an editor put in brackets between the speaker's
/// words; `None` if there are none. Brackets that touch a word change it, and a
/// negation reverses the sentence: neither is an explanation that can be skipped.
fn without_insertions(text: &str) -> Option<String> {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, behind) = after.split_once(']')?;
        left.push_str(before);
        let touches = left.ends_with(is_word_char) || behind.starts_with(is_word_char);
        let has_words = inside.contains(char::is_alphanumeric);
        if touches || !has_words || inside.contains('[') {
            left.push('[');
            rest = after;
            continue;
        }
        if !negations(inside).is_empty() {
            return None;
        }
        found = true;
        left.truncate(left.trim_end().len());
        rest = behind;
    }
    left.push_str(rest);
    found.then(|| left.trim_start_matches([',', ' ']).to_owned())
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
        let goes_on = |c: char| c.is_alphabetic() || matches!(c, ' ' | '\'');
        let first = !text[..at].ends_with(char::is_alphanumeric);
        if first && letter.is_alphabetic() && follows.starts_with(goes_on) {
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
