//! What is wrong with a sheet.

use std::collections::BTreeSet;
use std::fmt;

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetProblem {
    /// The row, as spreadsheets count: the heads are in row 1. 0 for what is in
    /// no sheet.
    pub row: usize,
    /// The head of its column; nothing where it is the row as a whole.
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

/// What was read otherwise than it stands there, or left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetNote {
    /// The first row that it is about.
    pub row: usize,
    /// The head of its column; nothing where it is the row as a whole.
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

/// Rows in a sentence.
pub(super) fn rows(rows: &[usize]) -> String {
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

/// A text that a terminal can show: what controls one is written out.
fn visible(text: &str) -> String {
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

/// What was found so far.
#[derive(Default)]
pub(super) struct Problems {
    pub(super) found: Vec<SheetProblem>,
    pub(super) notes: Vec<SheetNote>,
    /// The cells with a problem: a cell has one at a time.
    cells: BTreeSet<(usize, String)>,
}

impl Problems {
    pub(super) fn note(&mut self, row: usize, column: &str, message: impl Into<String>) {
        self.notes.push(SheetNote {
            row,
            column: visible(column),
            message: visible(&message.into()),
        });
    }

    /// Drops what was found.
    pub(super) fn forget(&mut self) {
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
            column: visible(column),
            message: visible(&message.into()),
            help: visible(help),
        });
    }
}
