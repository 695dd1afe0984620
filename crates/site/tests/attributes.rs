//! Components can't name an attribute by a constant, so this compares the `data-`
//! attributes of the pages with those in `crates/view/src/dom/attribute.rs`, by which
//! the app finds them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use says_who_bundle::Bundle;
use says_who_model::{Library, read};
use says_who_routes::Base;
use says_who_site::Site;
use says_who_view::dom::attribute;

/// Attributes that only pages of a site with offline support have: those of the script
/// that registers the service worker.
const ONLY_OFFLINE: [&str; 1] = [attribute::RELEASE];

/// Attributes that are not listed: `data-cached`, which only `web/worker.js` uses, and
/// `data-href` and `data-integrity`, which only `web/boot.js` uses. The fixtures have no
/// long dispute, so the attributes of its points, which only the style sheet uses, are
/// not among them.
const NOT_LISTED: [&str; 3] = ["data-cached", "data-href", "data-integrity"];

/// The attributes that the app knows: the constants whose values begin with `data-`.
fn listed() -> BTreeSet<&'static str> {
    let source = include_str!("../../view/src/dom/attribute.rs");
    let constants = source.lines().filter(|line| line.starts_with("pub const"));
    let values = constants.filter_map(|line| line.split('"').nth(1));
    values.filter(|value| value.starts_with("data-")).collect()
}

/// The `data-` attributes on all pages of the fixtures, of sites with and without a
/// known host.
fn on_pages() -> BTreeSet<String> {
    let base: Base = "/repo/".parse().expect("a valid base path");
    let bundle = Bundle::for_tests();
    let mut found = BTreeSet::new();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let read = |folder: &str| says_who_files::library(&tests.join(folder)).expect("valid data");
    let libraries = [read("fixture"), read("fixture-large"), extended(&tests)];
    for library in libraries.map(Arc::new) {
        for origin in [Some("https://example.org"), None] {
            let site = Site::new(&library, &bundle, &base, origin).expect("a bundle");
            for file in site.files() {
                if file.path.ends_with(".html") {
                    found.extend(data_attributes(&file.text));
                }
            }
        }
    }
    found
}

/// The fixture with a party beside the sides, and a date for which HTML has no form.
fn extended(tests: &Path) -> Library {
    let mut files = says_who_files::read_folder(&tests.join("fixture")).expect("a folder");
    let mut replace = |path: &str, from: &str, to: &str| {
        let file = files.iter_mut().find(|file| file.path == path);
        let file = file.unwrap_or_else(|| panic!("no {path}"));
        let text = String::from_utf8_lossy(&file.bytes).replacen(from, to, 1);
        assert!(text.contains(to), "{from}");
        file.bytes = text.into_bytes();
    };
    replace(
        "bridge-repair/dispute.toml",
        "[[side]]",
        "[[party]]\nid = \"village\"\nname = \"Village\"\n\n[[side]]",
    );
    replace(
        "bridge-repair/speakers.toml",
        "for = \"press\"",
        "for = \"village\"",
    );
    replace(
        "bridge-repair/points/who-pays.toml",
        "date = 2021-03-09",
        "date = \"2021-03-06/2021-03-07\"",
    );
    read::library("extended", &files).unwrap_or_else(|report| panic!("{report}"))
}

/// The names of the `data-` attributes in all tags.
fn data_attributes(html: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for tag in html.split('<').skip(1) {
        // Skip the values: they may contain anything.
        let outside_quotes = tag.split('"').step_by(2);
        for part in outside_quotes {
            let (names_here, is_end) = match part.split_once('>') {
                Some((before, _)) => (before, true),
                None => (part, false),
            };
            let words = names_here.split_whitespace();
            let words = words.map(|word| word.trim_end_matches('='));
            names.extend(
                words
                    .filter(|word| word.starts_with("data-"))
                    .map(str::to_owned),
            );
            if is_end {
                break;
            }
        }
    }
    names
}

#[test]
fn every_listed_attribute_is_on_some_page_and_no_page_has_another() {
    let (listed, found) = (listed(), on_pages());
    let missing: Vec<_> = listed
        .iter()
        .filter(|name| !found.contains(**name) && !ONLY_OFFLINE.contains(name))
        .collect();
    let unknown: Vec<_> = found
        .iter()
        .map(String::as_str)
        .filter(|name| !listed.contains(name) && !NOT_LISTED.contains(name))
        .collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "on no page: {missing:?}; not in attribute.rs: {unknown:?}"
    );
    // An exception that is no longer needed has to be removed.
    for name in NOT_LISTED {
        assert!(found.contains(name), "{name} is on no page");
    }
}
