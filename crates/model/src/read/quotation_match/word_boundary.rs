//! Word and number boundaries: a quotation consists of whole words and numbers.

use super::normal::is_word_char;
use super::scripts::{is_inside_cluster, is_numeral, is_unspaced};
use super::searched_text::LINE_END_HYPHEN;

/// Whether `at` lies inside a word or number. `can` is not a word of `can't`; `5`
/// is not the number in `5.5`, `-5`, `5 %` or `250 000`. In scripts that put no
/// spaces between words, a word may begin and end anywhere between two grapheme
/// clusters, but not in a number.
pub(super) fn is_inside_word(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev().filter(|c| *c != LINE_END_HYPHEN);
    let mut after = text[at..].chars().filter(|c| *c != LINE_END_HYPHEN);
    let (one, two) = (before.next(), before.next());
    let (next, second) = (after.next(), after.next());
    let part = |c: Option<char>| c.is_some_and(is_word_char);
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let joins = |c: Option<char>| matches!(c, Some('\'' | '-'));
    let in_number = |c: Option<char>| matches!(c, Some('.' | ',' | ':' | '/' | '–' | '\''));
    let unspaced = |c: Option<char>| c.is_some_and(is_unspaced);
    let numeral = |c: Option<char>| c.is_some_and(is_numeral);
    let word = part(one) && part(next) && !unspaced(one) && !unspaced(next)
        || part(one) && joins(next) && part(second)
        || part(two) && joins(one) && part(next);
    let number = digit(one) && in_number(next) && digit(second)
        || digit(two) && in_number(one) && digit(next)
        || digit(one) && matches!(next, Some('%' | '‰'))
        || matches!(one, Some('-' | '.' | ',')) && !part(two) && digit(next);
    let number = number
        || numeral(one) && numeral(next)
        || numeral(one) && next == Some('点') && numeral(second)
        || numeral(two) && one == Some('点') && numeral(next);
    word || number
        || is_inside_cluster(text, at)
        || is_inside_initials(text, at)
        || is_inside_grouped_number(text, at)
}

/// Whether `at` lies inside initials with full stops, such as `U.S.`.
fn is_inside_initials(text: &str, at: usize) -> bool {
    let before: Vec<char> = text[..at].chars().rev().take(3).collect();
    let after: Vec<char> = text[at..].chars().take(2).collect();
    let single = |letter: Option<&char>, before: Option<&char>| {
        letter.is_some_and(|c| c.is_alphabetic()) && !before.is_some_and(|c| is_word_char(*c))
    };
    let letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphabetic());
    single(before.first(), before.get(1)) && after.first() == Some(&'.') && letter(after.get(1))
        || before.first() == Some(&'.')
            && single(before.get(1), before.get(2))
            && letter(after.first())
}

/// Whether `at` lies inside a number with spaces between thousands: `250 000`.
fn is_inside_grouped_number(text: &str, at: usize) -> bool {
    let digits = |c: &char| c.is_ascii_digit();
    let count = |text: &str| text.chars().take_while(digits).count();
    let back = |text: &str| text.chars().rev().take_while(digits).count();
    // The text before and after the space, if there is one here.
    let (before, after) = if text[at..].starts_with(' ') {
        (&text[..at], &text[at + 1..])
    } else if text[..at].ends_with(' ') {
        (&text[..at - 1], &text[at..])
    } else {
        return false;
    };
    (1..=3).contains(&back(before)) && count(after) == 3
}
