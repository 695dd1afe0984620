//! Imports a dispute from a spreadsheet.

mod assemble;
mod cell_errors;
mod csv_reader;
mod entity;
mod header;
mod import_target;
mod own_name;
mod parse_day;
mod parse_rows;
mod parties;
mod points;
mod problem;
mod reader;
mod row;
mod sheet_terms;
mod sides;
mod sources;
mod speakers;

use std::collections::BTreeMap;

pub use cell_errors::is_rejected;
pub use problem::{SheetNote, SheetProblem};

use crate::format::{Dispute, Head, Id};
use crate::sheet::sheet_template::EXAMPLE;
use crate::{OutputFile, ValidationError, validate};
use import_target::ImportTarget;
use problem::Problems;
use reader::Reader;

/// A dispute imported from a sheet, with the origin of its values.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The dispute. Values that a sheet can't have come from the given head or
    /// dispute.
    pub dispute: Dispute,
    /// Notes on what was ignored or read differently from how it is written.
    pub notes: Vec<SheetNote>,
    origins: Origins,
}

/// Maps the file below the dispute's folder and the path of a value to the row and
/// column that it is from.
type Origins = BTreeMap<(String, String), (usize, &'static str)>;

/// The rules that check each text on its own.
const TEXT_RULES: [&str; 2] = ["http-links", "verbatim-marked"];

/// The rule that values have the right type.
const FIELD_RULE: &str = "fields";

impl Imported {
    /// The files of the dispute's folder, if they pass every rule except that
    /// quotations are verified. For `schemas` see [`crate::dispute_files`].
    ///
    /// # Errors
    ///
    /// The problems, each with its cell. For a value that is in no sheet the row is
    /// 0 and the message says where it is.
    pub fn validate(&self, schemas: &str) -> Result<Vec<OutputFile>, Vec<SheetProblem>> {
        validate(&self.dispute, schemas).map_err(|errors| {
            let problems = errors.into_iter().map(|error| self.to_sheet_problem(error));
            let mut problems: Vec<SheetProblem> = problems.collect();
            problems.sort();
            problems.dedup();
            problems
        })
    }

    fn to_sheet_problem(&self, error: ValidationError) -> SheetProblem {
        let is_in_sheet = error.file == "speakers.toml"
            || error.file == "sources.toml"
            || error.file.starts_with("points/")
            || error.file == "dispute.toml"
                && self.dispute.documents.is_empty()
                && self.dispute.register.is_empty();
        let (row, column) = self.origin(&error.file, &error.path);
        if !is_in_sheet {
            return SheetProblem {
                row: 0,
                column: String::new(),
                message: format!("in {}, `{}`: {}", error.file, error.path, error.message),
                help: error.help,
            };
        }
        SheetProblem {
            row,
            column: column.to_owned(),
            message: sheet_terms::rephrase_message(&error.message, column),
            help: sheet_terms::rephrase_help(&error.help, column),
        }
    }

    /// The row and column of the value at `path` in a file, or of its closest known
    /// parent.
    #[must_use]
    pub fn origin(&self, file: &str, path: &str) -> (usize, &'static str) {
        let mut path = path;
        loop {
            let found = self.origins.get(&(file.to_owned(), path.to_owned()));
            match (found, path.rsplit_once('.')) {
                (Some(&origin), _) => return origin,
                (None, Some((before, _))) => path = before,
                (None, None) if path.is_empty() => return (1, ""),
                (None, None) => path = "",
            }
        }
    }
}

/// Imports a sheet as a new dispute. Cells are delimited by commas, semicolons, tabs
/// or bars. `head` is the `dispute.toml`, except for sides and points, which come
/// from the sheet, and the as-of date, which is that of the latest statement.
///
/// # Errors
///
/// Every cell that can't be parsed or is missing.
pub fn import(id: &Id, head: &Head, bytes: &[u8]) -> Result<Imported, Vec<SheetProblem>> {
    import_sheet(ImportTarget::New(id, head), bytes)
}

/// Imports a sheet into an existing dispute: replaces what a sheet can have and
/// keeps the rest.
///
/// # Errors
///
/// As for [`import`].
pub fn import_into(dispute: &Dispute, bytes: &[u8]) -> Result<Imported, Vec<SheetProblem>> {
    import_sheet(ImportTarget::Existing(dispute), bytes)
}

fn import_sheet(target: ImportTarget<'_>, bytes: &[u8]) -> Result<Imported, Vec<SheetProblem>> {
    let mut problems = Problems::default();
    let rows = parse_rows::parse(bytes, &mut problems);
    if rows.is_empty() && !problems.found.is_empty() {
        return Err(problems.found);
    }
    let example = parse_rows::parse(EXAMPLE.as_bytes(), &mut Problems::default());
    let mut reader = Reader::new(problems);
    for row in &rows {
        if example.iter().any(|example| example.cells == row.cells) {
            let message = "this row is the example of the template: write over it, or delete it";
            reader.problems.note(row.number, "", message);
        }
        reader.read_row(row);
    }
    let (mut imported, mut problems) = reader.into_dispute(target);
    imported.notes = std::mem::take(&mut problems.notes);
    imported.notes.sort();
    if problems.found.is_empty() {
        return Ok(imported);
    }
    // Rules that check single texts can be applied in spite of the problems.
    for error in validate(&imported.dispute, "").err().unwrap_or_default() {
        let checks_one_text = TEXT_RULES.contains(&error.rule)
            || error.rule == FIELD_RULE && error.message.contains("is not an id");
        if checks_one_text {
            let found = imported.to_sheet_problem(error);
            problems.add(found.row, &found.column, found.message, &found.help);
        }
    }
    problems.found.sort();
    Err(problems.found)
}
