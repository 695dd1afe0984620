//! Text in which nothing is encoded: by percent signs, by HTML, by mail.

use crate::percent::decoded;

/// An address is decoded as often as this, or until nothing is encoded.
const ROUNDS: usize = 5;

/// A text with nothing encoded, in the letters of ASCII where those are meant,
/// in lower case.
pub(crate) fn decode(text: &str) -> String {
    decode_by(text, |text| without_entities(&without_equals(text)))
}

/// The same where letters and digits may follow an equals sign, which are then
/// left alone.
pub(crate) fn decode_but_mail(text: &str) -> String {
    decode_by(text, without_entities)
}

fn decode_by(text: &str, step: fn(&str) -> String) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let next = decoded(&step(&text));
        if next == text {
            break;
        }
        text = next;
    }
    text.chars().map(folded).collect()
}

/// A letter of ASCII in lower case for whatever form of it.
fn folded(c: char) -> char {
    let c = match c {
        // The full-width hyphen stays, which is a dash where it is written.
        '\u{ff0d}' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\\' | '\u{2044}' | '\u{2215}' | '\u{29f8}' => '/',
        _ => c,
    };
    c.to_ascii_lowercase()
}

/// A text in which what mail writes as `=20` (quoted-printable, RFC 2045) has
/// percent signs. A letter or digit that could be meant is none of it.
fn without_equals(text: &str) -> String {
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

/// The characters that HTML names, as far as they come to stand in addresses.
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

/// The character of a numeric character reference of HTML, of which `name` is what
/// stands between `&` and `;`: `#45` or `#x2d`.
pub(crate) fn numeric_reference(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

/// A text without the references of HTML.
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
