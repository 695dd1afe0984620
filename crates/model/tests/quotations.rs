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

const LOCK: &str = "bridge-repair/quotations.toml";
const TEXT: &str = include_str!("../../../tests/texts/courier-bridge-closes.txt");

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
    let lock = include_str!("locks/form-1-bridge-repair.toml");
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

/// Searches `text`, in place of the text of the newspaper, and confirms the cuts of the
/// items in `confirm`.
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
fn an_unmarked_cut_can_be_confirmed_by_its_item() {
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
        let file = files.iter_mut().find(|file| file.path == LOCK).unwrap();
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

/// Found by fuzzing: a NUL was treated as the end of the text, and the hyphens around
/// it as a dash.
#[test]
fn a_nul_does_not_end_the_normal_form() {
    assert_eq!(normal_form("\u{10}-\0-\0"), "\u{10}-\0-\0");
}

/// The letters and digits of a text as a reader sees them. Invisible characters are
/// removed before normalization, because they change the order of combining marks.
/// Unicode counts `ʼ` among the letters, but the normal form treats it as an apostrophe.
fn words(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let text = spelt_out(text);
    let seen = text.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', 'ʼ'], "");
    seen.nfc().filter(|c| c.is_alphanumeric()).collect()
}

/// The text with characters that stand for others replaced by these, and footnote
/// numbers and directional marks dropped. The list is in `docs/quotations.md`.
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

/// Every character of Unicode, alone and between letters.
#[test]
fn every_letter_and_digit_is_kept() {
    for c in ('\u{1}'..=char::MAX).filter(|c| c.is_alphanumeric()) {
        for text in [c.to_string(), format!("a{c}a"), format!("{c}\u{301}")] {
            assert_eq!(
                words(&normal_form(&text)),
                words(&text),
                "{c} {}",
                c.escape_unicode()
            );
        }
    }
}

/// Texts with many of the characters that are normalized.
fn text() -> impl Strategy<Value = String> {
    "([a-c A-C0-9é\u{301}\u{ad}\u{200b}\u{a0}\n\t.…,;'’‘\"“”«»„‐–—−-]|\\PC){0,24}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn the_normal_form_is_idempotent(text in text()) {
        let once = normal_form(&text);
        prop_assert_eq!(normal_form(&once), once);
    }

    #[test]
    fn the_normal_form_keeps_every_letter_and_digit(text in text()) {
        // These can begin a character reference or a footnote mark, which are not kept.
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
    fn searching_any_text_never_panics(text in text()) {
        let _ = search(&without_lock(), &text);
    }
}
