//! The folder in which the program keeps what it can make again.

use std::env;
use std::path::PathBuf;

use etcetera::BaseStrategy as _;

/// The folder: `SAYS_WHO_CACHE` if that is set, or else `says-who` in the user's cache
/// folder. `None` if the user has no home folder.
pub(crate) fn find() -> Option<PathBuf> {
    let set = env::var_os("SAYS_WHO_CACHE").filter(|folder| !folder.is_empty());
    set.map(PathBuf::from).or_else(|| {
        let strategy = etcetera::base_strategy::choose_native_strategy().ok()?;
        Some(strategy.cache_dir().join("says-who"))
    })
}
