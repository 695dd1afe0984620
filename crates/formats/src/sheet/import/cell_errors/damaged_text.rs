//! Detects text that a program damaged: lost characters, rounded numbers and escape
//! sequences.

/// Whether a character stands for a lost one, or can't occur in text.
pub(super) fn is_replacement(c: char) -> bool {
    matches!(
        c,
        '\u{fffd}' | '\u{fffc}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    )
}

/// Whether a text is a number that a spreadsheet rounded, like `1,23E+15`.
pub(super) fn is_rounded(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number = number.trim_start_matches(['-', '−']);
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    digits(whole) && digits(part) && power.strip_prefix(['+', '-']).is_some_and(digits)
}

/// An escape sequence that a program left in a text, like `_x000D_` or `\u201c`.
pub(super) fn escape(text: &str) -> Option<&str> {
    let hex =
        |part: Option<&str>| part.is_some_and(|part| part.bytes().all(|b| b.is_ascii_hexdigit()));
    let excel_escape = text.match_indices("_x").find_map(|(at, _)| {
        let found = text.get(at..at + 7)?;
        (found.ends_with('_') && hex(found.get(2..6))).then_some(found)
    });
    excel_escape.or_else(|| {
        text.match_indices("\\u").find_map(|(at, _)| {
            let found = text.get(at..at + 6)?;
            hex(found.get(2..)).then_some(found)
        })
    })
}

/// Whether question marks in a word replace other characters: one before letters,
/// one between letters, or four or more alone. URLs are exempt.
pub(super) fn has_question_mark_for_letter(word: &str) -> bool {
    if word.contains("//") || word.contains(['/', '=', '&']) {
        return false;
    }
    let chars: Vec<char> = word.chars().collect();
    if chars.len() >= 4 && chars.iter().all(|&c| c == '?') {
        return true;
    }
    let core = word.trim_start_matches(['(', '[', '“', '‘', '"', '\'']);
    if core.starts_with('?') && core.chars().any(char::is_alphanumeric) {
        return true;
    }
    chars
        .windows(3)
        .any(|three| three[0].is_alphabetic() && three[1] == '?' && three[2].is_lowercase())
}
