//! The normal form in which texts are compared.

use proptest::prelude::*;
use says_who_model::read::normal_form;

/// Found by fuzzing: a NUL was treated as the end of the text, and the hyphens around
/// it as a dash.
#[test]
fn a_nul_does_not_end_the_normal_form() {
    assert_eq!(normal_form("\u{10}-\0-\0"), "\u{10}-\0-\0");
}

/// The letters and digits of a text as a reader sees them. Invisible characters are
/// removed before normalization, because they change the order of combining marks.
/// Unicode counts `ʼ` among the letters, but the normal form treats it as an apostrophe.
fn words(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let text = spelt_out(text);
    let seen = text.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', 'ʼ'], "");
    seen.nfc().filter(|c| c.is_alphanumeric()).collect()
}

/// The text with characters that stand for others replaced by these, and footnote
/// numbers and directional marks dropped. The list is in `docs/quotations.md`.
fn spelt_out(text: &str) -> String {
    let apart = |c: char| match c {
        'ﬀ' => "ff".to_owned(),
        'ﬁ' => "fi".to_owned(),
        'ﬂ' => "fl".to_owned(),
        'ﬃ' => "ffi".to_owned(),
        'ﬄ' => "ffl".to_owned(),
        'ﬅ' | 'ﬆ' => "st".to_owned(),
        '¹' | '²' | '³' | '\u{2070}'..='\u{2079}' => String::new(),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap().to_string(),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            String::new()
        }
        c => c.to_string(),
    };
    text.chars().map(apart).collect()
}

/// Every character of Unicode, alone and between letters.
#[test]
fn every_letter_and_digit_is_kept() {
    for c in ('\u{1}'..=char::MAX).filter(|c| c.is_alphanumeric()) {
        for text in [c.to_string(), format!("a{c}a"), format!("{c}\u{301}")] {
            assert_eq!(
                words(&normal_form(&text)),
                words(&text),
                "{c} {}",
                c.escape_unicode()
            );
        }
    }
}

/// Texts with many of the characters that are normalized.
pub(super) fn text() -> impl Strategy<Value = String> {
    "([a-c A-C0-9é\u{301}\u{ad}\u{200b}\u{a0}\n\t.…,;'’‘\"“”«»„‐–—−-]|\\PC){0,24}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn the_normal_form_is_idempotent(text in text()) {
        let once = normal_form(&text);
        prop_assert_eq!(normal_form(&once), once);
    }

    #[test]
    fn the_normal_form_keeps_every_letter_and_digit(text in text()) {
        // These can begin a character reference or a footnote mark, which are not kept.
        prop_assume!(!text.contains(['&', '[', '＆', '［']));
        prop_assert_eq!(words(&normal_form(&text)), words(&text));
    }

    #[test]
    fn words_stay_apart(one in "[a-z]{1,6}", other in "[a-z]{1,6}", blank in "[ \n\t\u{a0}]{1,3}") {
        let apart = format!("{one}{blank}{other}");
        prop_assert_eq!(normal_form(&apart), format!("{one} {other}"));
        prop_assert_ne!(normal_form(&format!("{one}{other}")), normal_form(&apart));
    }
}
