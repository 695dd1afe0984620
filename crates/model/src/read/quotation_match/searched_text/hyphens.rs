//! Hyphens: those at line ends are marked, minus signs become hyphens.

use crate::read::quotation_match::normal::is_word_char;

/// Placeholder for a hyphen at a line end. The print does not tell whether it
/// belongs to the word or to the line break. U+FDD0 is a Unicode noncharacter,
/// reserved for internal use, so no text contains it.
pub(in crate::read::quotation_match) const LINE_END_HYPHEN: char = '\u{fdd0}';

/// Characters that hyphenate a word at a line end: hyphens of all kinds, `¬`, by
/// which text programs show a soft hyphen, and the characters that PDF viewers
/// substitute for one when text is copied.
const HYPHENATION_CHARS: [char; 7] = [
    '-', '\u{ad}', '\u{2010}', '\u{2011}', '¬', '\u{2}', '\u{fffe}',
];

/// Joins words hyphenated at line ends, with `LINE_END_HYPHEN` between. A hyphen
/// before `and` or `or` belongs to a shortened compound: `short- and long-term`.
pub(super) fn mark_line_end_hyphens(text: &str) -> String {
    const JOINING: [&str; 9] = ["and", "or", "to", "и", "или", "та", "und", "oder", "et"];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find('\n') {
        let (line, next) = (&rest[..end], rest[end..].trim_start());
        let line = line.trim_end();
        let word: String = next.chars().take_while(|c| is_word_char(*c)).collect();
        let stem = line.strip_suffix(HYPHENATION_CHARS);
        match stem {
            Some(stem)
                if stem.ends_with(is_word_char)
                    && word.chars().next().is_some_and(char::is_alphabetic)
                    && !JOINING.contains(&word.as_str()) =>
            {
                out.push_str(stem);
                out.push(LINE_END_HYPHEN);
                rest = next;
            }
            _ => {
                out.push_str(&rest[..=end]);
                rest = &rest[end + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Replaces a minus sign, or a dash used as one, right before a digit with a hyphen.
pub(super) fn minus_as_hyphen(text: &str) -> String {
    let chars: Vec<char> = text.chars().filter(|c| *c != LINE_END_HYPHEN).collect();
    let sign = |at: usize| {
        let before = at.checked_sub(1).map(|before| chars[before]);
        matches!(chars[at], '−' | '–')
            && before.is_none_or(|c| c.is_whitespace() || c == '(')
            && chars.get(at + 1).is_some_and(char::is_ascii_digit)
    };
    let signed = (0..chars.len()).map(|at| if sign(at) { '-' } else { chars[at] });
    signed.collect()
}

/// Removes hyphens; also returns the original offset of each remaining byte.
pub(in crate::read::quotation_match) fn without_hyphens(form: &str) -> (String, Vec<usize>) {
    let kept = form
        .char_indices()
        .filter(|(_, c)| !matches!(*c, '-' | LINE_END_HYPHEN));
    let mut plain = String::with_capacity(form.len());
    let mut places = Vec::with_capacity(form.len());
    for (at, c) in kept {
        plain.push(c);
        places.extend(at..at + c.len_utf8());
    }
    (plain, places)
}
