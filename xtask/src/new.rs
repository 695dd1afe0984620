//! A new dispute: small, valid, and with comments that teach the format.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use says_who_model::Date;

use crate::dispute_folder;
use crate::today::today;

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
    let today = today()?;
    let files: Vec<(String, String)> = FILES
        .iter()
        .map(|(path, text)| ((*path).to_owned(), filled(text, today)))
        .collect();
    let folder = dispute_folder::add(data, &id, &files)?;
    println!(
        "{} is there and valid. Write over its texts, then:\n  cargo xtask check\n  cargo xtask serve",
        folder.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// `dispute.toml` as a new dispute has it.
pub(crate) fn head(today: Date) -> String {
    filled(DISPUTE, today)
}

fn filled(text: &str, today: Date) -> String {
    text.replace("{today}", &today.to_string())
        .replace("{{", "{")
        .replace("}}", "}")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::ExitCode;

    use super::run;

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
        assert_eq!(warnings, []);
        for refused in ["first", "No Name", "share", "../up"] {
            assert!(run(data, refused).is_err(), "{refused}");
        }
        assert_eq!(fs::read_to_string(&library).expect("a library"), text);
        assert!(!folder.path().join("../up").exists());
    }
}
