//! The output of `quotes`: it covers the disputes whose texts are given.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::fs;
use std::path::Path;

use support::{author, says_who};

/// A folder with data and the text of the one source that can be searched.
fn with_texts() -> tempfile::TempDir {
    let folder = author();
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/texts");
    support::copy(&texts, &folder.path().join("texts"));
    folder
}

#[test]
fn other_disputes_are_only_counted() {
    let folder = with_texts();
    let folder = folder.path();
    let (succeeded, printed) = says_who(&["quotes", "--texts", "texts", "data"], folder);
    assert!(succeeded, "{printed}");
    assert!(
        printed.contains("bridge-repair/quotations.toml: "),
        "{printed}"
    );
    assert!(!printed.contains("mill-clock/quotations.toml"), "{printed}");
    assert!(
        printed.contains("1 other dispute is as it was"),
        "{printed}"
    );
    // The data gives a reason why the radio has no text, so none is asked for.
    assert!(!printed.contains("radio-bridge"), "{printed}");

    let (succeeded, printed) = says_who(&["quotes", "--texts", "texts", "--all", "data"], folder);
    assert!(
        succeeded && printed.contains("mill-clock/quotations.toml"),
        "{printed}"
    );
    assert!(
        printed.contains("nor with a text: radio-bridge"),
        "{printed}"
    );
}

#[test]
fn a_text_that_is_needed_is_asked_for() {
    let folder = with_texts();
    let folder = folder.path();
    let sources = folder.join("data/bridge-repair/sources.toml");
    let text = fs::read_to_string(&sources).unwrap();
    let without: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("not-verified"))
        .collect();
    fs::write(&sources, without.join("\n")).unwrap();
    let (succeeded, printed) = says_who(&["quotes", "--texts", "texts", "data"], folder);
    assert!(
        succeeded && printed.contains("still needed, the text of: radio-bridge"),
        "{printed}"
    );
}

#[test]
fn a_text_of_no_source_is_noted() {
    let folder = with_texts();
    let folder = folder.path();
    for name in ["courier-bridge-close.txt", "courier-bridge-closes.txt.txt"] {
        fs::write(folder.join("texts").join(name), "Words.").unwrap();
    }
    let (succeeded, printed) = says_who(&["quotes", "--texts", "texts", "data"], folder);
    assert!(succeeded, "{printed}");
    for name in ["courier-bridge-close", "courier-bridge-closes.txt"] {
        assert!(
            printed.contains(&format!(
                "there is no `{name}` in sources.toml; did you mean `courier-bridge-closes.txt`?"
            )),
            "{printed}"
        );
    }
}

#[test]
fn crlf_line_endings_are_no_change() {
    let folder = with_texts();
    let folder = folder.path();
    let lock = folder.join("data/bridge-repair/quotations.toml");
    assert!(says_who(&["quotes", "--texts", "texts", "data"], folder).0);
    let crlf = fs::read_to_string(&lock).unwrap().replace('\n', "\r\n");
    fs::write(&lock, &crlf).unwrap();
    let (succeeded, printed) = says_who(&["quotes", "--texts", "texts", "data"], folder);
    assert!(succeeded && !printed.contains("commit it"), "{printed}");
    assert_eq!(fs::read_to_string(&lock).unwrap(), crlf);
}
