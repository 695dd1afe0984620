//! A dispute as a spreadsheet: one row a statement, as newsrooms keep them.

mod cells;
mod chain;
mod columns;
mod export;
mod import;

pub use columns::{COLUMNS, Column};
pub use export::export;
pub use import::{Imported, SheetProblem, import};
