//! A dispute as a spreadsheet with one row per statement, as newsrooms keep them.

mod chain;
mod columns;
mod export;
mod formula_escape;
mod import;
mod sheet_template;
mod when_columns;

pub use columns::{COLUMNS, Column};
pub use export::{Separator, export, export_with};
pub use import::{Imported, SheetNote, SheetProblem, import, import_into, is_rejected};
pub use sheet_template::template;
