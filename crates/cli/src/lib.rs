//! The commands of authors and publishers, one module each. The program `says-who`
//! parses their arguments and calls them. It needs nothing but a data folder: the app
//! is inside it.

#[macro_use]
pub mod terminal;

mod app_bundle;
pub mod balance_report;
pub mod build;
pub mod build_manifest;
mod cache_folder;
pub mod check;
pub mod data_folder;
mod dispute_folder;
pub mod doctor;
pub mod download_published;
pub mod export;
pub mod ignored_files;
pub mod import;
mod import_replace;
pub mod init;
pub mod links;
pub mod migrate;
pub mod new;
pub mod new_sheet;
pub mod next_step;
pub mod origin;
mod output_folder;
pub mod preview;
mod previous_assets;
mod problem_formats;
pub mod problems;
mod progress;
pub mod public_url;
pub mod publish_check;
pub mod quotes;
pub mod register;
pub mod schema;
pub mod serve;
pub mod single_file;
pub mod site_address;
#[cfg(test)]
mod testing;
pub mod text_file;
pub mod today;
pub mod unregister;
pub mod version;
