//! The app bundle that a site is built with: the one inside the program, or another.

use std::path::Path;

use anyhow::{Result, bail};
use says_who_bundle::Bundle;

// `FILES`: the names and contents of the files inside the program (`build.rs`).
include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

/// The bundle in the folder `given`, or else the one inside the program.
///
/// # Errors
///
/// The folder has no complete bundle, or none is given and the program has none.
pub(crate) fn load(given: Option<&Path>) -> Result<Bundle> {
    match given {
        Some(folder) => Bundle::read(folder),
        None if FILES.is_empty() => bail!(
            "this `says-who` was built without the app; in a checkout of the project, run `cargo xtask` with the same arguments"
        ),
        None => Bundle::from_embedded(FILES),
    }
}
