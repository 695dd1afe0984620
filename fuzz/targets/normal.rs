//! The form in which quotations are compared with texts: stable, and it loses
//! no letter and no digit.
#![no_main]

use libfuzzer_sys::fuzz_target;
use says_who_model::read::normal_form;
use unicode_normalization::UnicodeNormalization;

fuzz_target!(|text: &str| {
    let normal = normal_form(text);
    assert_eq!(normal_form(&normal), normal);
    let letters = |text: &str| -> String { text.nfc().filter(|c| c.is_alphanumeric()).collect() };
    assert_eq!(letters(&normal), letters(text));
});
