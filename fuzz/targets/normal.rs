//! The form in which quotations are compared with texts: stable, and it loses
//! no letter and no digit.
#![no_main]

use libfuzzer_sys::fuzz_target;
use says_who_model::read::normal_form;
use unicode_normalization::UnicodeNormalization;

fuzz_target!(|text: &str| {
    let normal = normal_form(text);
    assert_eq!(normal_form(&normal), normal);
    // What can't be seen goes first: it keeps letters above letters in an order
    // that they do not have without it.
    let letters = |text: &str| -> String {
        let seen = text.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], "");
        seen.nfc().filter(|c| c.is_alphanumeric()).collect()
    };
    assert_eq!(letters(&normal), letters(text));
});
