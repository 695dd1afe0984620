//! Splits texts into sentences. A pure function of the text, so that everybody who
//! has the same text gets the same sentence numbers.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::normal::Form;
use super::scripts::is_unspaced;
use super::searched_text::{LINE_END_HYPHEN, opening_marks, paragraphs, search_form};

/// Abbreviations: a full stop after them ends no sentence.
const ABBREVIATIONS: [&str; 53] = [
    "adm", "apr", "aug", "ave", "brig", "capt", "cmdr", "co", "col", "corp", "dec", "dr", "ed",
    "etc", "feb", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar",
    "messrs", "mr", "mrs", "ms", "mt", "nov", "oct", "prof", "rep", "rev", "sen", "sep", "sept",
    "sgt", "sr", "st", "vs", "г", "гг", "им", "млн", "млрд", "руб", "см", "тыс", "ул",
];

/// Abbreviations only before a number, such as `no. 5`.
const ABBREVIATIONS_BEFORE_NUMBERS: [&str; 9] =
    ["art", "cf", "fig", "no", "nos", "op", "p", "pp", "vol"];

/// A sentence of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// Its normal form; words hyphenated at a line end are joined.
    pub text: String,
    /// The SHA-256 of `text`, in hexadecimal digits.
    pub sha256: String,
}

/// The sentences of a text, in order.
///
/// A sentence ends at the end of a paragraph, and where `.`, `?`, `!` or `…`,
/// together with closing quotation marks and brackets, is followed by a space and a
/// capital, a digit, an opening quotation mark or an opening bracket. In Chinese and
/// Japanese no space has to follow. A full stop
/// ends no sentence after an initial, initials with full stops (`U.S.`), a common
/// abbreviation, or a number that begins the sentence.
#[must_use]
pub fn sentences(text: &str) -> Vec<Sentence> {
    let paragraphs = paragraphs(text);
    let forms = paragraphs.iter().map(|paragraph| search_form(paragraph));
    let texts = forms.flat_map(|form| {
        let ranges = sentence_ranges(&form).into_iter();
        let texts = ranges.map(|range| form.text[range].replace(LINE_END_HYPHEN, ""));
        texts.collect::<Vec<_>>()
    });
    texts
        .map(|text| Sentence {
            sha256: sha256(&text),
            text,
        })
        .collect()
}

/// The SHA-256 of a text, in hexadecimal digits.
pub(in crate::read) fn sha256(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sentences of a paragraph, as byte ranges of its normal form.
pub(super) fn sentence_ranges(form: &Form) -> Vec<Range<usize>> {
    let opens = opening_marks(form);
    let text = form.text.as_str();
    let opening = |at: usize| {
        let mark = form.marks.iter().position(|mark| mark.at == at);
        mark.is_some_and(|mark| opens[mark])
    };
    let mut found = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some(at) = text[from..].find(['.', '?', '!', '…', '。']) {
        let at = from + at;
        let ended = &text[start..at];
        let mut end = at;
        let mut blank = false;
        let mut next = None;
        for (offset, c) in text[at..].char_indices() {
            let here = at + offset;
            match c {
                '.' | '?' | '!' | '…' | '。' if !blank || c == '…' => {
                    end = here + c.len_utf8()
                }
                ')' | ']' => end = here + 1,
                '"' if !opening(here) => end = here + 1,
                ' ' => {
                    blank = true;
                    continue;
                }
                c => {
                    next = Some(c);
                    break;
                }
            }
            blank = false;
        }
        let begins = |c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '(' | '[');
        // Without spaces between words, there is none between sentences either.
        let unspaced = |c: char| is_unspaced(c) || matches!(c, '"' | '(' | '[');
        let ends_unspaced = |c: char| {
            text[at..].starts_with('。')
                || ended.ends_with(is_unspaced) && text[at..].starts_with(['?', '!']) && unspaced(c)
        };
        let is_end = match next {
            None => true,
            Some(c) if ends_unspaced(c) => true,
            Some(c) => {
                blank && begins(c) && !(text[at..].starts_with('.') && is_abbreviation(ended, c))
            }
        };
        if is_end {
            found.push(start..end);
            start = end + usize::from(text[end..].starts_with(' '));
        }
        from = end;
    }
    if text[start..].contains(char::is_alphanumeric) {
        found.push(start..text.len());
    }
    found
}

/// Whether the full stop after `ended` belongs to its last word; `next` is the first
/// character after the full stop and space.
fn is_abbreviation(ended: &str, next: char) -> bool {
    let word = ended
        .rsplit([' ', '(', '[', '"'])
        .next()
        .unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let number = ended.trim() == word && word.chars().all(|c| c.is_numeric() || c == '.');
    let word = word.to_lowercase();
    let before_number = next.is_numeric() && ABBREVIATIONS_BEFORE_NUMBERS.contains(&word.as_str());
    initial
        || number
        || word.contains('.')
        || before_number
        || ABBREVIATIONS.contains(&word.as_str())
}
