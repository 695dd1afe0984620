//! Files that a command writes into the data.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes a file whole or not at all: an interrupted write must not cost what
/// stood there before.
pub(crate) fn whole(path: &Path, text: &str) -> Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".unfinished");
    fs::write(&unfinished, text)
        .and_then(|()| fs::rename(&unfinished, path))
        .with_context(|| format!("{} can't be written", path.display()))
}
