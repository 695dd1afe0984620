//! What `quotes` says: of the disputes whose texts were given, and no others.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::fs;
use std::path::Path;

use support::{author, xtask};

/// A folder with data and the text of its one source that can be searched.
fn with_texts() -> tempfile::TempDir {
    let folder = author();
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/texts");
    support::copy(&texts, &folder.path().join("texts"));
    folder
}

#[test]
fn other_disputes_are_only_counted() {
    let folder = with_texts();
    let folder = folder.path();
    let (well, said) = xtask(&["quotes", "--texts", "texts", "data"], folder);
    assert!(well, "{said}");
    assert!(said.contains("bridge-repair/quotations.toml: "), "{said}");
    assert!(!said.contains("mill-clock/quotations.toml"), "{said}");
    assert!(said.contains("1 other dispute is as it was"), "{said}");
    // It is said why the radio's text can't be searched, so it is not asked for.
    assert!(!said.contains("radio-bridge"), "{said}");

    let (well, said) = xtask(&["quotes", "--texts", "texts", "--all", "data"], folder);
    assert!(
        well && said.contains("mill-clock/quotations.toml"),
        "{said}"
    );
    assert!(said.contains("nor with a text: radio-bridge"), "{said}");
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
    let (well, said) = xtask(&["quotes", "--texts", "texts", "data"], folder);
    assert!(
        well && said.contains("still needed, the text of: radio-bridge"),
        "{said}"
    );
}

#[test]
fn a_text_of_no_source_is_told() {
    let folder = with_texts();
    let folder = folder.path();
    for name in ["courier-bridge-close.txt", "courier-bridge-closes.txt.txt"] {
        fs::write(folder.join("texts").join(name), "Words.").unwrap();
    }
    let (well, said) = xtask(&["quotes", "--texts", "texts", "data"], folder);
    assert!(well, "{said}");
    for name in ["courier-bridge-close", "courier-bridge-closes.txt"] {
        assert!(
            said.contains(&format!(
                "there is no `{name}` in sources.toml; did you mean `courier-bridge-closes.txt`?"
            )),
            "{said}"
        );
    }
}

#[test]
fn the_other_kind_of_line_ends_is_no_change() {
    let folder = with_texts();
    let folder = folder.path();
    let lock = folder.join("data/bridge-repair/quotations.toml");
    assert!(xtask(&["quotes", "--texts", "texts", "data"], folder).0);
    let crlf = fs::read_to_string(&lock).unwrap().replace('\n', "\r\n");
    fs::write(&lock, &crlf).unwrap();
    let (well, said) = xtask(&["quotes", "--texts", "texts", "data"], folder);
    assert!(well && !said.contains("commit it"), "{said}");
    assert_eq!(fs::read_to_string(&lock).unwrap(), crlf);
}
