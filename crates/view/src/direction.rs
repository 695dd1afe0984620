//! The direction in which a text or a page is written.

use says_who_model::Language;

use crate::pages::Page;

/// Languages whose own script runs from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Whether a language is written from right to left.
pub fn is_rtl(language: &Language) -> bool {
    is_rtl_tag(language.as_str())
}

/// Only the first subtag of a language tag matters, in any case: `ar-EG` is written
/// like `ar`.
fn is_rtl_tag(tag: &str) -> bool {
    let first = tag.split_once('-').map_or(tag, |(first, _)| first);
    RIGHT_TO_LEFT
        .iter()
        .any(|known| first.eq_ignore_ascii_case(known))
}

/// The value of HTML's `dir` for a text in this language.
pub fn for_language(language: &Language) -> &'static str {
    if is_rtl(language) { "rtl" } else { "ltr" }
}

/// The value of HTML's `dir` for a page, to match its `lang`.
pub fn for_page(page: &Page<'_>) -> &'static str {
    // The not-found page is in the language of the interface.
    match page.dispute() {
        Some(dispute) if !page.is_not_found() => for_language(&dispute.language),
        _ => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::is_rtl_tag;

    #[test]
    fn the_first_part_of_the_tag_decides() {
        for tag in ["ar", "he", "fa", "ckb", "ar-EG", "AR", "ur-Arab-PK"] {
            assert!(is_rtl_tag(tag), "{tag}");
        }
        for tag in ["en", "ru", "uk", "en-ar", "arn", "he2", "a"] {
            assert!(!is_rtl_tag(tag), "{tag}");
        }
    }
}
