//! Reads a data folder from disk and passes it to the model. The only crate that
//! reads data files.

mod folder_reader;
mod ignored;
mod read_error;
mod regular_file;

pub use folder_reader::{ignored_files, read_folder};
pub use ignored::{IgnoreReason, ignore_reason};

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use says_who_model::read::{
    self, InputFile, Outline, Problem, PrunedRegister, QuotationsUpdate, RegisterUpdate, Report,
    Versions,
};
use says_who_model::{Date, Library};

use read_error::ReadError;
use regular_file::read_regular_file;

/// Reads and checks the folder.
///
/// # Errors
///
/// Every problem of every file.
pub fn library(folder: &Path) -> Result<Library, Report> {
    let files = read_folder(folder)?;
    read::library(&folder.display().to_string(), &files)
}

/// Reads and checks the folder; the warnings say where it is not even-handed.
///
/// # Errors
///
/// Every problem of every file.
pub fn library_with_warnings(folder: &Path) -> Result<(Library, Vec<Problem>), Report> {
    let files = read_folder(folder)?;
    read::library_with_warnings(&folder.display().to_string(), &files)
}

/// The registers without entries that were never published on `site`; see
/// [`read::prune_registers`].
///
/// # Errors
///
/// A register can't be read, or lacks versions that the site has.
pub fn prune_registers(folder: &Path, site: &Versions) -> Result<Vec<PrunedRegister>, Report> {
    let files = read_folder(folder)?;
    read::prune_registers(&folder.display().to_string(), &files, site)
}

/// The updated register of each dispute in the folder.
///
/// # Errors
///
/// Every problem of every file, and every change that no revision mentions; see
/// [`read::register_updates`].
pub fn register_updates(
    folder: &Path,
    examples: &[InputFile],
) -> Result<Vec<RegisterUpdate>, Report> {
    let files = read_folder(folder)?;
    read::register_updates(&folder.display().to_string(), &files, examples)
}

/// The updated `quotations.toml` of each dispute in the folder; see
/// [`read::search_quotations`].
///
/// # Errors
///
/// Every problem of every file, or each quotation that was not found and each
/// cut that could not be confirmed.
pub fn search_quotations(
    folder: &Path,
    texts: &BTreeMap<String, String>,
    confirm: &BTreeSet<String>,
    today: Date,
) -> Result<Vec<QuotationsUpdate>, Report> {
    let files = read_folder(folder)?;
    read::search_quotations(&folder.display().to_string(), &files, texts, confirm, today)
}

/// The sentences of a source's text, and what became of each; see
/// [`read::outline`].
///
/// # Errors
///
/// Every problem of every file, or an unknown source.
pub fn outline(folder: &Path, source: &str, text: &str) -> Result<Vec<Outline>, Report> {
    let files = read_folder(folder)?;
    read::outline(&folder.display().to_string(), &files, source, text)
}

/// The text of a file that is not data: the text of a source, to be searched.
///
/// # Errors
///
/// The file is not a regular file, is too large, or is not UTF-8. The message says
/// what it is and what to do.
pub fn read_text(path: &Path) -> Result<String, String> {
    let said = |why: ReadError| format!("{}: {}; {}", path.display(), why.message, why.help);
    let meta = fs::metadata(path).map_err(|error| said(ReadError::from_io(&error)))?;
    let bytes = read_regular_file(path, &meta).map_err(said)?;
    read::utf8_text(&bytes).map_err(|why| format!("{}: {why}", path.display()))
}
