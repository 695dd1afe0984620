//! Quotation marks around a phrase, as anybody may type them.

use super::letters::{Decompose, alike, is_written_without_blanks};

/// The end of the phrase between quotation marks that begins at `at`, if one does
/// and ends.
pub(super) fn phrase(letters: &[char], at: usize, decompose: Decompose) -> Option<usize> {
    let pair = pair(letters[at])?;
    let is_part = |at: usize| {
        letters
            .get(at)
            .is_some_and(|one| is_part_of_word(*one, decompose))
    };
    let before = at.checked_sub(1);
    // Inside a word, or behind one, it is an apostrophe, inches, seconds.
    if before.is_some_and(is_part) {
        return None;
    }
    let mut ends = (at + 1..letters.len())
        .filter(|end| self::pair(letters[*end]) == Some(pair) && !is_part(end + 1));
    if pair != SINGLE {
        return ends.next();
    }
    // An apostrophe, unless there is no doubt.
    let opens = letters[at] != '’' && is_part(at + 1);
    let of_many = |end: usize| matches!(letters[end - 1], 's' | 'S');
    let end = ends.find(|end| is_part(end - 1) && !of_many(*end) || end + 1 == letters.len())?;
    opens.then_some(end)
}

/// Which marks stand together on either side of a phrase, whichever way they face.
fn pair(mark: char) -> Option<char> {
    match mark {
        '«' | '»' | '《' | '》' => Some('«'),
        '「' | '」' | '｢' | '｣' => Some('「'),
        '『' | '』' => Some('『'),
        '‹' | '›' | '〈' | '〉' => Some('‹'),
        '\'' | '‘' | '’' | '‚' | '‛' | '＇' => Some(SINGLE),
        _ => Some('"').filter(|double| alike(mark) == *double),
    }
}

/// Stands for single quotation marks in [`pair`].
const SINGLE: char = '‘';

/// Whether a letter is of a word that goes on beside it.
fn is_part_of_word(letter: char, decompose: Decompose) -> bool {
    letter.is_ascii_alphanumeric()
        || !letter.is_ascii()
            && !is_written_without_blanks(letter)
            && !decompose(letter).starts_with(' ')
}
