//! The app bundle: Trunk builds the wasm and the style sheet, and [`assets`] adds
//! the scripts and gives every file its name. It depends on neither the data nor the
//! base path, so one bundle serves every site, and it is rebuilt only when one of its
//! inputs changes.

mod assets;
mod inputs;
mod scripts;
mod short_names;
mod trunk;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use assets::make_assets;
use inputs::{inputs_file, write_inputs_file};
use trunk::run_trunk;

pub(crate) use inputs::{INPUTS, check_inputs};
pub(crate) use trunk::linked_wasm;

/// The build profile of the wasm.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small: for publishing.
    Release,
    /// For publishing, without unstable features of the compiler: larger.
    Stable,
    /// Fast to rebuild: for `cargo xtask serve`.
    Serve,
}

impl Profile {
    /// The name, of its folder too.
    const fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Stable => "stable",
            Self::Serve => "serve",
        }
    }
}

/// Returns the folder of the bundle for the current inputs, and builds it if it
/// is not cached. `path` is the PATH from [`crate::setup::install_tools`].
pub(crate) fn get_or_build(project: &Project, profile: Profile, path: &OsStr) -> Result<PathBuf> {
    let (bundles, bundle) = bundle_paths(project, profile)?;
    if bundle.is_dir() && inputs_file(&bundle).is_file() {
        return Ok(bundle);
    }
    fs::create_dir_all(&bundles).with_context(|| format!("{} can't be made", bundles.display()))?;
    // Build in the same folder, so that the final rename is atomic.
    let work = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(&bundles)
        .with_context(|| format!("{} can't be written to", bundles.display()))?;
    let new = work.path().join("bundle");
    build(project, profile, path, &new)?;
    for old in fs::read_dir(&bundles)? {
        let old = old?.path();
        if old != work.path() {
            // Ignore the error: the next build tries again.
            let _ = fs::remove_dir_all(&old).or_else(|_| fs::remove_file(&old));
        }
    }
    write_inputs_file(project, profile, &bundle)?;
    fs::rename(&new, &bundle).with_context(|| format!("{} can't be written", bundle.display()))?;
    Ok(bundle)
}

/// The folder with all cached bundles of a profile, and in it the folder of the
/// bundle for the current inputs.
fn bundle_paths(project: &Project, profile: Profile) -> Result<(PathBuf, PathBuf)> {
    let bundles = project.build_cache.join("bundles").join(profile.name());
    let bundle = bundles.join(inputs::digest(&project.root, INPUTS)?);
    Ok((bundles, bundle))
}

/// Builds the bundle into the folder `out`.
pub(crate) fn build(project: &Project, profile: Profile, path: &OsStr, out: &Path) -> Result<()> {
    let work = tempfile::tempdir().context("no temporary folder can be made")?;
    run_trunk(project, profile, path, work.path())?;
    make_assets(project, profile, path, work.path(), out)
}
