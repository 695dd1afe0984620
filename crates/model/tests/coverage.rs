//! Coverage: every sentence of a source that was read completely is accounted for.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use says_who_model::SentenceUse;
use says_who_model::read::{InputFile, Report, library, outline, search_quotations};
use support::fixture;

const SOURCE: &str = "courier-bridge-closes";
const TEXT: &str = include_str!("../../../tests/texts/courier-bridge-closes.txt");
const FILE: &str = "bridge-repair/coverage.toml";

/// Searches `text` for the quotations of the fixture; the error is what the coverage
/// rule reports.
fn compare(files: &[InputFile], text: &str) -> Result<(), Report> {
    let texts = BTreeMap::from([(SOURCE.to_owned(), text.to_owned())]);
    let today = "2031-05-06".parse().unwrap();
    search_quotations("data", files, &texts, &BTreeSet::new(), today).map(drop)
}

#[test]
fn the_account_is_held_against_the_text() {
    let files = fixture();
    compare(&files, TEXT).unwrap();
    for text in [
        TEXT.replace("Bridge closes", "Bridge shut"),
        TEXT.replace(
            "To her it would have been \"a courtesy note\" in any case.",
            "",
        ),
        format!("{TEXT}\n\nA correction was made."),
        TEXT.replace("A clerk, asked", "No letter. A clerk, asked"),
    ] {
        let report = compare(&files, &text).unwrap_err();
        let rules: BTreeSet<&str> = report.problems().iter().map(|one| one.rule()).collect();
        assert_eq!(rules, BTreeSet::from(["coverage"]), "{report}");
    }
    let report = compare(&files, &TEXT.replace("Bridge closes", "Bridge shut")).unwrap_err();
    insta::assert_snapshot!(report);
}

#[test]
fn an_outline_has_the_account_to_begin_with() {
    let mut files = fixture();
    let with = outline("data", &files, SOURCE, TEXT).unwrap().remove(0);
    let known = files.iter().find(|file| file.path == FILE).unwrap();
    let known = String::from_utf8(known.bytes.clone()).unwrap();
    // Existing coverage is kept. The order of its ids does not matter.
    let sorted = |text: &str| {
        let mut words: Vec<String> = text
            .split([' ', ',', '[', ']', '\n'])
            .map(str::to_owned)
            .collect();
        words.sort();
        words.retain(|word| !word.is_empty());
        words
    };
    assert_eq!(sorted(&with.account), sorted(&known));
    files.retain(|file| file.path != FILE);
    let without = outline("data", &files, SOURCE, TEXT).unwrap().remove(0);
    insta::assert_snapshot!(without.account);
    // The coverage file must not copy words of the source.
    let words = without.sentences.iter().flat_map(|one| one.split(' '));
    for word in words.filter(|word| word.len() > 6 && !known.contains(word)) {
        assert!(!without.account.contains(word), "{word}");
    }
    assert!(outline("data", &files, "no-such-source", TEXT).is_err());
}

#[test]
fn coverage_counts_sentences_taken_and_left_out() {
    let read = library("data", &fixture()).unwrap();
    let coverage = read.disputes[0].principal_coverage().unwrap();
    assert_eq!((coverage.taken(), coverage.left_out()), (4, 4));
    let reasons: Vec<usize> = coverage
        .reasons()
        .into_iter()
        .map(|(_, count)| count)
        .collect();
    assert_eq!(reasons, [2, 1, 1]);
    let SentenceUse::Taken(ids) = &coverage.sentences[2] else {
        panic!("the sentence should be taken");
    };
    assert_eq!(ids[0].as_str(), "bridge-closed");
}

#[test]
fn each_blank_reason_in_an_outline_is_reported_once() {
    let mut files = fixture();
    files.retain(|file| file.path != FILE);
    let begun = outline("data", &files, SOURCE, TEXT).unwrap().remove(0);
    let open = begun.account.matches("left-out = \"\"").count();
    assert!(open > 0, "{}", begun.account);
    files.push(InputFile {
        path: FILE.to_owned(),
        bytes: begun.account.into_bytes(),
    });
    let report = library("data", &files).unwrap_err();
    let of_file = report.problems().iter();
    let of_file = of_file.filter(|problem| problem.file().ends_with(FILE));
    assert_eq!(of_file.count(), open, "{report}");
}

/// Checkouts on Windows can have CRLF line endings.
#[test]
fn crlf_line_endings_are_equivalent() {
    let files = fixture();
    compare(&files, &TEXT.replace('\n', "\r\n")).unwrap();
    let other = outline("data", &files, SOURCE, &TEXT.replace('\n', "\r\n")).unwrap();
    assert_eq!(outline("data", &files, SOURCE, TEXT).unwrap(), other);
}
