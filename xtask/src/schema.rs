//! The JSON Schemas beside the data.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use says_who_exchange::schema::{FOLDER, files};

use crate::put;

/// Writes them, and says how editors find them.
pub(crate) fn run(data: &Path) -> Result<ExitCode> {
    write(data)?;
    println!(
        "{} is up to date. A file finds its schema by its first line, as in `#:schema ../{FOLDER}/dispute.json`",
        data.join(FOLDER).display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Writes those that are not as they should be.
pub(crate) fn write(data: &Path) -> Result<()> {
    let folder = data.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    for file in files() {
        let path = folder.join(file.name);
        if fs::read_to_string(&path).ok().as_deref() != Some(&file.text) {
            put::whole(&path, &file.text)?;
        }
    }
    Ok(())
}
