//! A new dispute: small, valid, and with comments that teach the format.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use says_who_model::Date;
use says_who_model::read::InputFile;

use crate::today::today;
use crate::{data_folder, dispute_folder};

/// The files of a dispute. `{today}` is a day; doubled braces are single ones.
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
pub(crate) fn run(data: &Path, name: &str) -> Result<ExitCode> {
    let id = dispute_folder::id(name)?;
    let today = today()?.to_string();
    let files: Vec<(String, String)> = FILES
        .iter()
        .map(|(path, text)| ((*path).to_owned(), filled(text, &today)))
        .collect();
    dispute_folder::add(data, &id, &files)?;
    let folder = data_folder::shown(data);
    out!(
        "It is a small example, which can be looked at. Write over its texts; `check` names those that are left:\n  cargo xtask check {folder}\n  cargo xtask serve --data {folder}"
    );
    Ok(ExitCode::SUCCESS)
}

/// The files of a new dispute, whose texts are to be written over.
pub(crate) fn examples() -> Vec<InputFile> {
    let files = FILES.iter();
    files
        .map(|(path, text)| InputFile {
            path: (*path).to_owned(),
            // Any day will do.
            bytes: filled(text, "2000-01-01").into_bytes(),
        })
        .collect()
}

/// `dispute.toml` as a new dispute has it.
pub(crate) fn head(today: Date) -> String {
    filled(DISPUTE, &today.to_string())
}

fn filled(text: &str, today: &str) -> String {
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
    use crate::publishable::publishable;

    #[test]
    fn a_new_dispute_is_valid_and_harms_no_other() {
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
        let (read, warnings) = says_who_files::looked_at(data).expect("valid data");
        assert_eq!(read.disputes.len(), 2);
        // Whose site it is nobody has said yet.
        let of_site = |warning: &Problem| warning.rule() == "site";
        assert!(warnings.iter().all(of_site), "{warnings:?}");
        // What is on show is an example, and nothing to publish.
        for id in ["first", "second-one"] {
            let due = publishable(data).expect_err("examples").to_string();
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
        // Of the example's point, left over, there is one thing to say.
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
