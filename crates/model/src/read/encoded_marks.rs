//! Finds quotation marks that are encoded for HTML, mail, URLs or programs. Pasted
//! as text, they don't work as quotation marks.

/// The names of HTML character references for quotation marks.
const NAMES: &str = "quot QUOT apos ldquo rdquo lsquo rsquo sbquo bdquo laquo raquo lsaquo rsaquo ldquor rdquor \
    lsquor rsquor OpenCurlyDoubleQuote CloseCurlyDoubleQuote OpenCurlyQuote CloseCurlyQuote prime Prime grave acute";

/// The length of the encoded quotation mark at the start, if there is one.
pub(super) fn encoded_mark_length(chars: &[char]) -> Option<usize> {
    match chars.first()? {
        '&' => entity_length(chars),
        '\\' => escape_length(chars),
        '=' => encoded_bytes_length(chars, '='),
        '%' => encoded_bytes_length(chars, '%'),
        _ => None,
    }
}

/// Whether a number is the code of a quotation mark, in Unicode or Windows-1252.
fn is_mark(number: u32) -> bool {
    matches!(
        number,
        0x22 | 0x27 | 0x60 | 0xab | 0xb4 | 0xbb | 0x84 | 0x8b | 0x91..=0x94 | 0x9b
    ) || matches!(number, 0x2018..=0x201f | 0x2032..=0x2037 | 0x2039 | 0x203a | 0x300c..=0x300f)
}

/// `&quot;`, `&#8220;`, `&#x201c;`, also escaped again: `&amp;quot;`.
fn entity_length(chars: &[char]) -> Option<usize> {
    let amp: Vec<char> = "amp;".chars().collect();
    let mut at = 1;
    while chars[at..].starts_with(&amp) {
        at += amp.len();
    }
    let name = chars[at..].iter();
    let name: String = name
        .take_while(|c| c.is_ascii_alphanumeric() || **c == '#')
        .collect();
    let end = at + name.chars().count();
    let end = end + usize::from(chars.get(end) == Some(&';'));
    let number = name.strip_prefix('#').and_then(|digits| {
        let hexadecimal = digits.strip_prefix(['x', 'X']);
        match hexadecimal {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        }
    });
    let known = NAMES.split_whitespace().any(|known| known == name);
    (known || number.is_some_and(is_mark)).then_some(end)
}

/// `\u201c`, `\u{201c}`, `\x93`, `\"`.
fn escape_length(chars: &[char]) -> Option<usize> {
    let hexadecimal = |from: usize, most: usize| {
        let digits = chars.get(from..)?.iter();
        let digits: String = digits
            .take_while(|c| c.is_ascii_hexdigit())
            .take(most)
            .collect();
        let number = u32::from_str_radix(&digits, 16).ok()?;
        is_mark(number).then_some(from + digits.len())
    };
    match (chars.get(1)?, chars.get(2)) {
        ('"' | '\'', _) => Some(2),
        ('u', Some('{')) => {
            hexadecimal(3, 6).map(|end| end + usize::from(chars.get(end) == Some(&'}')))
        }
        ('u', _) => hexadecimal(2, 4),
        ('x', _) => hexadecimal(2, 2),
        _ => None,
    }
}

/// `=E2=80=9C`, `%E2%80%9C`, `%22`: bytes of UTF-8.
fn encoded_bytes_length(chars: &[char], sign: char) -> Option<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while chars.get(at) == Some(&sign) && found.len() < 3 {
        let digits: String = chars.get(at + 1..at + 3)?.iter().collect();
        let Ok(byte) = u8::from_str_radix(&digits, 16) else {
            break;
        };
        found.push(byte);
        at += 3;
        let text = std::str::from_utf8(&found).ok();
        if let Some(c) = text.and_then(|text| text.chars().next()) {
            // A single `=22` is more likely a number.
            let likely = sign == '%' || found.len() > 1;
            return (likely && is_mark(u32::from(c))).then_some(at);
        }
    }
    None
}
