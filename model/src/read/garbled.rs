//! Garbled text: bytes of UTF-8 that some program took for those of another
//! encoding. Found by doing the mistake backwards: letters that, in an encoding
//! of old, are the bytes of a character in UTF-8.

use super::characters::WINDOWS_1252;

/// Windows-1251 from 0x80 to 0xBF; `\0` where it has nothing.
const WINDOWS_1251: [char; 64] = [
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’',
    '“', '”', '•', '–', '—', '\0', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{a0}', 'Ў', 'ў', 'Ј', '¤',
    'Ґ', '¦', '§', 'Ё', '©', 'Є', '«', '¬', '\u{ad}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ', 'µ', '¶',
    '·', 'ё', '№', 'є', '»', 'ј', 'Ѕ', 'ѕ', 'ї',
];

/// Pairs that begin no word and end none: what the first bytes of quotation
/// marks, dashes and ellipses become in Windows-1252, 1251 and 1250, in Mac
/// Roman and on the code pages 850 and 437, and what accents become there.
const PAIRS: [&str; 17] = [
    "â€",
    "вЂ",
    "РІР‚",
    "‚Ä",
    "ÔÇ",
    "ΓÇ",
    "├®",
    "├¿",
    "├á",
    "├ñ",
    "├╝",
    "├Â",
    "√©",
    "√®",
    "√º",
    "ï»¿",
    "Ã¢",
];

/// Marks that can follow a word that ends in a letter which is also the first
/// byte of a character.
const PUNCTUATION: &str = "”’“‘«»‹›…–—‚„•†‡\u{a0}";

/// Signs that can follow a capital.
const SIGNS: &str = "®™©°²³¹ºª·¡¿";

/// The first part of a text that is garbled, with what it may have been.
pub(super) fn garbled(text: &str) -> Option<(String, Option<String>)> {
    if text.is_ascii() {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    for at in 0..chars.len() {
        if chars[at].is_ascii() {
            continue;
        }
        let pair = PAIRS.iter().find(|pair| {
            let mut rest = chars[at..].iter();
            pair.chars().all(|c| rest.next() == Some(&c))
        });
        let found = [latin as fn(char) -> Option<u8>, cyrillic]
            .into_iter()
            .find_map(|byte| misread(&chars, at, byte, pair.is_some()));
        if let Some((length, meant)) = found {
            return Some((chars[at..at + length].iter().collect(), Some(meant)));
        }
        if let Some(pair) = pair {
            return Some(((*pair).to_owned(), None));
        }
    }
    None
}

fn latin(c: char) -> Option<u8> {
    let at = WINDOWS_1252
        .iter()
        .position(|known| *known == c && c != '\0');
    match at {
        Some(at) => u8::try_from(at + 0x80).ok(),
        None => u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80),
    }
}

fn cyrillic(c: char) -> Option<u8> {
    let at = WINDOWS_1251
        .iter()
        .position(|known| *known == c && c != '\0');
    match (at, c) {
        (Some(at), _) => u8::try_from(at + 0x80).ok(),
        (None, 'А'..='я') => u8::try_from(u32::from(c) - u32::from('А') + 0xc0).ok(),
        (None, '\u{98}') => Some(0x98),
        _ => None,
    }
}

/// How many characters from a place on are the bytes of UTF-8, and the text that
/// they are, where that can't be chance.
fn misread(
    chars: &[char],
    at: usize,
    byte: fn(char) -> Option<u8>,
    certain: bool,
) -> Option<(usize, String)> {
    let mut meant = String::new();
    let mut end = at;
    let mut sequences = 0;
    let mut longest = 0;
    while let Some((length, c)) = sequence(&chars[end..], byte) {
        meant.push(c);
        end += length;
        sequences += 1;
        longest = longest.max(length);
    }
    let of = |list: &str, c: char| list.contains(c);
    let is_latin = latin(chars[at]) == byte(chars[at]);
    let behind = chars.get(at + 1..end).unwrap_or_default();
    let only_marks = behind.iter().all(|c| of(PUNCTUATION, *c));
    let inside = at
        .checked_sub(1)
        .is_some_and(|before| chars[before].is_lowercase())
        || chars.get(end).is_some_and(|c| c.is_lowercase());
    let is_so = match (sequences, is_latin) {
        (0, _) => false,
        _ if certain => true,
        // Ukrainian in capitals has such pairs, two of them at times.
        (_, false) => sequences >= 3,
        (1, true) if longest == 2 => match chars[at] {
            'Ã' | 'Â' => !only_marks || inside && chars[at] == 'Ã',
            'Ä' | 'Å' => !only_marks && !behind.iter().all(|c| of(SIGNS, *c)),
            _ => false,
        },
        (1, true) => !only_marks,
        // The same marks after one capital and another: `Í»Î»`.
        (_, true) => !only_marks || sequences >= 3,
    };
    is_so.then_some((end - at, meant))
}

/// The character whose bytes in UTF-8 begin here.
fn sequence(chars: &[char], byte: fn(char) -> Option<u8>) -> Option<(usize, char)> {
    let first = byte(*chars.first()?)?;
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> = chars.get(..length)?.iter().map(|c| byte(*c)).collect();
    let bytes = bytes?;
    let c = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((length, c))
}

#[cfg(test)]
mod tests {
    use super::garbled;

    /// What a program makes of a text in UTF-8 that it takes for another encoding.
    fn misread(text: &str, table: impl Fn(u8) -> char) -> String {
        text.bytes()
            .map(|byte| {
                if byte < 0x80 {
                    char::from(byte)
                } else {
                    table(byte)
                }
            })
            .collect()
    }

    #[test]
    fn text_in_the_wrong_encoding_is_garbled() {
        let latin = |byte: u8| {
            let known = super::WINDOWS_1252.get(usize::from(byte) - 0x80).copied();
            known.filter(|c| *c != '\0').unwrap_or(char::from(byte))
        };
        let cyrillic = |byte: u8| match byte {
            0x80..=0xbf => super::WINDOWS_1251[usize::from(byte) - 0x80],
            _ => char::from_u32(u32::from(byte) - 0xc0 + u32::from('А')).unwrap_or('?'),
        };
        for text in [
            "He said “no”.",
            "the mayor’s office",
            "a café",
            "São Paulo",
            "naïve",
            "Größe",
            "they left – at once",
            "and so…",
            "«Нет», сказал он",
            "Привет, мир",
            "北京不会接受",
            "Łódź i Kraków",
            "5 € each",
            "£5",
            "50°",
            "über",
            "señor",
            "Ελλάδα",
            "مرحبا",
            "😀",
        ] {
            assert!(
                garbled(&misread(text, latin)).is_some(),
                "{}",
                misread(text, latin)
            );
        }
        for text in [
            "He said “no”.",
            "the mayor’s",
            "they left – at once",
            "Привет, мир",
            "«Привет»",
        ] {
            assert!(
                garbled(&misread(text, cyrillic)).is_some(),
                "{}",
                misread(text, cyrillic)
            );
        }
        let twice = misread(&misread("“no” café", latin), latin);
        for text in [twice.as_str(), "‚Äúno‚Äù", "caf√©", "ÔÇ£noÔÇØ", "â€ no"] {
            assert!(garbled(text).is_some(), "{text}");
        }
        let meant = garbled("a cafÃ© there").and_then(|(_, meant)| meant);
        assert_eq!(meant.as_deref(), Some("é"));
    }

    #[test]
    fn true_text_is_not() {
        for text in [
            "NÃO, JOÃO",
            "“AMANHÔ",
            "A IRMû, disse",
            "a MAÇÃ… e a IRMÃ’",
            "« Il a été »",
            "«\u{a0}été\u{a0}»",
            "café…”",
            "voilà…”",
            "voilà\u{a0}»",
            "NESTLÉ®",
            "CAFÉ™",
            "CITROËN°",
            "Â",
            "Ångström",
            "TRÄ”",
            "Ä Ö Å",
            "РІК",
            "рік, Сірі",
            "СІРІ КОТИ",
            "Ђорђе",
            "ђак и њива",
            "пункты А, Б и В»",
            "√2 ≈ 1.41",
            "Ñandú",
            "Gänsefüßchen „so“",
            "El País",
            "Viktor Orbán",
            "北京不会接受任何条件",
            "Ðorður",
            "ÉÈÊ",
            "Ô, ÇA",
            "Lê Đức Thọ",
            "Nguyễn Văn Thiệu",
            "TRẦN",
            "Äpfel",
            "“É”",
            "à «l’É»",
            "Ï»",
            "Τι είναι;",
            "٪",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }
}
