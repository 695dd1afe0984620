//! A dispute as a spreadsheet: one row a statement, as newsrooms keep them.

mod cells;
mod chain;
mod columns;
mod export;
mod import;
mod template;

pub use columns::{COLUMNS, Column};
pub use export::{Separator, export, export_with};
pub use import::{Imported, SheetNote, SheetProblem, import, import_into, is_refused};
pub use template::template;
