//! Which way a page is written.

use says_who_model::Language;

use crate::pages::Page;

/// Languages whose own script runs from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Whether the language is written from right to left.
pub fn is_rtl(language: &Language) -> bool {
    is_rtl_tag(language.as_str())
}

/// The first part of a language's tag decides, in whatever case: `ar-EG` is
/// written as `ar` is.
fn is_rtl_tag(tag: &str) -> bool {
    let first = tag.split_once('-').map_or(tag, |(first, _)| first);
    RIGHT_TO_LEFT
        .iter()
        .any(|known| first.eq_ignore_ascii_case(known))
}

/// What HTML's `dir` says of a text in the language.
pub fn of(language: &Language) -> &'static str {
    if is_rtl(language) { "rtl" } else { "ltr" }
}

/// What HTML's `dir` says of the page: the way its own language is written, as
/// `lang` names it.
pub fn of_page(page: &Page<'_>) -> &'static str {
    // A page that is missing is in the language of the interface.
    match page.dispute() {
        Some(dispute) if !page.is_missing() => of(&dispute.language),
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
