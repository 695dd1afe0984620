//! Detects and restores UTF-8 that was read as a given code page.

use super::code_pages::{CodePage, Kind};
use super::{Garbled, SHOWN};

/// Punctuation and symbols whose misread UTF-8 means nothing else in any text.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '…' | '′' | '″' | '‹' | '›' | '€' | '™' | '−'
            | '\u{feff}' | '\u{fffd}' | '\u{1f000}'..
    )
}

/// A part of a text, interpreted as bytes of a code page.
enum Part {
    /// UTF-8 of a character, and how many characters encode it.
    Utf8(char, usize),
    /// A non-ASCII character that is not part of UTF-8.
    Stray,
    /// An ASCII character.
    Ascii,
}

fn next_part(page: &CodePage, rest: &[char]) -> Part {
    let Some(&first) = rest.first().filter(|c| !c.is_ascii()) else {
        return Part::Ascii;
    };
    let length = match page.byte(first) {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return Part::Stray,
    };
    let bytes: Option<Vec<u8>> = rest
        .get(..length)
        .and_then(|chars| chars.iter().map(|&c| page.byte(c)).collect());
    let decoded = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    match decoded.and_then(|text| text.chars().next()) {
        Some(c) => Part::Utf8(c, length),
        None => Part::Stray,
    }
}

/// Tries one encoding: returns how many characters it leaves unexplained, and the
/// garbled part.
pub(super) fn try_code_page(page: &CodePage, text: &str) -> Option<(usize, Garbled)> {
    let (strays, first) = scan(page, text)?;
    let seen: String = text.chars().skip(first).take(SHOWN).collect();
    let found = Garbled {
        meant: repair(page, &seen),
        seen,
        read_as: page.name,
        through_a_console: page.kind == Kind::Consoles,
    };
    Some((strays, found))
}

/// Returns how many characters an encoding leaves unexplained, and the index of the
/// first garbled character.
fn scan(page: &CodePage, text: &str) -> Option<(usize, usize)> {
    let chars: Vec<char> = text.chars().collect();
    let mut first = None;
    let (mut pairs, mut strays, mut run, mut script) = (0, 0, 0, None);
    let (mut certain, mut latin) = (false, true);
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        match next_part(page, rest) {
            Part::Utf8(c, length) => {
                first.get_or_insert(at);
                pairs += 1;
                let before = at.checked_sub(1).and_then(|before| chars.get(before));
                certain |= is_mark(c) || is_accent(page, rest, before.copied());
                latin &= is_mark(c) || ('\u{a1}'..='\u{17f}').contains(&c);
                run = match (script_group(page, c), script) {
                    (Some(one), Some(other)) if one == other => run + 1,
                    (Some(_), _) => 1,
                    (None, _) => 0,
                };
                script = script_group(page, c);
                certain |= run >= 3 && page.kind != Kind::AmbiguousWords;
                at += length;
            }
            Part::Stray => {
                strays += 1;
                (run, script) = (0, None);
                at += 1;
            }
            Part::Ascii => {
                (run, script) = (0, None);
                at += 1;
            }
        }
    }
    let all = strays == 0 && pairs >= 2 && latin && page.kind != Kind::AmbiguousWords;
    Some((strays, first.filter(|_| certain || all)?))
}

/// Whether `Ã` or `Â` starts a garbled accented letter, as in `Ã©`: no word has them
/// before such a character. If the next character can follow a word in capitals, a
/// lower-case letter or digit must precede.
fn is_accent(page: &CodePage, pair: &[char], before: Option<char>) -> bool {
    if !matches!(page.byte('Ã'), Some(0xc3)) {
        return false;
    }
    match pair {
        ['Ã' | 'Â', next, ..] => {
            let may_follow = matches!(
                next,
                '\u{a0}'
                    | '‘'
                    | '’'
                    | '“'
                    | '”'
                    | '–'
                    | '—'
                    | '…'
                    | '•'
                    | '«'
                    | '»'
                    | 'ª'
                    | 'º'
            );
            !may_follow || before.is_some_and(|c| c.is_lowercase() || c.is_numeric())
        }
        _ => false,
    }
}

/// The script group of a letter: three letters of a group in a row are evidence of a
/// garbled word.
fn script_group(page: &CodePage, c: char) -> Option<u8> {
    let cyrillic_page = page.byte('Ж').is_some();
    match c {
        '\u{c0}'..='\u{17f}' => Some(0),
        '\u{386}'..='\u{3ff}' => Some(1),
        '\u{400}'..='\u{4ff}' => Some(2),
        '\u{5d0}'..='\u{5ea}' => Some(3),
        '\u{620}'..='\u{6d3}' => Some(4),
        '\u{900}'..='\u{e7f}' if !cyrillic_page => Some(5),
        '\u{10d0}'..='\u{10ff}' | '\u{1200}'..='\u{137f}' if !cyrillic_page => Some(6),
        '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
            if !cyrillic_page =>
        {
            Some(7)
        }
        _ => None,
    }
}

/// Restores a text that was garbled, up to three times in a row.
fn repair(page: &CodePage, text: &str) -> String {
    let mut text = decode_once(page, text);
    for _ in 0..2 {
        if scan(page, &text).is_some() {
            text = decode_once(page, &text);
        }
    }
    text
}

fn decode_once(page: &CodePage, text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut repaired = String::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let (c, length) = match next_part(page, &chars[at..]) {
            Part::Utf8(meant, length) => (meant, length),
            Part::Stray | Part::Ascii => (c, 1),
        };
        repaired.push(c);
        at += length;
    }
    repaired
}
