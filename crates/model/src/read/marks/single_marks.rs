//! Finds pairs of single marks, and distinguishes them from apostrophes.

use super::ForeignMark;

/// Characters that can be an apostrophe or a single quotation mark.
pub(super) const APOSTROPHES: &str = "'’`´＇\u{2bc}";

/// Words whose beginning is replaced by an apostrophe, and names that start with a
/// letter written as one. None of them is a word without it.
const ELIDED: &str = "n tis twas twere twill twould s t em er uns ll cos coz cuz til nuff neath gainst tween ow \
    ard ello appen zat gator kerchief ndrangheta abd umar uthman amr akko";

/// The same, but these are words without it too: they count as elided only if the
/// mark that could close follows a plural.
const ELIDED_OR_WHOLE_WORDS: &str = "cause round bout till im is ere ave d m re ve hood burbs net flu cello phone plane bus \
    cept tude kay less fore pon ali isa";

/// Finds pairs of single marks in a part of the text that is outside quotations.
pub(super) fn single_mark_pairs(chars: &[char], from: usize, until: usize) -> Vec<ForeignMark> {
    let chars = &chars[..until];
    let mut found = Vec::new();
    let mut at = from;
    while at < until {
        if !can_open(chars, at, from) {
            at += 1;
            continue;
        }
        let Some(end) = (at + 2..until).find(|end| can_close(chars, *end)) else {
            break;
        };
        if !is_elision(chars, at, end) {
            for at in [at, end] {
                let mark = chars[at].to_string();
                let inside = false;
                found.push(ForeignMark { at, mark, inside });
            }
            at = end;
        }
        at += 1;
    }
    found
}

/// Whether a single mark can open here: before a word, not after one.
fn can_open(chars: &[char], at: usize, from: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= from);
    let before = before.map(|before| chars[before]);
    let next = chars.get(at + 1);
    let begins = before.is_none_or(|c| c.is_whitespace() || "([{–—-/:".contains(c));
    APOSTROPHES.contains(chars[at])
        && begins
        && next.is_some_and(|c| c.is_alphanumeric() || c.is_whitespace() || "…[(.$€£#".contains(*c))
        && (before.is_some() || next.is_some_and(|c| !c.is_whitespace()))
}

/// Whether a single mark can close here: after a word, not before one.
fn can_close(chars: &[char], at: usize) -> bool {
    let before = chars[at - 1];
    let next = chars.get(at + 1);
    APOSTROPHES.contains(chars[at])
        && (before.is_alphanumeric() || before.is_whitespace() || ".,!?…;:)]%".contains(before))
        && next.is_none_or(|c| !c.is_alphanumeric())
}

/// Whether the mark at `at` is an apostrophe at the start of a word, although a mark
/// that can close follows at `end`.
fn is_elision(chars: &[char], at: usize, end: usize) -> bool {
    let blanks = chars[at + 1].is_whitespace() != chars[end - 1].is_whitespace();
    let word: String = chars[at + 1..end]
        .iter()
        .take_while(|c| c.is_alphanumeric())
        .collect();
    let alone = word.chars().count() == end - at - 1;
    let plural = matches!(chars[end - 1], 's' | 'S' | 'z' | 'x')
        && chars.get(end + 1).is_some_and(|c| c.is_whitespace());
    let digits = word.trim_end_matches('s');
    let year = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
    let lower = word.to_lowercase();
    let in_list = |list: &str| list.split_whitespace().any(|known| known == lower);
    let elided = in_list(ELIDED) || plural && in_list(ELIDED_OR_WHOLE_WORDS);
    blanks
        || year && (digits.len() < word.len() || plural)
        || elided && (!alone || lower.len() == 1)
}
