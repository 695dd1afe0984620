//! The direction in which a text, a name or a page is written.

use std::borrow::Cow;

use says_who_model::Language;
use yew::prelude::*;

use crate::components::text;
use crate::pages::Page;

/// Languages whose own script runs from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Scripts that run from right to left, as language tags name them.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 6] = ["adlm", "arab", "hebr", "nkoo", "syrc", "thaa"];

/// Whether a language is written from right to left.
pub fn is_rtl(language: &Language) -> bool {
    is_rtl_tag(language.as_str())
}

/// The script decides if the tag names one, otherwise the first subtag, in any case:
/// `ar-EG` is written like `ar`, `az-Arab` from right to left and `ar-Latn` not.
fn is_rtl_tag(tag: &str) -> bool {
    let is_among =
        |known: &[&str], part: &str| known.iter().any(|one| part.eq_ignore_ascii_case(one));
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let is_script = |part: &&str| part.len() == 4 && part.chars().all(|c| c.is_ascii_alphabetic());
    match parts.next().filter(is_script) {
        Some(script) => is_among(&RIGHT_TO_LEFT_SCRIPTS, script),
        None => is_among(&RIGHT_TO_LEFT, first),
    }
}

/// A name inside a text of this language. If they run in different directions, it
/// stands between Unicode isolates, so that the marks and numbers beside it stay in
/// their order (Unicode Bidirectional Algorithm, explicit isolates).
pub fn isolated<'n>(language: &Language, name: &'n str) -> Cow<'n, str> {
    isolated_if(runs_against(is_rtl(language), name), name)
}

/// The same in an English sentence, whatever the language of the page.
pub(crate) fn isolated_in_english(name: &str) -> Cow<'_, str> {
    isolated_if(runs_against(false, name), name)
}

fn isolated_if(runs_against: bool, name: &str) -> Cow<'_, str> {
    if runs_against {
        Cow::Owned(format!("\u{2068}{name}\u{2069}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// The same as HTML.
pub fn isolated_html(language: &Language, name: &str) -> Html {
    if runs_against(is_rtl(language), name) {
        html! { <bdi>{ text(name) }</bdi> }
    } else {
        text(name)
    }
}

/// Whether a name has letters that run against the direction of a text.
fn runs_against(is_rtl: bool, name: &str) -> bool {
    if is_rtl {
        name.contains(|c: char| c.is_alphabetic() && !is_rtl_letter(c))
    } else {
        name.contains(is_rtl_letter)
    }
}

/// Whether a letter runs from right to left: the blocks that Unicode reserves for
/// such scripts.
fn is_rtl_letter(c: char) -> bool {
    c.is_alphabetic()
        && matches!(
            c,
            '\u{590}'..='\u{8ff}'
                | '\u{fb1d}'..='\u{fdff}'
                | '\u{fe70}'..='\u{feff}'
                | '\u{10800}'..='\u{10fff}'
                | '\u{1e800}'..='\u{1efff}'
        )
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
    use super::{is_rtl_tag, runs_against};

    #[test]
    fn the_first_part_of_the_tag_decides() {
        for tag in [
            "ar",
            "he",
            "fa",
            "ckb",
            "ar-EG",
            "AR",
            "ur-Arab-PK",
            "az-arab",
        ] {
            assert!(is_rtl_tag(tag), "{tag}");
        }
        for tag in [
            "en",
            "ru",
            "uk",
            "en-ar",
            "arn",
            "he2",
            "a",
            "ar-Latn",
            "en-Arabic",
        ] {
            assert!(!is_rtl_tag(tag), "{tag}");
        }
    }

    #[test]
    fn only_a_name_with_letters_of_the_other_direction_runs_against_a_text() {
        for (is_rtl, name, runs_the_other_way) in [
            (false, "The Courier", false),
            (false, "Ünal Şahin, 北京", false),
            (false, "12", false),
            (false, "الحرية", true),
            (false, "BBC عربي", true),
            (true, "الحرية", false),
            (true, "The Courier", true),
            (true, "12", false),
        ] {
            assert_eq!(runs_against(is_rtl, name), runs_the_other_way, "{name}");
        }
    }
}
