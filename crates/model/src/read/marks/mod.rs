//! Finds foreign marks: characters other than “ and ” that could be meant as
//! quotation marks. Text between them would be taken for a paraphrase and never be
//! verified. They are distinguished from apostrophes, feet and inches, and similar
//! letters.

mod single_marks;

use single_marks::{APOSTROPHES, single_mark_pairs};

use super::encoded_marks::encoded_mark_length;

/// A mark that could be meant as a quotation mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ForeignMark {
    /// The index of its first character in the text.
    pub(super) at: usize,
    /// The mark, as written.
    pub(super) mark: String,
    /// Whether it is inside a quotation.
    pub(super) inside: bool,
}

/// Double marks that are always quotation marks.
const DOUBLE: &str = "„‟«»❝❞❠〝〞〟＂⹂🙶🙷🙸‶‷";

/// Marks that are always quotation marks, but may be nested inside a quotation.
const SINGLE: &str = "‚‹›❛❜❟「」『』﹁﹂﹃﹄｢｣‵";

/// Marks that form a double quotation mark when two of them are adjacent.
const DOUBLED: &str = "'’‘‛`´＇\u{2bc}‚′";

/// Primes and similar characters. After a number or letter they mean feet, minutes,
/// inches, seconds, or a Cyrillic soft or hard sign in Latin letters.
const PRIMES: &str = "′″‴\u{2b9}\u{2ba}\u{2dd}\u{2ee}";

/// Finds the marks in a text that could be meant as quotation marks.
pub(super) fn foreign_marks(text: &str) -> impl Iterator<Item = ForeignMark> {
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<ForeignMark> = Vec::new();
    if !text.contains(|c: char| c == '“' || may_be_mark(c)) {
        return found.into_iter();
    }
    let mut inside = false;
    let mut at = 0;
    let mut run_start = 0;
    while at < chars.len() {
        match chars[at] {
            '“' | '”' => {
                if !inside {
                    found.extend(single_mark_pairs(&chars, run_start, at));
                }
                inside = chars[at] == '“';
                run_start = at + 1;
                at += 1;
            }
            _ => match mark_length(&chars, at, inside) {
                Some(length) => {
                    let mark = chars[at..at + length].iter().collect();
                    found.push(ForeignMark { at, mark, inside });
                    at += length;
                }
                None => at += 1,
            },
        }
    }
    if !inside {
        found.extend(single_mark_pairs(&chars, run_start, chars.len()));
    }
    found.sort_by_key(|mark| mark.at);
    found.dedup_by_key(|mark| mark.at);
    found.into_iter()
}

/// Whether a mark can start with this character.
fn may_be_mark(c: char) -> bool {
    "\"<>,&\\=%+‘״׳".contains(c)
        || [DOUBLE, SINGLE, APOSTROPHES, DOUBLED, PRIMES]
            .iter()
            .any(|list| list.contains(c))
}

/// The length of the mark at `at`, judged by itself and its neighbours; `None` if
/// there is none.
fn mark_length(chars: &[char], at: usize, inside: bool) -> Option<usize> {
    let c = chars[at];
    let before = at.checked_sub(1).map(|before| chars[before]);
    let next = chars.get(at + 1).copied();
    let is = |of: fn(char) -> bool, c: Option<char>| c.is_some_and(of);
    let number = is(char::is_numeric, before);
    let begins = !is(char::is_alphanumeric, before);
    let hebrew = |c: Option<char>| c.is_some_and(|c| ('\u{5d0}'..='\u{5f2}').contains(&c));
    if let Some(length) = encoded_mark_length(&chars[at..]) {
        return Some(length);
    }
    if DOUBLED.contains(c) && next.is_some_and(|next| DOUBLED.contains(next)) {
        // Other combinations, as in `’n’’`, are coincidence; `5''` means inches.
        let twice = next == Some(c) || matches!((c, next), ('‘' | '`', _));
        return (twice && !number).then_some(2);
    }
    match c {
        '"' => {
            let inches = number && !is(char::is_alphanumeric, next);
            let between = hebrew(before) && hebrew(next);
            (!(inches || between)).then_some(1)
        }
        '״' => (!(inside || hebrew(before) && hebrew(next))).then_some(1),
        // Between letters it represents an okina or an ayn.
        '‘' | '‛' if !inside => {
            let letters = is(char::is_alphabetic, before) && is(char::is_alphabetic, next);
            (!letters).then_some(1)
        }
        c if DOUBLE.contains(c) => Some(1),
        c if SINGLE.contains(c) => (!inside).then_some(1),
        c if PRIMES.contains(c) => (!inside && begins).then_some(1),
        ',' => {
            (next == Some(',') && begins && is(char::is_alphanumeric, chars.get(at + 2).copied()))
                .then_some(2)
        }
        '<' | '>' => angles(chars, at).then_some(2),
        _ => None,
    }
}

/// Whether there is a `<<` or `>>` here that touches a word or has a counterpart.
fn angles(chars: &[char], at: usize) -> bool {
    let c = chars[at];
    if chars.get(at + 1) != Some(&c) {
        return false;
    }
    let other = if c == '<' { '>' } else { '<' };
    let partner = chars.windows(2).any(|pair| pair == [other, other]);
    let word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    partner || word(before) != word(chars.get(at + 2))
}

#[cfg(test)]
mod tests;
