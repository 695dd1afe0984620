//! `migrate`: brings a data folder to the version of the format that this program
//! writes.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use says_who_model::format::VERSION;
use toml_edit::DocumentMut;

use crate::{problems, text_file};

/// The file that states the version.
const FILE: &str = "library.toml";

/// Checks the data and states the version of the format in `library.toml`. With
/// `dry_run`, only says what would change.
///
/// All data of version 1 is data of version 2 with the same meaning, so nothing else
/// changes.
pub fn run(data: &Path, dry_run: bool) -> Result<ExitCode> {
    if let Err(report) = says_who_files::library(data) {
        err!(
            "{}\nnothing was changed",
            problems::render(report.problems())
        );
        return Ok(ExitCode::FAILURE);
    }
    let path = data.join(FILE);
    let text = says_who_files::read_text(&path).map_err(anyhow::Error::msg)?;
    let mut library: DocumentMut = text
        .parse()
        .with_context(|| format!("{} is not TOML", path.display()))?;
    let version = i64::from(VERSION);
    let before = library.get("format").and_then(toml_edit::Item::as_integer);
    if before == Some(version) {
        out!("{} is in version {version} of the format", data.display());
        return Ok(ExitCode::SUCCESS);
    }
    library["format"] = toml_edit::value(version);
    let would = if dry_run { "would be" } else { "is" };
    if !dry_run {
        text_file::write_atomically(&path, &library.to_string())?;
    }
    out!(
        "{}: `format = {version}` {would} written; it was in version {}. Nothing else changes: all data of the earlier versions has the same meaning in this one",
        path.display(),
        before.unwrap_or(1)
    );
    Ok(ExitCode::SUCCESS)
}
