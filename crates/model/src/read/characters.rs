//! Characters that can't be seen or that change what stands beside them: which
//! they are, what they are called, and text in which they are written out. The
//! only place that knows them.

/// Names of characters that are met in data by mistake: what can't be seen, and
/// what looks like a mark of ASCII.
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

/// What Windows-1252 has from 0x80 on, where Latin-1 has control characters;
/// `\0` where it has nothing.
pub(super) const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// What a character stands for that comes from a text in Windows-1252 and was
/// taken for one of another encoding.
fn of_windows(c: char) -> Option<char> {
    let at = usize::try_from(u32::from(c).checked_sub(0x80)?).ok()?;
    WINDOWS_1252.get(at).copied().filter(|c| *c != '\0')
}

/// A character by its number and, where it is known, its name; with itself where
/// it can be seen.
#[must_use]
pub fn named(c: char) -> String {
    let mut named = format!("U+{:04X}", u32::from(c));
    let known = NAMES.iter().find(|(known, _)| *known == c);
    if let Some((_, name)) = known {
        named = format!("{named} ({name})");
    } else if let Some(meant) = of_windows(c) {
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
    if is_unseen(c) || c.is_whitespace() {
        named
    } else {
        format!("`{c}`, {named}")
    }
}

/// Unicode's tag characters, which repeat ASCII without being seen.
fn is_tag(c: char) -> bool {
    ('\u{e0000}'..='\u{e007f}').contains(&c)
}

fn is_noncharacter(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&c) || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether a character sets the direction of what follows until it is ended
/// (Unicode Standard Annex 9): it can turn round what stands beside it.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether nothing of a character is seen. Ordinary blanks are not meant.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || turns(c)
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

/// The first character of a text that no text needs and that hides something or
/// turns round what stands beside it, by its number among the characters. What
/// some script or emoji needs is allowed where that script or emoji is.
pub(super) fn hidden(text: &str) -> Option<(usize, char)> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let found = (0..chars.len()).find(|&at| is_hidden(&chars, at))?;
    Some((found, chars[found]))
}

fn is_hidden(chars: &[char], at: usize) -> bool {
    let c = chars[at];
    if !is_unseen(c) {
        return false;
    }
    let before = at.checked_sub(1).map(|before| chars[before]);
    let after = chars.get(at + 1).copied();
    match c {
        // Marks of direction end with the letter that they are.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => false,
        // Joiners shape what stands before them, in scripts that join, and emoji.
        '\u{200c}' | '\u{200d}' => !before.is_some_and(joins),
        // Where words are written without blanks it says where a line may end.
        '\u{200b}' => ![before, after].into_iter().flatten().any(is_unspaced),
        // They choose between forms of the character before them.
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => !before.is_some_and(varies),
        '\u{180b}'..='\u{180f}' => !before.is_some_and(|c| ('\u{1800}'..='\u{18af}').contains(&c)),
        '\u{34f}' => !before.is_some_and(|c| c.is_alphabetic() && !c.is_ascii()),
        '\u{e0020}'..='\u{e007f}' => !ends_flag(&chars[..at]),
        _ => true,
    }
}

/// Whether a joiner can follow: letters of scripts that join, and emoji.
fn joins(c: char) -> bool {
    // Hebrew is the first script behind Latin, Greek, Cyrillic and Armenian.
    c >= '\u{590}' && !is_unseen(c) && !c.is_whitespace() && !('\u{2000}'..='\u{206f}').contains(&c)
        || matches!(c, '\u{fe0e}' | '\u{fe0f}')
}

/// Whether a character has variants: no letter of a script that has none.
fn varies(c: char) -> bool {
    (c >= '\u{590}' || matches!(c, '©' | '®' | '#' | '*' | '0'..='9')) && !is_unseen(c)
        || c == '\u{200d}'
}

/// Whether a script writes words without blanks: Thai, Lao, Tibetan, Burmese,
/// Khmer, Japanese and Chinese among them.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
        || matches!(c, '\u{1950}'..='\u{1aaf}' | '\u{2e80}'..='\u{9fff}' | '\u{a9e0}'..='\u{aadf}')
        || matches!(c, '\u{20000}'..='\u{323af}')
}

/// Whether tag characters may follow: a flag of a region is a black flag and its
/// name in them.
fn ends_flag(before: &[char]) -> bool {
    let mut before = before.iter().rev();
    before.find(|c| !is_tag(**c)) == Some(&'\u{1f3f4}')
}

/// Text for a person to read that says what it is made of: characters that can't
/// be seen, end a line or turn round what stands beside them, are escaped.
#[must_use]
pub fn escape_hidden(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        // A joiner may be part of what is seen.
        if c == '\n' || is_unseen(c) && !matches!(c, '\u{200d}' | '\u{fe0f}') {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// The same with one character for each, so that columns stay what they are.
#[must_use]
pub fn replace_hidden(text: &str) -> String {
    let shown = |c: char| match c {
        '\0'..='\u{1f}' if is_unseen(c) => char::from_u32(0x2400 + u32::from(c)).unwrap_or('·'),
        '\u{7f}' => '\u{2421}',
        c if is_unseen(c) && !matches!(c, '\u{200d}' | '\u{fe0f}') => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::{escape_hidden, hidden, named, replace_hidden};

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
            assert!(hidden(text).is_some(), "{}", text.escape_unicode());
        }
        assert_eq!(hidden("ab\u{202e}c"), Some((2, '\u{202e}')));
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
            assert_eq!(hidden(text), None, "{}", text.escape_unicode());
        }
    }

    #[test]
    fn characters_are_named_and_written_out() {
        assert_eq!(named('“'), "`“`, U+201C (left double quotation mark)");
        assert_eq!(named('\u{200b}'), "U+200B (zero-width space)");
        assert_eq!(
            named('\u{93}'),
            "U+0093 (a control character, in Windows-1252 `“`)"
        );
        assert_eq!(named('＝'), "`＝`, U+FF1D (full-width)");
        assert_eq!(named('\u{e0041}'), "U+E0041 (a tag character)");
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
