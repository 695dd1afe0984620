//! Invisible characters, and those that change the direction of adjacent text: which
//! they are, what they are called, and how to escape them. The only module that
//! knows them.

mod hidden;
mod names;

pub(super) use hidden::first_hidden;
pub(super) use names::WINDOWS_1252;
pub use names::describe_char;

/// Whether a character is a Unicode tag character: an invisible copy of ASCII.
fn is_tag(c: char) -> bool {
    ('\u{e0000}'..='\u{e007f}').contains(&c)
}

fn is_noncharacter(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&c) || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether a character starts or ends a run of explicit direction (Unicode Standard
/// Annex 9): it can reorder adjacent text.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is invisible. Ordinary whitespace doesn't count.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || is_bidi_control(c)
        || is_tag(c)
        || is_noncharacter(c)
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{2028}'
                | '\u{2029}'
        )
        || matches!(c, '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff0}'..='\u{fffb}')
        || matches!(c, '\u{1d173}'..='\u{1d17a}' | '\u{e0080}'..='\u{e0fff}')
}

/// Escapes characters that are invisible, end a line or reorder adjacent text, so
/// that a person sees what the text consists of.
#[must_use]
pub fn escape_hidden(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        // Joiners and variation selectors can be part of a visible emoji.
        if c == '\n' || is_invisible(c) && !matches!(c, '\u{200d}' | '\u{fe0f}') {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// Replaces each such character with a single visible one, so that columns stay
/// aligned.
#[must_use]
pub fn replace_hidden(text: &str) -> String {
    let shown = |c: char| match c {
        '\0'..='\u{1f}' if is_invisible(c) => char::from_u32(0x2400 + u32::from(c)).unwrap_or('·'),
        '\u{7f}' => '\u{2421}',
        c if is_invisible(c) && !matches!(c, '\u{200d}' | '\u{fe0f}') => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::{describe_char, escape_hidden, replace_hidden};

    #[test]
    fn characters_are_named_and_written_out() {
        assert_eq!(
            describe_char('“'),
            "`“`, U+201C (left double quotation mark)"
        );
        assert_eq!(describe_char('\u{200b}'), "U+200B (zero-width space)");
        assert_eq!(
            describe_char('\u{93}'),
            "U+0093 (a control character, in Windows-1252 `“`)"
        );
        assert_eq!(describe_char('＝'), "`＝`, U+FF1D (full-width)");
        assert_eq!(describe_char('\u{e0041}'), "U+E0041 (a tag character)");
        assert_eq!(
            escape_hidden("a\u{1b}[0m\u{202e}\n"),
            "a\\u{1b}[0m\\u{202e}\\n"
        );
        assert_eq!(
            replace_hidden("a\u{1b}b\u{202e}c\u{9b}"),
            "a␛b\u{fffd}c\u{fffd}"
        );
    }
}
