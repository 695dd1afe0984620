//! Unicode's tables, which the browser has.

use says_who_view::filter::{self, Folded, SearchTerm};

/// A text as it is searched.
pub(super) fn fold(text: &str) -> Folded {
    filter::fold(text, decompose)
}

/// What is searched for, by what a reader typed.
pub(super) fn search_terms(words: &str) -> Vec<SearchTerm> {
    filter::search_terms(words, decompose)
}

/// The letter in lower case and its accents, one by one; a blank for each
/// character that is neither a letter, a digit nor an accent.
fn decompose(letter: char) -> String {
    thread_local! {
        static OTHERS: js_sys::RegExp = js_sys::RegExp::new(r"[^\p{L}\p{N}\p{M}]", "gu");
    }
    // As a string of its own it is never the last letter of a Greek word.
    let one = js_sys::JsString::from(letter.to_string());
    // Twice: İ has an accent of its own in lower case.
    let parts = one.normalize("NFKD").to_lower_case().normalize("NFKD");
    OTHERS.with(|others| parts.replace_by_pattern(others, " ").into())
}
