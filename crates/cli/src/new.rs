//! `new`: writes a small valid dispute with comments that explain the format.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use says_who_model::Date;
use says_who_model::read::InputFile;

use crate::today::today;
use crate::{data_folder, dispute_folder};

/// The template files. `{today}` is replaced by the date, `{{` and `}}` by single
/// braces.
const FILES: [(&str, &str); 4] = [
    ("dispute.toml", DISPUTE),
    ("speakers.toml", include_str!("../template/speakers.toml")),
    ("sources.toml", include_str!("../template/sources.toml")),
    (
        "points/first-point.toml",
        include_str!("../template/points/first-point.toml"),
    ),
];

const DISPUTE: &str = include_str!("../template/dispute.toml");

/// Writes the dispute `name` and lists it in library.toml.
pub fn run(data: &Path, name: &str) -> Result<ExitCode> {
    let id = dispute_folder::parse_id(name)?;
    let today = today()?.to_string();
    let files: Vec<(String, String)> = FILES
        .iter()
        .map(|(path, text)| ((*path).to_owned(), fill_template(text, &today)))
        .collect();
    dispute_folder::create(data, &id, &files)?;
    let folder = data_folder::as_argument(data);
    out!(
        "It is a small example. `serve` shows it, but `check` and `build` refuse it until you have written over its texts:\n  says-who check {folder}\n  says-who serve --data {folder}"
    );
    Ok(ExitCode::SUCCESS)
}

/// The template files; their placeholder texts may not be published.
pub fn examples() -> Vec<InputFile> {
    let files = FILES.iter();
    files
        .map(|(path, text)| InputFile {
            path: (*path).to_owned(),
            // The date does not matter here.
            bytes: fill_template(text, "2000-01-01").into_bytes(),
        })
        .collect()
}

/// The text of `dispute.toml` in a new dispute.
pub fn dispute_toml(today: Date) -> String {
    fill_template(DISPUTE, &today.to_string())
}

fn fill_template(text: &str, today: &str) -> String {
    text.replace("{today}", today)
        .replace("{{", "{")
        .replace("}}", "}")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::ExitCode;

    use says_who_model::read::Problem;

    use super::run;
    use crate::publish_check::check_publishable;

    #[test]
    fn a_new_dispute_is_valid_and_leaves_others_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        assert_eq!(run(data, "first").expect("a run"), ExitCode::SUCCESS);
        let library = data.join("library.toml");
        let text = fs::read_to_string(&library).expect("a library");
        fs::write(&library, format!("{text}# kept\n")).expect("a file");
        assert_eq!(run(data, "second-one").expect("a run"), ExitCode::SUCCESS);
        let text = fs::read_to_string(&library).expect("a library");
        assert!(
            text.contains("[\"first\", \"second-one\"]") && text.ends_with("# kept\n"),
            "{text}"
        );
        let (read, warnings) = says_who_files::library_with_warnings(data).expect("valid data");
        assert_eq!(read.disputes.len(), 2);
        // Only the warnings about the missing details of the site are left.
        let of_site = |warning: &Problem| warning.rule() == "site";
        assert!(warnings.iter().all(of_site), "{warnings:?}");
        // Placeholder texts can't be published.
        for id in ["first", "second-one"] {
            let due = check_publishable(data).expect_err("examples").to_string();
            for text in [
                "What is in dispute here?",
                "Month and year",
                "Name of the outlet",
                "Name of a speaker",
                "What the speaker said, in your words.",
            ] {
                assert!(due.contains(&format!("`{text}` is the text of")), "{due}");
            }
            assert!(due.contains(&format!("{id}/dispute.toml:")), "{due}");
        }
        // A leftover example point is reported as one problem.
        let head = data.join("first/dispute.toml");
        let begun = fs::read_to_string(&head).expect("a head");
        let point = data.join("first/points/first-point.toml");
        fs::copy(&point, point.with_file_name("were-they-asked.toml")).expect("a copy");
        fs::write(
            &head,
            begun.replace("\"first-point\"", "\"were-they-asked\""),
        )
        .expect("a file");
        let report = says_who_files::library(data).expect_err("a file too many");
        let report = report.to_string();
        assert!(
            report.contains("what to do: delete this file if it is the example of a new dispute")
                && report.ends_with("\n1 problem"),
            "{report}"
        );
        for refused in ["first", "No Name", "share", "../up"] {
            assert!(run(data, refused).is_err(), "{refused}");
        }
        assert_eq!(fs::read_to_string(&library).expect("a library"), text);
        assert!(!folder.path().join("../up").exists());
    }
}
