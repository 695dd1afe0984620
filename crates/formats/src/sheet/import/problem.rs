//! Problems and notes about a sheet.

use std::collections::BTreeSet;
use std::fmt;

/// A problem of a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetProblem {
    /// The row, counted as in spreadsheets: the headers are in row 1. 0 for a value
    /// that is not in the sheet.
    pub row: usize,
    /// The header of its column; empty for the whole row.
    pub column: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl fmt::Display for SheetProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            row,
            column,
            message,
            help,
        } = self;
        if *row == 0 {
            return write!(f, "{message}\n  help: {help}");
        }
        write!(f, "row {row}")?;
        if !column.is_empty() {
            write!(f, ", column `{column}`")?;
        }
        write!(f, ": {message}\n  help: {help}")
    }
}

/// A note on something that was ignored or read differently from how it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetNote {
    /// The first row that it concerns.
    pub row: usize,
    /// The header of its column; empty for the whole row.
    pub column: String,
    /// What was done.
    pub message: String,
}

impl fmt::Display for SheetNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}", self.row)?;
        if !self.column.is_empty() {
            write!(f, ", column `{}`", self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// A list of row numbers for a sentence.
pub(super) fn list_rows(rows: &[usize]) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<String> = rows.iter().take(SHOWN).map(usize::to_string).collect();
    let more = rows.len().saturating_sub(SHOWN);
    let shown = shown.join(", ");
    match (rows.len(), more) {
        (1, _) => format!("row {shown}"),
        (_, 0) => format!("rows {shown}"),
        _ => format!("rows {shown} and {more} more"),
    }
}

/// Escapes control characters, which would affect a terminal.
fn escape_controls(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() && c != '\n' {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Collects problems and notes.
#[derive(Default)]
pub(super) struct Problems {
    pub(super) found: Vec<SheetProblem>,
    pub(super) notes: Vec<SheetNote>,
    /// The cells with a problem. Only the first problem of a cell is kept.
    cells: BTreeSet<(usize, String)>,
}

impl Problems {
    pub(super) fn note(&mut self, row: usize, column: &str, message: impl Into<String>) {
        self.notes.push(SheetNote {
            row,
            column: escape_controls(column),
            message: escape_controls(&message.into()),
        });
    }

    /// Drops all problems; notes stay.
    pub(super) fn clear(&mut self) {
        self.found.clear();
        self.cells.clear();
    }

    /// Whether a cell has a problem.
    pub(super) fn has(&self, row: usize, column: &str) -> bool {
        self.cells.contains(&(row, column.to_owned()))
    }

    pub(super) fn add(&mut self, row: usize, column: &str, message: impl Into<String>, help: &str) {
        let first = self.cells.insert((row, column.to_owned()));
        if !first && !column.is_empty() {
            return;
        }
        self.found.push(SheetProblem {
            row,
            column: escape_controls(column),
            message: escape_controls(&message.into()),
            help: escape_controls(help),
        });
    }
}
