//! Titles are unique: of the pages of a site, and of the entries of a feed. Links on
//! a page that lead to different places have different names.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod duplicates;
mod link_names;
mod site_files;
mod unique_titles;
mod wording;

use std::path::Path;

use says_who_tests::{sized, stress};

use link_names::assert_link_names_are_unambiguous;
use site_files::{fixture, read, text, written};
use unique_titles::{assert_entry_titles_are_unique, count_unique_titles};

#[test]
fn titles_in_the_fixtures_are_unique() {
    let large = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture-large");
    for library in [read(&fixture()), says_who_files::library(&large).unwrap()] {
        let disputes: Vec<String> = library
            .disputes
            .iter()
            .map(|one| one.id.to_string())
            .collect();
        let files = written(library);
        assert!(count_unique_titles(&files) > 60);
        assert_entry_titles_are_unique(&files);
        for id in disputes {
            for page in ["", "share/", "figures/", "print/"] {
                let path = format!("{id}/{page}index.html");
                assert_link_names_are_unambiguous(text(&files, &path), &path);
            }
        }
    }
}

#[test]
fn titles_in_generated_disputes_are_unique() {
    let folder = tempfile::tempdir().unwrap();
    stress::write(folder.path()).unwrap();
    assert!(count_unique_titles(&written(says_who_files::library(folder.path()).unwrap())) > 500);
    let folder = tempfile::tempdir().unwrap();
    let size = sized::Size {
        points: 40,
        statements: 4,
    };
    size.write(folder.path()).unwrap();
    assert!(count_unique_titles(&written(says_who_files::library(folder.path()).unwrap())) > 400);
}
