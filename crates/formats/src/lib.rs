//! Other formats of the data: one JSON document, spreadsheets, JSON Schemas.

mod dispute_folder;
pub mod input;
mod removed;
pub mod schema;
pub mod sheet;
mod validate;

pub use dispute_folder::{OutputFile, dispute_files};
pub use removed::removed_values;
pub use says_who_model::format::{self, TomlText, ValuePosition};
pub use validate::{ValidationError, validate};
