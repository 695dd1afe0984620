//! Hidden characters: invisible ones that no script and no emoji needs where they
//! are.

use super::{is_invisible, is_tag};

/// Finds the first character that no text needs and that hides something or reorders
/// adjacent text; returns its index in characters. Characters that a script or emoji
/// needs are allowed next to that script or emoji.
pub(in crate::read) fn first_hidden(text: &str) -> Option<(usize, char)> {
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

#[cfg(test)]
mod tests {
    use super::first_hidden;

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
}
