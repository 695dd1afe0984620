//! Any input is read without a panic or an internal error.

use proptest::prelude::*;
use says_who_model::read::{RULES, library};

use super::support::fixture;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn reading_any_bytes_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400), which in any::<proptest::sample::Index>()) {
        let mut files = fixture();
        let which = which.index(files.len());
        files[which].bytes = bytes;
        let _ = library("data", &files);
    }

    #[test]
    fn reading_mutated_data_never_panics_and_reports_problems(
        which in any::<proptest::sample::Index>(),
        at in any::<proptest::sample::Index>(),
        length in 0usize..40,
        put in "[\\PC\n\"“”=\\[\\]{}]{0,12}",
    ) {
        let mut files = fixture();
        let which = which.index(files.len());
        let text = String::from_utf8(files[which].bytes.clone()).unwrap();
        let characters: Vec<char> = text.chars().collect();
        let start = at.index(characters.len() + 1);
        let end = (start + length).min(characters.len());
        let changed: String =
            characters[..start].iter().chain(&put.chars().collect::<Vec<_>>()).chain(&characters[end..]).collect();
        files[which].bytes = changed.into_bytes();
        match library("data", &files) {
            Ok(read) => prop_assert_eq!(library("data", &files).unwrap(), read),
            Err(report) => {
                prop_assert!(!report.problems().is_empty());
                for problem in report.problems() {
                    prop_assert!(RULES.iter().any(|rule| rule.name == problem.rule()));
                    prop_assert!(!problem.to_string().contains("can't be assembled"), "{}", problem);
                }
            }
        }
    }
}

/// Deleting a line is the most likely mistake.
#[test]
fn deleting_any_line_causes_no_internal_error() {
    for (index, file) in fixture().iter().enumerate() {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for gone in 0..lines.len() {
            let mut files = fixture();
            let rest: Vec<&str> = lines
                .iter()
                .enumerate()
                .filter(|(line, _)| *line != gone)
                .map(|(_, l)| *l)
                .collect();
            files[index].bytes = rest.join("\n").into_bytes();
            if let Err(report) = library("data", &files) {
                let text = report.to_string();
                assert!(
                    !text.contains("can't be assembled"),
                    "{}:{}: {text}",
                    file.path,
                    gone + 1
                );
            }
        }
    }
}
