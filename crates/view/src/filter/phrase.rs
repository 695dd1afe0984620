//! Quotation marks around a phrase, in any style in which they may be typed.

use super::char_classes::{Decompose, is_written_without_blanks, normalize_char};

/// The end of the quoted phrase that begins at `at`; `None` if none begins there or
/// it does not end.
pub(super) fn phrase_end(letters: &[char], at: usize, decompose: Decompose) -> Option<usize> {
    let family = quote_family(letters[at])?;
    let is_part = |at: usize| {
        letters
            .get(at)
            .is_some_and(|one| is_part_of_word(*one, decompose))
    };
    let before = at.checked_sub(1);
    // Inside or after a word, the mark is an apostrophe or means inches or seconds.
    if before.is_some_and(is_part) {
        return None;
    }
    let mut ends = (at + 1..letters.len())
        .filter(|end| quote_family(letters[*end]) == Some(family) && !is_part(end + 1));
    if family != SINGLE {
        return ends.next();
    }
    // A single mark is an apostrophe unless it clearly begins a phrase.
    let opens = letters[at] != '’' && is_part(at + 1);
    let is_plural = |end: usize| matches!(letters[end - 1], 's' | 'S');
    let end = ends.find(|end| is_part(end - 1) && !is_plural(*end) || end + 1 == letters.len())?;
    opens.then_some(end)
}

/// The family of a quotation mark. Marks of one family enclose a phrase, whichever
/// way they face.
fn quote_family(mark: char) -> Option<char> {
    match mark {
        '«' | '»' | '《' | '》' => Some('«'),
        '「' | '」' | '｢' | '｣' => Some('「'),
        '『' | '』' => Some('『'),
        '‹' | '›' | '〈' | '〉' => Some('‹'),
        '\'' | '‘' | '’' | '‚' | '‛' | '＇' => Some(SINGLE),
        _ => Some('"').filter(|double| normalize_char(mark) == *double),
    }
}

/// The family of single quotation marks in [`quote_family`].
const SINGLE: char = '‘';

/// Whether a letter is part of a word that continues beside it.
fn is_part_of_word(letter: char, decompose: Decompose) -> bool {
    letter.is_ascii_alphanumeric()
        || !letter.is_ascii()
            && !is_written_without_blanks(letter)
            && !decompose(letter).starts_with(' ')
}
