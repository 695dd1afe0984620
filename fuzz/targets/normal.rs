//! Normalising a text twice changes nothing, and any text can be searched for any
//! words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use says_who_model::read::normal_form;
use says_who_model::read::quotation_match::{SearchedText, sentences};

fuzz_target!(|text: &str| {
    let normal = normal_form(text);
    assert_eq!(normal_form(&normal), normal);
    let middle = text.char_indices().nth(text.chars().count() / 2);
    let words = middle.map_or("", |(at, _)| &text[at..]);
    for transcript in [false, true] {
        let _ = SearchedText::new(text).find(words, transcript);
    }
    let _ = sentences(text);
});
