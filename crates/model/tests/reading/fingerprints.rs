//! The fingerprints of items.

use proptest::prelude::*;
use says_who_model::{Fingerprint, Library};

use super::edits::edited;

fn print(library: &Library, id: &str) -> Fingerprint {
    library.disputes[0]
        .fingerprint(&id.parse().unwrap())
        .unwrap()
}

#[test]
fn a_fingerprint_changes_only_with_the_content() {
    const POINT: &str = "bridge-repair/points/notice-given.toml";
    let before = edited(&[]);
    let said = edited(&[
        (POINT, "We never saw it", "We did not see it"),
        (
            "bridge-repair/quotations.toml",
            "We never saw it",
            "We did not see it",
        ),
    ]);
    assert_ne!(
        print(&before, "mayor-never-saw-it"),
        print(&said, "mayor-never-saw-it")
    );
    assert_ne!(print(&before, "notice-given"), print(&said, "notice-given"));
    for same in ["engineer-sent-letter", "who-pays", "closure-letter"] {
        assert_eq!(print(&before, same), print(&said, same), "{same}");
    }
    // Another source before it changes nothing.
    let source = "[radio-bridge]";
    let moved = edited(&[(
        "bridge-repair/sources.toml",
        source,
        "[aaa]\noutlet = \"A\"\nheadline = \"A\"\npublished = 2021-03-09\nlanguage = \"en\"\nlink-not-recorded = \"None.\"\nread = \"whole\"\n\n[radio-bridge]",
    )]);
    for item in before.disputes[0].items() {
        let id = item.id().as_str();
        assert_eq!(print(&before, id), print(&moved, id), "{id}");
    }
}

#[test]
fn renaming_an_item_keeps_its_fingerprint_and_versions() {
    const POINT: &str = "bridge-repair/points/notice-given.toml";
    const HEAD: &str = "bridge-repair/dispute.toml";
    let before = edited(&[]);
    let alias =
        "[[alias]]\nfrom = \"engineer-sent-letter\"\nto = \"engineer-wrote\"\n\n[[tombstone]]";
    let after = edited(&[
        (
            "bridge-repair/points/who-pays.toml",
            "\"engineer-sent-letter\"",
            "\"engineer-wrote\"",
        ),
        (
            POINT,
            "id = \"engineer-sent-letter\"",
            "id = \"engineer-wrote\"",
        ),
        (
            HEAD,
            "items = [\"engineer-sent-letter\"]",
            "items = [\"engineer-wrote\"]",
        ),
        (
            "bridge-repair/coverage.toml",
            "\"engineer-sent-letter\"",
            "\"engineer-wrote\"",
        ),
        (HEAD, "[[tombstone]]", alias),
    ]);
    assert_eq!(
        print(&before, "engineer-sent-letter"),
        print(&after, "engineer-wrote")
    );
    let earlier: Fingerprint = "aearlier".parse().unwrap();
    for (library, id) in [
        (&before, "engineer-sent-letter"),
        (&after, "engineer-wrote"),
    ] {
        let dispute = &library.disputes[0];
        let id = id.parse().unwrap();
        let (print, until) = dispute.versions(&id).next().unwrap();
        assert_eq!(print, earlier);
        assert_eq!((until.year, until.month, until.day), (2021, 3, 14));
        // The current version is not an earlier one.
        let now = dispute.fingerprint(&id).unwrap();
        assert!(dispute.versions(&id).all(|(print, _)| print != now));
    }
}

proptest! {
    #[test]
    fn only_valid_fingerprints_parse_and_they_round_trip(text in "\\PC{0,10}", good in "[a-z2-7]{8}") {
        prop_assert_eq!(good.parse::<Fingerprint>().unwrap().to_string(), good);
        if let Ok(print) = text.parse::<Fingerprint>() {
            prop_assert_eq!(print.to_string(), text);
        }
    }
}
