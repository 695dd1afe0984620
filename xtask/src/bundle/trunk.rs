//! Runs Trunk, which builds the wasm and the style sheet.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::Profile;
use crate::project::Project;
use crate::setup;
use crate::subprocess::{run_cargo, run_quietly};
use crate::which;

/// Environment variables that make Cargo build the standard library for size in
/// release builds. With [`IMMEDIATE_ABORT`], every panic becomes a trap without
/// a message.
///
/// Together they reduce the gzipped wasm from 137.2 KB to 119.7 KB; compare
/// `cargo xtask package` with `--stable`. Both features are unstable;
/// `RUSTC_BOOTSTRAP` enables them on the pinned stable compiler. The risk: the next
/// compiler version may change the flags, and then the build fails here. Panic messages
/// no longer reach the console of a published site (`cargo xtask serve` still shows
/// them); `web/failure.js` detects a panic by the trap.
const BUILD_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

const IMMEDIATE_ABORT: &str = "-Cpanic=immediate-abort -Zunstable-options";

/// Runs Trunk, which writes the wasm, its JavaScript and the style sheet into `out`.
pub(super) fn run_trunk(
    project: &Project,
    profile: Profile,
    path: &OsStr,
    out: &Path,
) -> Result<()> {
    // Remap source paths, which panic messages contain, so that the output is
    // the same on every machine.
    let mut flags = remap_flags(&project.cargo_home()?)?;
    let mut trunk = which::command_on(path, "trunk");
    trunk.arg("build").arg("--dist").arg(out).env("PATH", path);
    if profile == Profile::Release {
        let sysroot = setup::sysroot(project)?;
        // Fetch first: Trunk is configured offline and runs Cargo offline too.
        run_quietly(
            Command::new("cargo")
                .args(["fetch", "--locked", "--target", setup::TARGET])
                .envs(BUILD_STD)
                .current_dir(&project.root),
            "look at its output above",
        )?;
        trunk.envs(BUILD_STD);
        flags.push_str(&format!(
            " --remap-path-prefix={}=rust {IMMEDIATE_ABORT}",
            sysroot.join(setup::LIBRARY).display()
        ));
    }
    trunk
        .env("CARGO_TARGET_DIR", target_folder(project, profile))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
        // Trunk parses NO_COLOR as a boolean and fails on any other value.
        .env_remove("NO_COLOR")
        .current_dir(&project.root);
    match profile {
        Profile::Release | Profile::Stable => trunk.arg("--release"),
        Profile::Serve => trunk.args(["--cargo-profile", "serve"]),
    };
    run_cargo(
        &mut trunk,
        "building the app",
        "look at its output above; what was built before is untouched",
    )
}

/// Cargo's target folder for the wasm. Release builds have their own: build
/// scripts depend on `RUSTC_BOOTSTRAP`, so in a folder shared with native builds,
/// which don't set it, each build would invalidate the other.
fn target_folder(project: &Project, profile: Profile) -> PathBuf {
    match profile {
        Profile::Release => project.target.join("small"),
        Profile::Stable | Profile::Serve => project.target.clone(),
    }
}

/// The wasm as it was linked, before wasm-bindgen. The compiler's `.d` file with
/// its dependencies lies beside it.
pub(crate) fn linked_wasm(project: &Project, profile: Profile) -> PathBuf {
    let cargo_profile = match profile {
        Profile::Release | Profile::Stable => "release",
        Profile::Serve => "serve",
    };
    target_folder(project, profile)
        .join(setup::TARGET)
        .join(cargo_profile)
        .join("app.wasm")
}

/// Compiler flags that remap the source paths of dependencies to `registry/`,
/// whatever the user's CARGO_HOME and whichever registry they came from.
fn remap_flags(cargo_home: &Path) -> Result<String> {
    let sources = cargo_home.join("registry/src");
    // The folder exists by now: Cargo has fetched packages for xtask and the tools.
    let registries = fs::read_dir(&sources)
        .with_context(|| format!("{} can't be read", sources.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    let flags = registries
        .iter()
        .map(|registry| format!("--remap-path-prefix={}=registry", registry.display()));
    Ok(flags.collect::<Vec<_>>().join(" "))
}
