//! What Trunk makes of the app and its styles. It knows neither the data nor
//! the base path, so one is enough for every site, and it is made again only
//! when something that goes into it has changed.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::minify::{minify, shorten};
use crate::program;
use crate::project::Project;
use crate::setup;
use crate::step::{quietly, say};

/// What goes into it: files, and folders with all that is in them. After a
/// build, [`covers`] says whether something is missing here.
pub(crate) const INPUTS: [&str; 15] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/model/Cargo.toml",
    "crates/model/src",
    "crates/routes/Cargo.toml",
    "crates/routes/src",
    "crates/view/Cargo.toml",
    "crates/view/src",
    "icon.svg",
    "index.html",
    "rust-toolchain.toml",
    "src",
    "styles",
    "web",
];

/// Has the standard library built with what is published, for size; and with
/// [`SMALL_FLAGS`] every panic ends in a trap, without a message.
///
/// That took 30 KB of 241 off the wasm in gzip. Both are kept for nightly
/// compilers, and `RUSTC_BOOTSTRAP` lets the pinned one do them. The risk: how
/// they are asked for may be another way with the next version, and then the
/// build stops here. And what a panic says no longer reaches the console, where
/// `cargo xtask serve` still shows it; that there was one, `boot.js` sees by the
/// trap.
const SMALL: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

const SMALL_FLAGS: &str = "-Cpanic=immediate-abort -Zunstable-options";

/// How to build the wasm.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small: what is published.
    Release,
    /// Quick to make again: while serving.
    Serve,
}

impl Profile {
    /// Cargo's name for it.
    const fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Serve => "serve",
        }
    }
}

/// The folder of the shell of the project as it stands, `path` being what
/// [`crate::setup::tools`] gave. Made if it is not there.
pub(crate) fn shell(project: &Project, profile: Profile, path: &OsStr) -> Result<PathBuf> {
    let (shells, shell) = places(project, profile)?;
    if shell.is_dir() && record(&shell).is_file() {
        return Ok(shell);
    }
    fs::create_dir_all(&shells).with_context(|| format!("{} can't be made", shells.display()))?;
    // Beside its last place, so that it is there whole or not at all.
    let work = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(&shells)
        .with_context(|| format!("{} can't be written to", shells.display()))?;
    let new = work.path().join("shell");
    build(project, profile, path, &new)?;
    for old in fs::read_dir(&shells)? {
        let old = old?.path();
        if old != work.path() {
            // One that can't go now goes next time.
            let _ = fs::remove_dir_all(&old).or_else(|_| fs::remove_file(&old));
        }
    }
    keep_record(project, profile, &shell)?;
    fs::rename(&new, &shell).with_context(|| format!("{} can't be written", shell.display()))?;
    Ok(shell)
}

/// Where shells are kept, and that of the project as it stands among them.
fn places(project: &Project, profile: Profile) -> Result<(PathBuf, PathBuf)> {
    let shells = project.kept.join("shells").join(profile.name());
    let shell = shells.join(digest(&project.root, INPUTS)?);
    Ok((shells, shell))
}

/// The project's files that were read for a shell, one on a line, beside it: the
/// compiler's record may be of another build since.
fn record(shell: &Path) -> PathBuf {
    shell.with_extension("d")
}

fn keep_record(project: &Project, profile: Profile, shell: &Path) -> Result<()> {
    let record_of_all = linked(project, profile).with_extension("d");
    let text = fs::read_to_string(&record_of_all)
        .with_context(|| format!("{} can't be read", record_of_all.display()))?;
    let root = format!("{}/", project.root.display());
    let read: Vec<&str> = text
        .split_whitespace()
        .filter_map(|word| word.strip_prefix(&root))
        .filter(|file| !file.ends_with(':') && !file.starts_with("target/"))
        .collect();
    let record = record(shell);
    fs::write(&record, read.join("\n"))
        .with_context(|| format!("{} can't be written", record.display()))
}

/// Has Trunk make the shell in `out`.
pub(crate) fn build(project: &Project, profile: Profile, path: &OsStr, out: &Path) -> Result<()> {
    say("building the app", "2 minutes the first time");
    // What the compiler writes of places, for messages of panics, is the same on
    // every machine.
    let mut flags = remapped(&project.cargo_home()?)?;
    let mut trunk = program::command_on(path, "trunk");
    trunk.arg("build").arg("--dist").arg(out).env("PATH", path);
    if profile == Profile::Release {
        let sysroot = setup::sysroot(project)?;
        // Trunk, which is offline, lets Cargo fetch nothing.
        quietly(
            Command::new("cargo")
                .args(["fetch", "--locked", "--target", setup::TARGET])
                .envs(SMALL)
                .current_dir(&project.root),
            "look at its output above",
        )?;
        trunk.envs(SMALL);
        flags.push_str(&format!(
            " --remap-path-prefix={}=rust {SMALL_FLAGS}",
            sysroot.join(setup::LIBRARY).display()
        ));
    }
    trunk
        .env("CARGO_TARGET_DIR", target(project, profile))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
        // Trunk reads NO_COLOR as true or false and stops at anything else.
        .env_remove("NO_COLOR")
        .current_dir(&project.root);
    match profile {
        Profile::Release => trunk.arg("--release"),
        Profile::Serve => trunk.args(["--cargo-profile", "serve"]),
    };
    quietly(
        &mut trunk,
        "look at its output above; what was built before is untouched",
    )?;
    match profile {
        Profile::Release => {
            minify(out, path)?;
            shorten(&project.root, out, path)
        }
        Profile::Serve => Ok(()),
    }
}

/// Where Cargo builds the browser app. The published one has a folder to itself:
/// packages look whether `RUSTC_BOOTSTRAP` is set, and beside native builds
/// without it each would have the other's built again.
fn target(project: &Project, profile: Profile) -> PathBuf {
    match profile {
        Profile::Release => project.target.join("small"),
        Profile::Serve => project.target.clone(),
    }
}

/// The app as it was linked, before wasm-bindgen; beside it lies the compiler's
/// record of what was read for it.
pub(crate) fn linked(project: &Project, profile: Profile) -> PathBuf {
    target(project, profile)
        .join(setup::TARGET)
        .join(profile.name())
        .join("app.wasm")
}

/// The compiler's flags by which the sources of packages lie in `registry/`,
/// wherever a user keeps them and whichever registry they came from.
fn remapped(cargo_home: &Path) -> Result<String> {
    let sources = cargo_home.join("registry/src");
    // Before anything was fetched there is none; Cargo then fetches, and the
    // next build is remapped. `setup::tools` has always fetched before.
    let registries = fs::read_dir(&sources)
        .with_context(|| format!("{} can't be read", sources.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    let flags = registries
        .iter()
        .map(|registry| format!("--remap-path-prefix={}=registry", registry.display()));
    Ok(flags.collect::<Vec<_>>().join(" "))
}

/// Whether [`INPUTS`] names every file of the project that the compiler read
/// for the wasm.
pub(crate) fn covers(project: &Project, profile: Profile) -> Result<()> {
    let record = record(&places(project, profile)?.1);
    let text = fs::read_to_string(&record)
        .with_context(|| format!("{} can't be read", record.display()))?;
    let read: Vec<&str> = text.lines().collect();
    anyhow::ensure!(
        read.contains(&"src/boot.rs"),
        "{} does not list the app's files",
        record.display()
    );
    let left_out = read.iter().find(|file| {
        !INPUTS
            .iter()
            .any(|input| Path::new(file).starts_with(input))
    });
    match left_out {
        None => Ok(()),
        Some(file) => anyhow::bail!("{file} goes into the wasm; add it to INPUTS in shell.rs"),
    }
}

/// A digest of these files, and of all that is in these folders.
pub(crate) fn digest<'a>(root: &Path, inputs: impl IntoIterator<Item = &'a str>) -> Result<String> {
    let mut digest = Sha256::new();
    for input in inputs {
        add(root, Path::new(input), &mut digest)?;
    }
    Ok(digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

fn add(root: &Path, below: &Path, digest: &mut Sha256) -> Result<()> {
    let path = root.join(below);
    let unreadable = || format!("{} can't be read", path.display());
    if path.is_dir() {
        let mut names = Vec::new();
        for entry in fs::read_dir(&path).with_context(unreadable)? {
            names.push(entry.with_context(unreadable)?.file_name());
        }
        names.sort();
        return names
            .iter()
            .try_for_each(|name| add(root, &below.join(name), digest));
    }
    let bytes = fs::read(&path).with_context(unreadable)?;
    digest.update(below.as_os_str().as_encoded_bytes());
    // Lengths keep two files apart from one that holds both.
    digest.update((bytes.len() as u64).to_le_bytes());
    digest.update(&bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{INPUTS, digest};

    #[test]
    fn every_change_of_an_input_is_another_shell() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        for input in INPUTS {
            if Path::new(input).extension().is_none() {
                fs::create_dir_all(root.join(input)).expect("a folder");
                fs::write(root.join(input).join("file"), "one").expect("a file");
            } else {
                let file = root.join(input);
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                fs::write(file, "one").expect("a file");
            }
        }
        let fingerprint = || digest(root, INPUTS);
        let one = fingerprint().expect("a digest");
        assert_eq!(one, fingerprint().expect("a digest"));
        fs::write(root.join("elsewhere"), "x").expect("a file");
        assert_eq!(one, fingerprint().expect("a digest"));
        for change in ["styles/file", "styles/another", "web/boot.js"] {
            let before = fingerprint().expect("a digest");
            fs::write(root.join(change), "two").expect("a file");
            assert_ne!(before, fingerprint().expect("a digest"), "{change}");
        }
        fs::remove_file(root.join("icon.svg")).expect("gone");
        assert!(fingerprint().is_err());
    }
}
