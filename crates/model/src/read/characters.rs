//! Invisible characters, and those that change the direction of adjacent text: which
//! they are, what they are called, and how to escape them. The only module that
//! knows them.

/// Names of characters that end up in data by mistake: invisible ones, and those
/// that look like ASCII punctuation.
const NAMES: &[(char, &str)] = &[
    ('\u{0}', "null character"),
    ('\u{7}', "bell"),
    ('\u{8}', "backspace"),
    ('\u{b}', "vertical tab"),
    ('\u{c}', "form feed"),
    ('\r', "carriage return"),
    ('\u{1b}', "escape character"),
    ('\u{7f}', "delete character"),
    ('\u{85}', "next line"),
    ('\u{a0}', "no-break space"),
    ('\u{ad}', "soft hyphen"),
    ('\u{b4}', "acute accent"),
    ('\u{ab}', "left guillemet"),
    ('\u{bb}', "right guillemet"),
    ('\u{2bc}', "modifier letter apostrophe"),
    ('\u{34f}', "combining grapheme joiner"),
    ('\u{37e}', "Greek question mark"),
    ('\u{60c}', "Arabic comma"),
    ('\u{61c}', "Arabic letter mark"),
    ('\u{115f}', "Hangul filler"),
    ('\u{1160}', "Hangul filler"),
    ('\u{1680}', "Ogham space"),
    ('\u{180e}', "Mongolian vowel separator"),
    ('\u{2000}', "en quad"),
    ('\u{2001}', "em quad"),
    ('\u{2002}', "en space"),
    ('\u{2003}', "em space"),
    ('\u{2007}', "figure space"),
    ('\u{2009}', "thin space"),
    ('\u{200a}', "hair space"),
    ('\u{200b}', "zero-width space"),
    ('\u{200c}', "zero-width non-joiner"),
    ('\u{200d}', "zero-width joiner"),
    ('\u{200e}', "left-to-right mark"),
    ('\u{200f}', "right-to-left mark"),
    ('\u{2010}', "hyphen of its own kind"),
    ('\u{2011}', "no-break hyphen"),
    ('\u{2012}', "figure dash"),
    ('\u{2013}', "en dash"),
    ('\u{2014}', "em dash"),
    ('\u{2015}', "horizontal bar"),
    ('\u{2018}', "left single quotation mark"),
    ('\u{2019}', "right single quotation mark"),
    ('\u{201a}', "low single quotation mark"),
    ('\u{201b}', "reversed single quotation mark"),
    ('\u{201c}', "left double quotation mark"),
    ('\u{201d}', "right double quotation mark"),
    ('\u{201e}', "low double quotation mark"),
    ('\u{201f}', "reversed double quotation mark"),
    ('\u{2026}', "ellipsis"),
    ('\u{2028}', "line separator"),
    ('\u{2029}', "paragraph separator"),
    ('\u{202a}', "left-to-right embedding"),
    ('\u{202b}', "right-to-left embedding"),
    ('\u{202c}', "end of an embedding"),
    ('\u{202d}', "left-to-right override"),
    ('\u{202e}', "right-to-left override"),
    ('\u{202f}', "narrow no-break space"),
    ('\u{2032}', "prime"),
    ('\u{2033}', "double prime"),
    ('\u{2039}', "left single guillemet"),
    ('\u{203a}', "right single guillemet"),
    ('\u{205f}', "mathematical space"),
    ('\u{2060}', "word joiner"),
    ('\u{2066}', "left-to-right isolate"),
    ('\u{2067}', "right-to-left isolate"),
    ('\u{2068}', "first-strong isolate"),
    ('\u{2069}', "end of an isolate"),
    ('\u{2212}', "minus sign"),
    ('\u{2800}', "blank Braille pattern"),
    ('\u{3000}', "ideographic space"),
    ('\u{3001}', "ideographic comma"),
    ('\u{3002}', "ideographic full stop"),
    ('\u{3164}', "Hangul filler"),
    ('\u{feff}', "byte order mark"),
    ('\u{ffa0}', "Hangul filler"),
    ('\u{fffc}', "object replacement character"),
    ('\u{fffd}', "replacement character"),
];

/// The Windows-1252 characters from 0x80 to 0x9F, where Latin-1 has control
/// characters; `\0` if unassigned.
pub(super) const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The Windows-1252 character for a control character that comes from decoding
/// Windows-1252 as another encoding.
fn windows_1252_char(c: char) -> Option<char> {
    let at = usize::try_from(u32::from(c).checked_sub(0x80)?).ok()?;
    WINDOWS_1252.get(at).copied().filter(|c| *c != '\0')
}

/// Describes a character by its code point and, if known, its name; visible ones are
/// shown too.
#[must_use]
pub fn describe_char(c: char) -> String {
    let mut named = format!("U+{:04X}", u32::from(c));
    let known = NAMES.iter().find(|(known, _)| *known == c);
    if let Some((_, name)) = known {
        named = format!("{named} ({name})");
    } else if let Some(meant) = windows_1252_char(c) {
        named = format!("{named} (a control character, in Windows-1252 `{meant}`)");
    } else if c.is_control() {
        named = format!("{named} (a control character)");
    } else if ('\u{ff01}'..='\u{ff5e}').contains(&c) {
        named = format!("{named} (full-width)");
    } else if is_tag(c) {
        named = format!("{named} (a tag character)");
    } else if is_noncharacter(c) {
        named = format!("{named} (a noncharacter)");
    }
    if is_invisible(c) || c.is_whitespace() {
        named
    } else {
        format!("`{c}`, {named}")
    }
}

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

/// Finds the first character that no text needs and that hides something or reorders
/// adjacent text; returns its index in characters. Characters that a script or emoji
/// needs are allowed next to that script or emoji.
pub(super) fn first_hidden(text: &str) -> Option<(usize, char)> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let found = (0..chars.len()).find(|&at| is_hidden(&chars, at))?;
    Some((found, chars[found]))
}

fn is_hidden(chars: &[char], at: usize) -> bool {
    let c = chars[at];
    if !is_invisible(c) {
        return false;
    }
    let before = at.checked_sub(1).map(|before| chars[before]);
    let after = chars.get(at + 1).copied();
    match c {
        // Directional marks act like one letter and start no run.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => false,
        // Joiners shape the character before them, in joining scripts and emoji.
        '\u{200c}' | '\u{200d}' => !before.is_some_and(allows_joiner),
        // In scripts without spaces, a zero-width space allows a line break.
        '\u{200b}' => ![before, after]
            .into_iter()
            .flatten()
            .any(is_unspaced_script),
        // Variation selectors choose a form of the character before them.
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
            !before.is_some_and(allows_variation_selector)
        }
        '\u{180b}'..='\u{180f}' => !before.is_some_and(|c| ('\u{1800}'..='\u{18af}').contains(&c)),
        '\u{34f}' => !before.is_some_and(|c| c.is_alphabetic() && !c.is_ascii()),
        '\u{e0020}'..='\u{e007f}' => !ends_with_flag(&chars[..at]),
        _ => true,
    }
}

/// Whether a joiner can follow: after letters of joining scripts, and after emoji.
fn allows_joiner(c: char) -> bool {
    // Hebrew is the first script after Latin, Greek, Cyrillic and Armenian.
    c >= '\u{590}'
        && !is_invisible(c)
        && !c.is_whitespace()
        && !('\u{2000}'..='\u{206f}').contains(&c)
        || matches!(c, '\u{fe0e}' | '\u{fe0f}')
}

/// Whether a character can have variants: letters of Latin, Greek, Cyrillic and
/// Armenian have none.
fn allows_variation_selector(c: char) -> bool {
    (c >= '\u{590}' || matches!(c, '©' | '®' | '#' | '*' | '0'..='9')) && !is_invisible(c)
        || c == '\u{200d}'
}

/// Whether a character belongs to a script without spaces between words, such as
/// Thai, Lao, Tibetan, Burmese, Khmer, Japanese or Chinese.
fn is_unspaced_script(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
        || matches!(c, '\u{1950}'..='\u{1aaf}' | '\u{2e80}'..='\u{9fff}' | '\u{a9e0}'..='\u{aadf}')
        || matches!(c, '\u{20000}'..='\u{323af}')
}

/// Whether tag characters may follow: the flag of a region is a black flag, followed
/// by the region's code in tag characters.
fn ends_with_flag(before: &[char]) -> bool {
    let mut before = before.iter().rev();
    before.find(|c| !is_tag(**c)) == Some(&'\u{1f3f4}')
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
    use super::{describe_char, escape_hidden, first_hidden, replace_hidden};

    #[test]
    fn what_hides_something_is_found() {
        for text in [
            "a\0b",
            "a\u{1b}[31m",
            "a\u{7f}",
            "a\u{93}b",
            "a\u{85}b",
            "a\u{2028}b",
            "a\u{2029}b",
            "a\u{202e}b",
            "a\u{202a}b",
            "a\u{2066}b",
            "a\u{2069}b",
            "a\u{fffe}",
            "a\u{ffff}",
            "a\u{1ffff}",
            "a\u{fdd0}",
            "a\u{e0041}b",
            "a\u{e0001}",
            "a\u{200b}b",
            "a\u{200d}b",
            "a\u{200c}b",
            "\u{200d}",
            "a\u{2060}b",
            "a\u{feff}b",
            "a\u{ad}b",
            "a\u{3164}",
            "a\u{2800}b",
            "a\u{fe0f}b",
            "a\u{e0100}",
            "a\u{2063}b",
            "a\u{fff9}b",
            "ж\u{200d}ж",
            "a\u{180e}b",
        ] {
            assert!(first_hidden(text).is_some(), "{}", text.escape_unicode());
        }
        assert_eq!(first_hidden("ab\u{202e}c"), Some((2, '\u{202e}')));
    }

    #[test]
    fn what_scripts_and_emoji_need_is_not() {
        for text in [
            "plain\n\ttext",
            "naïve “text” – and…",
            "\u{1f469}\u{200d}\u{1f467}",
            "می\u{200c}خواهم",
            "क\u{94d}\u{200d}ष",
            "❤\u{fe0f}\u{200d}\u{1f525}",
            "1\u{fe0f}\u{20e3}",
            "สวัสดี\u{200b}ครับ",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "\u{5d0}\u{200f}!",
            "5\u{a0}%",
            "a\u{3000}b",
            "葛\u{e0100}",
            "12\u{202f}000",
        ] {
            assert_eq!(first_hidden(text), None, "{}", text.escape_unicode());
        }
    }

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
