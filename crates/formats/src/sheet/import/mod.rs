//! From a spreadsheet.

mod day;
mod finish;
mod heads;
mod onto;
mod problem;
mod reader;
mod records;
mod row;
mod rows;
mod terms;
mod told;
mod values;

use std::collections::BTreeMap;

pub use problem::{SheetNote, SheetProblem};
pub use values::is_refused;

use crate::format::{Dispute, Head, Id};
use crate::sheet::template::EXAMPLE;
use crate::{OutputFile, Trouble, checked};
use onto::Onto;
use problem::Problems;
use reader::Reader;

/// A dispute from a sheet, and the cells that its values are from.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The dispute. What no sheet has is as in the head or the dispute that was
    /// given.
    pub dispute: Dispute,
    /// What was left out of the sheet, or read otherwise than it stands there.
    pub notes: Vec<SheetNote>,
    origins: Origins,
}

/// File below the dispute's folder, and path of keys, to row and column.
type Origins = BTreeMap<(String, String), (usize, &'static str)>;

/// The rules that judge one text alone, whatever the others are.
const OF_ONE_TEXT: [&str; 2] = ["http-links", "verbatim-marked"];

/// The rule that values are of their kind.
const OF_ONE_FIELD: &str = "fields";

impl Imported {
    /// The files of the dispute's folder, if it keeps every rule but that
    /// quotations are verified; `schemas` is as in [`Dispute::to_files`].
    ///
    /// # Errors
    ///
    /// What is wrong, with the cell that it is from. Where that is in no sheet,
    /// the row is 0 and the message says where it is.
    pub fn checked(&self, schemas: &str) -> Result<Vec<OutputFile>, Vec<SheetProblem>> {
        checked(&self.dispute, schemas).map_err(|troubles| {
            let problems = troubles.into_iter().map(|trouble| self.in_sheet(trouble));
            let mut problems: Vec<SheetProblem> = problems.collect();
            problems.sort();
            problems.dedup();
            problems
        })
    }

    fn in_sheet(&self, trouble: Trouble) -> SheetProblem {
        let is_in_sheet = trouble.file == "speakers.toml"
            || trouble.file == "sources.toml"
            || trouble.file.starts_with("points/")
            || trouble.file == "dispute.toml"
                && self.dispute.documents.is_empty()
                && self.dispute.register.is_empty();
        let (row, column) = self.origin(&trouble.file, &trouble.path);
        if !is_in_sheet {
            return SheetProblem {
                row: 0,
                column: String::new(),
                message: format!(
                    "in {}, `{}`: {}",
                    trouble.file, trouble.path, trouble.message
                ),
                help: trouble.help,
            };
        }
        SheetProblem {
            row,
            column: column.to_owned(),
            message: terms::message(&trouble.message, column),
            help: terms::help(&trouble.help, column),
        }
    }

    /// Row and column of the value at `path` in a file, or of what it is part of.
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

/// Reads a sheet. Commas, semicolons or tabs part the cells. `head` is what
/// stands in `dispute.toml` beside sides, points and as-of date, which is that
/// of the latest statement.
///
/// # Errors
///
/// Every cell that can't be read, or is missing.
pub fn import(id: &Id, head: &Head, bytes: &[u8]) -> Result<Imported, Vec<SheetProblem>> {
    read(Onto::New(id, head), bytes)
}

/// Reads a sheet in place of what a dispute has that a sheet can hold. All else
/// of the dispute stays.
///
/// # Errors
///
/// As for [`import`].
pub fn import_into(dispute: &Dispute, bytes: &[u8]) -> Result<Imported, Vec<SheetProblem>> {
    read(Onto::Existing(dispute), bytes)
}

fn read(onto: Onto<'_>, bytes: &[u8]) -> Result<Imported, Vec<SheetProblem>> {
    let mut problems = Problems::default();
    let rows = rows::rows(bytes, &mut problems);
    if rows.is_empty() && !problems.found.is_empty() {
        return Err(problems.found);
    }
    let example = rows::rows(EXAMPLE.as_bytes(), &mut Problems::default());
    let mut reader = Reader::new(problems);
    for row in &rows {
        if example.iter().any(|example| example.cells == row.cells) {
            let message = "this row is the example of the template: write over it, or delete it";
            reader.problems.note(row.number, "", message);
        }
        reader.row(row);
    }
    let (mut imported, mut problems) = reader.finish(onto);
    imported.notes = std::mem::take(&mut problems.notes);
    imported.notes.sort();
    if problems.found.is_empty() {
        return Ok(imported);
    }
    // What can be said of single texts is said in the same go.
    for trouble in checked(&imported.dispute, "").err().unwrap_or_default() {
        let alone = OF_ONE_TEXT.contains(&trouble.rule)
            || trouble.rule == OF_ONE_FIELD && trouble.message.contains("is not an id");
        if alone {
            let found = imported.in_sheet(trouble);
            problems.add(found.row, &found.column, found.message, &found.help);
        }
    }
    problems.found.sort();
    Err(problems.found)
}
