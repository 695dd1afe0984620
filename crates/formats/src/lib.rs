//! The data in other forms: one JSON document, a spreadsheet, JSON Schemas.

mod checked;
mod folder;
pub mod format;
pub mod input;
mod lost;
pub mod schema;
pub mod sheet;
mod toml_text;

pub use checked::{Trouble, checked};
pub use folder::{OutputFile, Unreadable};
pub use lost::lost;
pub use toml_text::{Placed, Written};
