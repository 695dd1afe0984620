//! The search for quotations, and the form in which texts are compared.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use says_who_model::Date;
use says_who_model::read::{InputFile, Report, library, normal_form, quotations};
use support::fixture;

const RECORD: &str = "bridge-repair/quotations.toml";
const TEXT: &str = include_str!("../../tests/texts/courier-bridge-closes.txt");

fn today() -> Date {
    "2031-05-06".parse().unwrap()
}

/// What the search writes for the fixture, the courier's text being `text`.
fn search(files: &[InputFile], text: &str) -> Result<String, Report> {
    let texts = BTreeMap::from([("courier-bridge-closes".to_owned(), text.to_owned())]);
    let updates = quotations("data", files, &texts, today())?;
    Ok(updates.into_iter().next().unwrap().text.unwrap())
}

fn without_record() -> Vec<InputFile> {
    let mut files = fixture();
    files.retain(|file| file.path != RECORD);
    files
}

#[test]
fn what_is_found_satisfies_the_check() {
    let mut files = without_record();
    let report = library("data", &files).unwrap_err();
    assert!(
        report.to_string().contains("has not been verified"),
        "{report}"
    );
    let record = search(&files, TEXT).unwrap();
    assert!(record.contains("date = 2031-05-06"), "{record}");
    files.push(InputFile {
        path: RECORD.to_owned(),
        bytes: record.clone().into_bytes(),
    });
    library("data", &files).unwrap();
    // The same search again changes nothing, the day included.
    assert_eq!(search(&files, TEXT).unwrap(), record);
}

#[test]
fn what_was_found_before_stays_where_no_text_is_given() {
    let files = fixture();
    let before = files.iter().find(|file| file.path == RECORD).unwrap();
    let updates = quotations("data", &files, &BTreeMap::new(), today()).unwrap();
    assert_eq!(
        updates[0].text.as_ref().unwrap().as_bytes(),
        before.bytes.as_slice()
    );
    assert_eq!(updates[0].without_text, ["radio-bridge"]);
}

#[test]
fn a_near_miss_is_shown_with_its_difference() {
    let text = TEXT.replace("heard of it", "were told of it");
    insta::assert_snapshot!(search(&without_record(), &text).unwrap_err());
    let nothing = "A text about something else entirely.";
    insta::assert_snapshot!(search(&without_record(), nothing).unwrap_err());
}

/// A text in which the quotations of the fixture stand as typesetters vary them.
#[test]
fn typesetting_hides_nothing_and_stands_in_no_way() {
    for (from, to) in [
        ("We never saw", "We\u{a0}never\n   saw"),
        ("\"Nothing in the", "«Nothing in\tthe"),
        ("formal notice to", "for\u{ad}mal notice to"),
    ] {
        let text = TEXT.replace(from, to);
        assert_ne!(text, TEXT);
        assert!(search(&without_record(), &text).is_ok(), "{to}");
    }
    for (from, to) in [
        ("heard of it.\"", "heard of It.\""),
        ("Nothing in the\nregister.", "Nothing in the\nregisters."),
        ("Nothing in the", "'Nothing' in the"),
        ("\"a formal notice", "\"an a-formal notice"),
        ("Nothing in the\nregister", "Nothing in the\nre gister"),
    ] {
        let text = TEXT.replace(from, to);
        assert_ne!(text, TEXT, "{from}");
        assert!(search(&without_record(), &text).is_err(), "{to}");
    }
}

#[test]
fn words_left_out_are_marked_and_the_rest_stands_in_order() {
    let with = |said: &str| {
        let mut files = without_record();
        let point = "bridge-repair/points/notice-given.toml";
        let file = files.iter_mut().find(|file| file.path == point).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replace("Nothing in the register.", said).into_bytes();
        search(&files, TEXT)
    };
    assert!(with("The bridge […] closed on Wednesday.").is_ok());
    assert!(with("The bridge … closed on ... Wednesday.").is_ok());
    assert!(with("closed on … The bridge was").is_err());
    assert!(with("…").is_err());
    assert!(with("The bridge […] opened").is_err());
}

/// What fuzzing found: a NUL was taken for the end, and its hyphens for a dash.
#[test]
fn the_normal_form_takes_no_mark_for_the_end() {
    assert_eq!(normal_form("\u{10}-\0-\0"), "\u{10}-\0-\0");
}

/// What a reader would call the words of a text. What can't be seen goes first:
/// it keeps letters above letters in an order that they do not have without it.
fn words(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let seen = text.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], "");
    seen.nfc().filter(|c| c.is_alphanumeric()).collect()
}

/// Texts in which the marks that are made alike are common.
fn text() -> impl Strategy<Value = String> {
    "([a-c A-C0-9é\u{301}\u{ad}\u{200b}\u{a0}\n\t.…,;'’‘\"“”«»„‐–—−-]|\\PC){0,24}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn the_normal_form_is_its_own(text in text()) {
        let once = normal_form(&text);
        prop_assert_eq!(normal_form(&once), once);
    }

    #[test]
    fn the_normal_form_keeps_every_letter_and_digit(text in text()) {
        prop_assert_eq!(words(&normal_form(&text)), words(&text));
    }

    #[test]
    fn words_stay_apart(one in "[a-z]{1,6}", other in "[a-z]{1,6}", blank in "[ \n\t\u{a0}]{1,3}") {
        let apart = format!("{one}{blank}{other}");
        prop_assert_eq!(normal_form(&apart), format!("{one} {other}"));
        prop_assert_ne!(normal_form(&format!("{one}{other}")), normal_form(&apart));
    }

    #[test]
    fn no_text_makes_the_search_panic(text in text()) {
        let _ = search(&without_record(), &text);
    }
}
