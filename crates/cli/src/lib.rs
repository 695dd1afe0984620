//! The commands of authors and publishers, which need nothing but a data folder:
//! `new`, `new-sheet`, `import`, `check`, `quotes`, `register`, `schema`,
//! `published`. `cargo xtask` parses their arguments and calls them.

#[macro_use]
pub mod terminal;

pub mod balance_report;
pub mod build_manifest;
pub mod check;
pub mod data_folder;
mod dispute_folder;
pub mod download_published;
pub mod ignored_files;
pub mod import;
mod import_replace;
pub mod new;
pub mod new_sheet;
pub mod problems;
pub mod publish_check;
pub mod quotes;
pub mod register;
pub mod schema;
#[cfg(test)]
mod testing;
pub mod text_file;
pub mod today;
pub mod unregister;
