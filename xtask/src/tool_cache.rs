//! The folder of the user's tool cache, which all checkouts share.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use etcetera::BaseStrategy as _;

/// The folder: `SAYS_WHO_CACHE` if that is set, or else the one in the user's cache
/// folder.
pub(crate) fn folder() -> Result<PathBuf> {
    let set = env::var_os("SAYS_WHO_CACHE").filter(|folder| !folder.is_empty());
    if let Some(folder) = set {
        return Ok(folder.into());
    }
    let strategy = etcetera::base_strategy::choose_native_strategy()
        .context("there is no place for the tools; set SAYS_WHO_CACHE to a folder")?;
    Ok(strategy.cache_dir().join("says-who").join("tools"))
}
