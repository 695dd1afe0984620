//! The names of characters in messages.

use super::{is_invisible, is_noncharacter, is_tag};

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
pub(in crate::read) const WINDOWS_1252: [char; 32] = [
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
