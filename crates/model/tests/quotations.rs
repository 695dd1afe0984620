//! The search for quotations, and the normal form in which texts are compared.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use says_who_model::read::{
    InputFile, QuotationsUpdate, Report, library, library_with_warnings, normal_form,
    search_quotations,
};
use says_who_model::{Cut, Date};

const RECORD: &str = "bridge-repair/quotations.toml";
const TEXT: &str = include_str!("../../../tests/texts/courier-bridge-closes.txt");

fn today() -> Date {
    "2031-05-06".parse().unwrap()
}

/// The record that the search writes for the fixture if `text` is the courier's
/// text.
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
    // Searching again changes nothing, not even the day.
    assert_eq!(search(&files, TEXT).unwrap(), record);
}

#[test]
fn what_was_found_before_stays_where_no_text_is_given() {
    let files = fixture();
    let before = files.iter().find(|file| file.path == RECORD).unwrap();
    let updates =
        search_quotations("data", &files, &BTreeMap::new(), &BTreeSet::new(), today()).unwrap();
    assert_eq!(
        updates[0].text.as_ref().unwrap().as_bytes(),
        before.bytes.as_slice()
    );
    // The radio's text can't be searched, as its source says.
    assert_eq!(updates[0].without_text, ["radio-bridge"]);
    assert!(updates[0].needed.is_empty());
    assert_eq!(
        updates[0].sources,
        ["courier-bridge-closes", "radio-bridge"]
    );

    let files = without_record();
    let updates =
        search_quotations("data", &files, &BTreeMap::new(), &BTreeSet::new(), today()).unwrap();
    assert_eq!(updates[0].needed, ["courier-bridge-closes"]);
}

/// Texts from Windows can have CRLF line endings.
#[test]
fn line_ends_of_either_kind_are_the_same_text() {
    let files = fixture();
    let other = search(&files, &TEXT.replace('\n', "\r\n")).unwrap();
    assert_eq!(search(&files, TEXT).unwrap(), other);
}

/// The fixture with another record, and with `said` as the newspaper's words.
fn with_lock(lock: &str, said: Option<&str>) -> Vec<InputFile> {
    let mut files = fixture();
    for file in &mut files {
        if file.path == RECORD {
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

/// What a search without any texts makes of a record.
fn converted(files: &[InputFile]) -> String {
    let updates =
        search_quotations("data", files, &BTreeMap::new(), &BTreeSet::new(), today()).unwrap();
    updates.into_iter().next().unwrap().text.unwrap()
}

#[test]
fn a_lock_of_the_first_form_is_read_and_converts_without_the_texts() {
    let lock = include_str!("locks/form-1-bridge-repair.toml");
    let files = with_lock(lock, None);
    let (read, warnings) = library_with_warnings("data", &files).unwrap();
    assert_eq!(read.disputes[0].figures().verified, 4);
    // Nobody has reviewed its cuts: that is a warning everywhere and an error
    // nowhere.
    let of_cuts = warnings.iter().filter(|one| one.rule() == "cuts-marked");
    assert_eq!(of_cuts.count(), 4);
    let now = converted(&files);
    insta::assert_snapshot!(now);
    assert_eq!(converted(&with_lock(&now, None)), now);
    library_with_warnings("data", &with_lock(&now, None)).unwrap();
}

#[test]
fn a_lock_with_words_of_many_kinds_converts_without_the_texts() {
    let lock = include_str!("locks/form-1-many-kinds.toml");
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
        if file.path == RECORD {
            file.bytes = now.clone().into_bytes();
        }
    }
    library("data", &files).unwrap();
    assert_eq!(converted(&files), now);
}

#[test]
fn a_near_miss_is_shown_with_its_difference() {
    let text = TEXT.replace("heard of it", "were told of it");
    insta::assert_snapshot!(search(&without_record(), &text).unwrap_err());
    let nothing = "A text about something else entirely.";
    insta::assert_snapshot!(search(&without_record(), nothing).unwrap_err());
}

/// A text with the quotations of the fixture in varying typography.
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
        ("heard of it", "heard of It"),
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
    let turned_round = with("closed on … The bridge was").unwrap_err();
    let help = turned_round.problems()[0].help();
    assert!(help.contains("each part stands there"), "{help}");
    assert!(with("…").is_err());
    assert!(with("The bridge […] opened").is_err());
}

/// The fixture with a transcript in place of a newspaper, and the result of
/// searching `text`, with the cuts of `confirm` confirmed.
fn search_transcript(
    files: &[InputFile],
    text: &str,
    confirm: &[&str],
) -> Result<QuotationsUpdate, Report> {
    let texts = BTreeMap::from([("courier-bridge-closes".to_owned(), text.to_owned())]);
    let confirm = confirm.iter().map(|id| (*id).to_owned()).collect();
    let updates = search_quotations("data", files, &texts, &confirm, today())?;
    Ok(updates.into_iter().next().unwrap())
}

#[test]
fn a_cut_is_confirmed_once_it_was_shown() {
    let mut files = fixture();
    let sources = "bridge-repair/sources.toml";
    let file = files.iter_mut().find(|file| file.path == sources).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let transcript = "read = \"whole\"\ntranscript = true";
    file.bytes = text
        .replacen("read = \"whole\"", transcript, 1)
        .into_bytes();
    let text = "We sent a formal notice to the town hall, but nobody signed it. \
        We never saw it <or> heard of it. Nothing in the register. A formal notice.";
    let put = |files: &mut Vec<InputFile>, lock: String| {
        let file = files.iter_mut().find(|file| file.path == RECORD).unwrap();
        file.bytes = lock.into_bytes();
    };
    let update = search_transcript(&files, text, &[]).unwrap();
    let shown: Vec<&str> = update.to_review.iter().map(|of| of.item.as_str()).collect();
    assert_eq!(shown, ["engineer-sent-letter", "closure-letter"]);
    put(&mut files, update.text.unwrap());
    let report = library("data", &files).unwrap_err().to_string();
    assert!(
        report.contains("--confirm engineer-sent-letter"),
        "{report}"
    );
    assert!(report.contains("--confirm closure-letter"), "{report}");
    // Only items with an unmarked cut can be confirmed.
    for wrong in ["clerk-on-register", "no-such-id"] {
        let report = search_transcript(&files, text, &[wrong]).unwrap_err();
        assert_eq!(report.problems()[0].rule(), "cuts-marked");
    }
    let both = ["closure-letter", "engineer-sent-letter"];
    let update = search_transcript(&files, text, &both).unwrap();
    let lock = update.text.unwrap();
    assert_eq!(lock.matches("confirmed = 2031-05-06").count(), 2, "{lock}");
    put(&mut files, lock.clone());
    let read = library("data", &files).unwrap();
    let statement = read.disputes[0].points[0].statements();
    let cuts: Vec<Option<Cut>> = statement.map(|one| one.wording.cut).collect();
    assert_eq!(cuts, [Some(Cut::Sentence), None, None, None]);
    // It stays confirmed as long as the text is the same, and if no text is given.
    assert_eq!(
        search_transcript(&files, text, &[]).unwrap().text.unwrap(),
        lock
    );
    assert_eq!(converted(&files), lock);
    let other = text.replace("nobody signed", "the mayor signed");
    let update = search_transcript(&files, &other, &[]).unwrap();
    assert!(!update.text.unwrap().contains("confirmed"));
}

/// Found by fuzzing: a NUL was taken for the end of the text, and its hyphens for a
/// dash.
#[test]
fn the_normal_form_takes_no_mark_for_the_end() {
    assert_eq!(normal_form("\u{10}-\0-\0"), "\u{10}-\0-\0");
}

/// The words of a text as a reader sees them. Removes invisible characters first:
/// with them, combining marks keep an order that they don't have without.
fn words(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let text = spelt_out(text);
    let seen = text.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], "");
    seen.nfc().filter(|c| c.is_alphanumeric()).collect()
}

/// The text with those characters spelled out or dropped that stand for others or
/// for a footnote: the list is in docs/quotations.md.
fn spelt_out(text: &str) -> String {
    let apart = |c: char| match c {
        'ﬀ' => "ff".to_owned(),
        'ﬁ' => "fi".to_owned(),
        'ﬂ' => "fl".to_owned(),
        'ﬃ' => "ffi".to_owned(),
        'ﬄ' => "ffl".to_owned(),
        'ﬅ' | 'ﬆ' => "st".to_owned(),
        '¹' | '²' | '³' | '\u{2070}'..='\u{2079}' => String::new(),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap().to_string(),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            String::new()
        }
        c => c.to_string(),
    };
    text.chars().map(apart).collect()
}

/// Texts with many of the characters that are normalized.
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
        // Names of characters and footnote numbers are in brackets of their own.
        prop_assume!(!text.contains(['&', '[', '＆', '［']));
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
