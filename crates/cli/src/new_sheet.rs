//! `new-sheet`: writes an example spreadsheet to start a dispute from.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use says_who_formats::sheet::template;

use crate::text_file;

/// Writes the spreadsheet as CSV into a new file.
pub fn run(file: &Path) -> Result<ExitCode> {
    if file.exists() {
        bail!("{} already exists; choose another name", file.display());
    }
    text_file::write_atomically(file, &template())?;
    out!(
        "Wrote {}. Open it in a spreadsheet program, replace its rows, save it as CSV in UTF-8, then:\n  says-who import {} NAME",
        file.display(),
        file.display()
    );
    Ok(ExitCode::SUCCESS)
}
