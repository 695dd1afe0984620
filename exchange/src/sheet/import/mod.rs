//! From a spreadsheet.

mod finish;
mod problem;
mod reader;
mod row;
mod rows;
mod told;

use std::collections::BTreeMap;

pub use problem::SheetProblem;

use crate::format::{Dispute, Head, Id};
use problem::Problems;
use reader::Reader;

/// A dispute from a sheet, and the cells that its values are from.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The dispute. What no sheet has is as in the head that was given.
    pub dispute: Dispute,
    origins: Origins,
}

/// File below the dispute's folder, and path of keys, to row and column.
type Origins = BTreeMap<(String, String), (usize, &'static str)>;

impl Imported {
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
    let mut problems = Problems(Vec::new());
    let rows = rows::rows(bytes, &mut problems);
    let mut reader = Reader::new(problems);
    for row in &rows {
        reader.row(row);
    }
    reader.finish(id, head)
}
