//! What the bundle is made from: its digest names the bundle.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::trunk::linked_wasm;
use super::{Profile, bundle_paths};
use crate::project::Project;

/// The inputs of the bundle: files, and folders with everything in them. After a
/// build, [`check_inputs`] reports an input that is missing from this list.
pub(crate) const INPUTS: [&str; 17] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/model/Cargo.toml",
    "crates/model/src",
    "crates/page-data/Cargo.toml",
    "crates/page-data/src",
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

/// The file beside a bundle that lists the project files the compiler read for
/// it, one per line. The compiler's own `.d` file may belong to a later build.
pub(super) fn inputs_file(bundle: &Path) -> PathBuf {
    bundle.with_extension("d")
}

pub(super) fn write_inputs_file(project: &Project, profile: Profile, bundle: &Path) -> Result<()> {
    let dep_file = linked_wasm(project, profile).with_extension("d");
    let text = fs::read_to_string(&dep_file)
        .with_context(|| format!("{} can't be read", dep_file.display()))?;
    let root = format!("{}/", project.root.display());
    let read: Vec<&str> = text
        .split_whitespace()
        .filter_map(|word| word.strip_prefix(&root))
        .filter(|file| !file.ends_with(':') && !file.starts_with("target/"))
        .collect();
    let list = inputs_file(bundle);
    fs::write(&list, read.join("\n"))
        .with_context(|| format!("{} can't be written", list.display()))
}

/// Checks that [`INPUTS`] covers every project file that the compiler read for
/// the wasm.
pub(crate) fn check_inputs(project: &Project, profile: Profile) -> Result<()> {
    let list = inputs_file(&bundle_paths(project, profile)?.1);
    let text =
        fs::read_to_string(&list).with_context(|| format!("{} can't be read", list.display()))?;
    let read: Vec<&str> = text.lines().collect();
    anyhow::ensure!(
        read.contains(&"src/boot.rs"),
        "{} does not list the app's files",
        list.display()
    );
    let missing = read.iter().find(|file| {
        !INPUTS
            .iter()
            .any(|input| Path::new(file).starts_with(input))
    });
    match missing {
        None => Ok(()),
        Some(file) => {
            anyhow::bail!("{file} goes into the wasm; add it to INPUTS in bundle/inputs.rs")
        }
    }
}

/// A digest of these files, and of every file in these folders.
pub(super) fn digest<'a>(root: &Path, inputs: impl IntoIterator<Item = &'a str>) -> Result<String> {
    let mut digest = Sha256::new();
    for input in inputs {
        for entry in WalkDir::new(root.join(input)).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(root)?;
                digest.update(below.as_os_str().as_encoded_bytes());
                digest.update(Sha256::digest(fs::read(entry.path())?));
            }
        }
    }
    Ok(digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{INPUTS, digest};

    #[test]
    fn every_change_of_an_input_changes_the_digest() {
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
