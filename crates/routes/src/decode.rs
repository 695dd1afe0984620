//! Decodes percent signs, HTML character references and quoted-printable mail.

use crate::percent::decoded;

/// An address may be encoded several times. Decoding stops when nothing changes, or
/// after this many rounds.
const MAX_ROUNDS: usize = 5;

/// Decodes a text completely. Characters that stand for ASCII become ASCII, in
/// lower case.
pub(crate) fn decode(text: &str) -> String {
    decode_by(text, |text| without_entities(&equals_to_percent(text)))
}

/// Like [`decode`], but without quoted-printable: for queries, in which letters and
/// digits may follow an equals sign.
pub(crate) fn decode_keeping_equals(text: &str) -> String {
    decode_by(text, without_entities)
}

fn decode_by(text: &str, step: fn(&str) -> String) -> String {
    let mut text = text.to_owned();
    for _ in 0..MAX_ROUNDS {
        let next = decoded(&step(&text));
        if next == text {
            break;
        }
        text = next;
    }
    text.chars().map(fold_to_ascii).collect()
}

/// Maps a variant of an ASCII character, such as a full-width letter, to that
/// character in lower case.
fn fold_to_ascii(c: char) -> char {
    let c = match c {
        // The full-width hyphen stays: it is used as a dash.
        '\u{ff0d}' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\\' | '\u{2044}' | '\u{2215}' | '\u{29f8}' => '/',
        _ => c,
    };
    c.to_ascii_lowercase()
}

/// Turns quoted-printable codes (`=20`, RFC 2045) into percent codes. A code that
/// stands for an ASCII letter or digit is left alone: mail doesn't encode those,
/// so the equals sign is likely meant.
fn equals_to_percent(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for (index, piece) in text.split('=').enumerate() {
        if index > 0 {
            let code = piece.get(..2).filter(|code| {
                code.bytes()
                    .all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'))
            });
            let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
            let is_code = byte.is_some_and(|byte| !byte.is_ascii_alphanumeric());
            all.push(if is_code { '%' } else { '=' });
        }
        all.push_str(piece);
    }
    all
}

/// The named character references of HTML that turn up in addresses.
const ENTITIES: [(&str, char); 15] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("shy", '\u{ad}'),
    ("hyphen", '\u{2010}'),
    ("dash", '\u{2010}'),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("sol", '/'),
    ("num", '#'),
    ("quest", '?'),
    ("equals", '='),
];

/// The character of an HTML numeric character reference. `name` is the text between
/// `&` and `;`: `#45` or `#x2d`.
pub(crate) fn numeric_reference(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

/// Decodes HTML character references.
fn without_entities(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for (index, piece) in text.split('&').enumerate() {
        let named = piece.split_once(';').and_then(|(name, rest)| {
            let known = ENTITIES.iter().find(|(known, _)| *known == name);
            let known = known.map(|(_, c)| *c);
            Some((known.or_else(|| numeric_reference(name))?, rest))
        });
        match named.filter(|_| index > 0) {
            Some((c, rest)) => {
                all.push(c);
                all.push_str(rest);
            }
            None => {
                if index > 0 {
                    all.push('&');
                }
                all.push_str(piece);
            }
        }
    }
    all
}
