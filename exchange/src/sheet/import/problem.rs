//! What is wrong with a sheet.

use std::fmt;

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetProblem {
    /// The row, as spreadsheets count: the heads are in row 1.
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
        write!(f, "row {row}")?;
        if !column.is_empty() {
            write!(f, ", column `{column}`")?;
        }
        write!(f, ": {message}\n  help: {help}")
    }
}

pub(super) struct Problems(pub(super) Vec<SheetProblem>);

impl Problems {
    pub(super) fn add(&mut self, row: usize, column: &str, message: impl Into<String>, help: &str) {
        self.0.push(SheetProblem {
            row,
            column: column.to_owned(),
            message: message.into(),
            help: help.to_owned(),
        });
    }
}
