//! The search for quotations, and the normal form in which texts are compared.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod brackets_and_marks;
mod confirmed_cuts;
mod normal_form;
mod scripts;
#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use normal_form::text;
use proptest::prelude::*;
use says_who_model::Date;
use says_who_model::read::{InputFile, Report, library, library_with_warnings, search_quotations};

const LOCK: &str = "bridge-repair/quotations.toml";
const TEXT: &str = include_str!("../../../../tests/texts/courier-bridge-closes.txt");

fn today() -> Date {
    "2031-05-06".parse().unwrap()
}

/// The lock file that the search writes for the fixture if `text` is the text of the
/// newspaper.
fn search(files: &[InputFile], text: &str) -> Result<String, Report> {
    let texts = BTreeMap::from([("courier-bridge-closes".to_owned(), text.to_owned())]);
    let updates = search_quotations("data", files, &texts, &BTreeSet::new(), today())?;
    Ok(updates.into_iter().next().unwrap().text.unwrap())
}

/// The fixture without its coverage, which fits one text only.
fn fixture() -> Vec<InputFile> {
    let mut files = support::fixture();
    files.retain(|file| !file.path.ends_with("coverage.toml"));
    files
}

fn without_lock() -> Vec<InputFile> {
    let mut files = fixture();
    files.retain(|file| file.path != LOCK);
    files
}

#[test]
fn the_lock_that_a_search_writes_passes_the_check() {
    let mut files = without_lock();
    let report = library("data", &files).unwrap_err();
    assert!(
        report.to_string().contains("has not been verified"),
        "{report}"
    );
    let lock = search(&files, TEXT).unwrap();
    assert!(lock.contains("date = 2031-05-06"), "{lock}");
    files.push(InputFile {
        path: LOCK.to_owned(),
        bytes: lock.clone().into_bytes(),
    });
    library("data", &files).unwrap();
    // Searching again changes nothing, not even the day.
    assert_eq!(search(&files, TEXT).unwrap(), lock);
}

#[test]
fn earlier_results_are_kept_if_no_text_is_given() {
    let files = fixture();
    let before = files.iter().find(|file| file.path == LOCK).unwrap();
    let updates =
        search_quotations("data", &files, &BTreeMap::new(), &BTreeSet::new(), today()).unwrap();
    assert_eq!(
        updates[0].text.as_ref().unwrap().as_bytes(),
        before.bytes.as_slice()
    );
    // The text of the radio broadcast is not needed: its source says that it can't be
    // verified.
    assert_eq!(updates[0].without_text, ["radio-bridge"]);
    assert!(updates[0].needed.is_empty());
    assert_eq!(
        updates[0].sources,
        ["courier-bridge-closes", "radio-bridge"]
    );

    let files = without_lock();
    let updates =
        search_quotations("data", &files, &BTreeMap::new(), &BTreeSet::new(), today()).unwrap();
    assert_eq!(updates[0].needed, ["courier-bridge-closes"]);
}

/// Texts from Windows can have CRLF line endings.
#[test]
fn crlf_line_endings_are_equivalent() {
    let files = fixture();
    let other = search(&files, &TEXT.replace('\n', "\r\n")).unwrap();
    assert_eq!(search(&files, TEXT).unwrap(), other);
}

/// The fixture with another lock file, and with `said` as the words of the newspaper.
fn with_lock(lock: &str, said: Option<&str>) -> Vec<InputFile> {
    let mut files = fixture();
    for file in &mut files {
        if file.path == LOCK {
            file.bytes = lock.as_bytes().to_vec();
        } else if let (Some(said), true) = (said, file.path.ends_with("notice-given.toml")) {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            let whole = "The newspaper was shown a copy dated 1 March.";
            assert!(text.contains(whole));
            file.bytes = text.replace(whole, said).into_bytes();
        }
    }
    files
}

/// The lock file after a search without any texts.
fn converted(files: &[InputFile]) -> String {
    let updates =
        search_quotations("data", files, &BTreeMap::new(), &BTreeSet::new(), today()).unwrap();
    updates.into_iter().next().unwrap().text.unwrap()
}

#[test]
fn a_lock_of_the_first_form_is_read_and_converts_without_the_texts() {
    let lock = include_str!("../locks/form-1-bridge-repair.toml");
    let files = with_lock(lock, None);
    let (read, warnings) = library_with_warnings("data", &files).unwrap();
    assert_eq!(read.disputes[0].figures().verified, 4);
    // Its cuts were never reviewed, which is a warning for each quotation but no
    // error.
    let of_cuts = warnings.iter().filter(|one| one.rule() == "cuts-marked");
    assert_eq!(of_cuts.count(), 4);
    let now = converted(&files);
    insta::assert_snapshot!(now);
    assert_eq!(converted(&with_lock(&now, None)), now);
    library_with_warnings("data", &with_lock(&now, None)).unwrap();
}

#[test]
fn a_lock_with_words_of_many_kinds_converts_without_the_texts() {
    let lock = include_str!("../locks/form-1-many-kinds.toml");
    let table: toml::Table = lock.parse().unwrap();
    let words = table["source"][0]["quotations"].as_array().unwrap();
    let words = words.iter().map(|words| words.as_str().unwrap());
    // As authors write them: in quotation marks, with single marks inside.
    let said: Vec<String> = words
        .map(|words| format!("“{}”", words.replace('"', "’")))
        .collect();
    let said = said.join(", ");
    let mut files = with_lock(lock, Some(&said));
    for file in &mut files {
        if file.path.ends_with("notice-given.toml") || file.path.ends_with("documents.toml") {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            let unquoted = text
                .replace("“a formal notice to the town hall”", "a notice")
                .replace("“We never saw it <or> heard of it.”", "No.")
                .replace("“Nothing in the register.”", "No.")
                .replace("“formal notice”", "a notice");
            file.bytes = unquoted.into_bytes();
        }
    }
    library("data", &files).unwrap();
    let now = converted(&files);
    insta::assert_snapshot!(now);
    for file in &mut files {
        if file.path == LOCK {
            file.bytes = now.clone().into_bytes();
        }
    }
    library("data", &files).unwrap();
    assert_eq!(converted(&files), now);
}

#[test]
fn a_near_miss_is_shown_with_its_difference() {
    let text = TEXT.replace("heard of it", "were told of it");
    insta::assert_snapshot!(search(&without_lock(), &text).unwrap_err());
    let nothing = "A text about something else entirely.";
    insta::assert_snapshot!(search(&without_lock(), nothing).unwrap_err());
}

#[test]
fn typography_is_ignored_but_wording_is_not() {
    for (from, to) in [
        ("We never saw", "We\u{a0}never\n   saw"),
        ("\"Nothing in the", "«Nothing in\tthe"),
        ("formal notice to", "for\u{ad}mal notice to"),
    ] {
        let text = TEXT.replace(from, to);
        assert_ne!(text, TEXT);
        assert!(search(&without_lock(), &text).is_ok(), "{to}");
    }
    for (from, to) in [
        ("heard of it", "heard of It"),
        ("Nothing in the\nregister.", "Nothing in the\nregisters."),
        ("Nothing in the", "'Nothing' in the"),
        ("\"a formal notice", "\"an a-formal notice"),
        ("Nothing in the\nregister", "Nothing in the\nre gister"),
    ] {
        let text = TEXT.replace(from, to);
        assert_ne!(text, TEXT, "{from}");
        assert!(search(&without_lock(), &text).is_err(), "{to}");
    }
}

#[test]
fn omissions_are_marked_and_keep_the_order() {
    let with = |said: &str| {
        let mut files = without_lock();
        let point = "bridge-repair/points/notice-given.toml";
        let file = files.iter_mut().find(|file| file.path == point).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replace("Nothing in the register.", said).into_bytes();
        search(&files, TEXT)
    };
    assert!(with("The bridge […] closed on Wednesday.").is_ok());
    assert!(with("The bridge … closed on ... Wednesday.").is_ok());
    let turned_round = with("closed on … The bridge was").unwrap_err();
    let help = turned_round.problems()[0].help();
    assert!(help.contains("each part stands there"), "{help}");
    assert!(with("…").is_err());
    assert!(with("The bridge […] opened").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn searching_any_text_never_panics(text in text()) {
        let _ = search(&without_lock(), &text);
    }
}
