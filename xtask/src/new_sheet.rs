//! A sheet to begin a dispute with.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use says_who_formats::sheet::template;

use crate::put;

/// Writes the sheet into a new file.
pub(crate) fn run(file: &Path) -> Result<ExitCode> {
    if file.exists() {
        bail!("{} is there already; choose another name", file.display());
    }
    put::whole(file, &template())?;
    out!(
        "{} is there. Open it in a spreadsheet program, write over its rows, save it as CSV in UTF-8, then:\n  cargo xtask import {} NAME",
        file.display(),
        file.display()
    );
    Ok(ExitCode::SUCCESS)
}
