//! Version 1 of the normal form, frozen. The current form builds on it, so texts
//! that were equal in version 1 remain equal. Never change this module.
//!
//! 1. canonical composition (Unicode NFC);
//! 2. soft hyphens, zero-width spaces, word joiners and byte order marks are
//!    removed;
//! 3. every single quotation mark and apostrophe becomes `'`, every double one,
//!    guillemets included, `"`;
//! 4. every hyphen becomes `-`; dashes, the minus sign and two or three hyphens
//!    in a row become `–` with a space on either side;
//! 5. three dots in a row, with or without spaces between, become `…` with a
//!    space on either side;
//! 6. whitespace of any kind and length becomes one space; leading and trailing
//!    whitespace is removed.

use unicode_normalization::UnicodeNormalization;

/// Converts a text to version 1 of the normal form.
pub(super) fn first_form(text: &str) -> String {
    let mut marks = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            '‘' | '’' | '‚' | '‛' | '‹' | '›' | '\u{2bc}' | '\u{2032}' => {
                marks.push('\'')
            }
            '“' | '”' | '„' | '‟' | '«' | '»' | '\u{2033}' | '\u{ff02}' => {
                marks.push('"')
            }
            '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}' => marks.push('-'),
            '\u{2012}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' => marks.push_str(" – "),
            '…' => marks.push_str(" … "),
            c if c.is_whitespace() => marks.push(' '),
            c => marks.push(c),
        }
    }
    let marks = dots(&dashes(&marks));
    // Removing invisible characters may have joined characters that compose.
    marks
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .nfc()
        .collect()
}

/// Replaces two or three hyphens in a row with a dash.
fn dashes(text: &str) -> String {
    let mut dashed = String::with_capacity(text.len());
    let mut hyphens = 0;
    for c in text.chars().map(Some).chain(std::iter::once(None)) {
        if c == Some('-') {
            hyphens += 1;
            continue;
        }
        match hyphens {
            0 => {}
            2 | 3 => dashed.push_str(" – "),
            many => dashed.extend(std::iter::repeat_n('-', many)),
        }
        hyphens = 0;
        dashed.extend(c);
    }
    dashed
}

/// Replaces three dots in a row with an ellipsis.
fn dots(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let mut run = 0;
        let mut end = at;
        let mut ahead = at;
        while ahead < chars.len() && (chars[ahead] == '.' || (run > 0 && chars[ahead] == ' ')) {
            if chars[ahead] == '.' {
                run += 1;
                end = ahead + 1;
            }
            ahead += 1;
        }
        if run == 3 {
            written.push_str(" … ");
            at = end;
        } else {
            let next = end.max(at + 1);
            written.extend(&chars[at..next]);
            at = next;
        }
    }
    written
}
