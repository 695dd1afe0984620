//! The sheet of the documentation, and what importing a sheet reports.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use says_who_formats::format::{Head, Id};
use says_who_formats::sheet::{Imported, SheetProblem, import};

const HEAD: &str = r#"
question = "What is in dispute?"
setting = "2021"
language = "en"
as-of = 2000-01-01
summary = ["Something happened."]
order-note = "As they come."
method = ["From a sheet."]
points = ["none"]
side = []

[[revision]]
date = 2021-03-12
kind = "first-published"
what = "First publication."
"#;

pub(super) fn read(sheet: &str) -> Result<Imported, Vec<SheetProblem>> {
    let head: Head = toml::from_str(HEAD).unwrap();
    import(&Id::from("bridge"), &head, sheet.as_bytes())
}

/// The sheet from the documentation.
pub(super) fn documented() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/spreadsheet.md");
    let text = fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once("```csv\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// The problems of a sheet, one per line, including those of validation.
pub(super) fn problems(sheet: &str) -> String {
    let problems = match read(sheet) {
        Err(problems) => problems,
        Ok(imported) => imported.validate("").err().unwrap_or_default(),
    };
    let mut lines = String::new();
    for problem in problems {
        writeln!(
            lines,
            "{}:{}: {}",
            problem.row, problem.column, problem.message
        )
        .unwrap();
    }
    lines
}

/// The notes about a sheet, one per line.
pub(super) fn notes(sheet: &str) -> String {
    let notes = read(sheet).unwrap().notes;
    let mut lines = String::new();
    for note in notes {
        writeln!(lines, "{}:{}: {}", note.row, note.column, note.message).unwrap();
    }
    lines
}
