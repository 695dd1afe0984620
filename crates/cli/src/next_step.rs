//! What the program says if it is run without a command: what to do next.

use std::process::ExitCode;

use crate::data_folder;

/// Prints the commands that fit the current folder.
#[must_use]
pub fn run() -> ExitCode {
    let data = data_folder::default();
    let folder = data_folder::as_argument(&data);
    let (found, steps) = match says_who_files::library(&data) {
        Ok(library) => {
            let ids = library.disputes.iter().map(|dispute| dispute.id.as_str());
            let ids: Vec<&str> = ids.collect();
            (
                format!("The disputes in {folder}: {}.", ids.join(", ")),
                vec![
                    ("says-who serve", "show them, and follow your edits"),
                    ("says-who check", "look for problems"),
                    ("says-who build", "write the site to publish"),
                    ("says-who new NAME", "begin another dispute"),
                ],
            )
        }
        Err(_) if data.is_dir() => (
            format!("The data in {folder} has problems."),
            vec![
                ("says-who check", "list the problems"),
                ("says-who new NAME", "begin a dispute"),
            ],
        ),
        Err(_) => (
            "There is no folder `data` here.".to_owned(),
            vec![
                (
                    "says-who new NAME",
                    "begin a dispute: an example in data/NAME",
                ),
                ("says-who import FILE NAME", "begin one from a spreadsheet"),
            ],
        ),
    };
    out!("{found}\n");
    for (command, what) in steps {
        out!("  {command:<28}{what}");
    }
    out!("\nAll commands: says-who --help");
    ExitCode::SUCCESS
}
