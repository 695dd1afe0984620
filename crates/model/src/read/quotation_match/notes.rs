//! Removes what an editor or typesetter adds to somebody's words: `[sic]` and
//! footnote marks.

use super::normal::is_word_char;

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// Removes `[sic]`, `(sic)` and footnote marks.
pub(super) fn without_notes(chars: &[char]) -> Vec<char> {
    const SIC: [[char; 5]; 2] = [['[', 's', 'i', 'c', ']'], ['(', 's', 'i', 'c', ')']];
    let mut out: Vec<char> = Vec::with_capacity(chars.len());
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        if SIC.iter().any(|sic| {
            rest.len() >= sic.len()
                && sic
                    .iter()
                    .zip(rest)
                    .all(|(one, other)| *one == other.to_ascii_lowercase())
        }) {
            if out.last() == Some(&' ') {
                out.pop();
            }
            at += 5;
            continue;
        }
        match footnote_mark_length(&out, rest) {
            0 => {
                out.push(chars[at]);
                at += 1;
            }
            length => at += length,
        }
    }
    out
}

/// The length of the footnote mark at the start of `rest`, 0 if there is none;
/// `before` is the text before it. A superscript digit after a word of one or two
/// letters is an exponent: m², km².
fn footnote_mark_length(before: &[char], rest: &[char]) -> usize {
    let Some(&last) = before.last() else {
        return 0;
    };
    let letters = before.iter().rev().take_while(|c| c.is_alphabetic());
    let after_word = letters.take(3).count() == 3;
    let after_mark = matches!(last, '.' | ',' | ';' | ':' | '?' | '!' | '"' | '\'' | ')');
    if !(after_word || after_mark) {
        return 0;
    }
    let run = |is: fn(char) -> bool| rest.iter().take_while(|c| is(**c)).count();
    let raised = run(is_superscript);
    let daggers = run(|c| matches!(c, '*' | '†' | '‡'));
    if raised > 0 {
        raised
    } else if daggers > 0 && !rest.get(daggers).copied().is_some_and(is_word_char) {
        daggers
    } else if rest[0] == '[' {
        let digits = rest[1..].iter().take_while(|c| c.is_ascii_digit()).count();
        let closed = rest.get(1 + digits) == Some(&']');
        if closed && (1..=3).contains(&digits) {
            digits + 2
        } else {
            0
        }
    } else {
        0
    }
}
