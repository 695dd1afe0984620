//! Sets `SAYS_WHO_GENERATOR` to a digest of the generator's source, so that a site
//! written by another generator is another release.

use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

fn main() -> Result<()> {
    let root = Path::new("../..");
    let mut files = vec![root.join("Cargo.lock")];
    for entry in fs::read_dir(root.join("crates"))? {
        let package = entry?.path();
        for folder in ["src", "fonts"].map(|name| package.join(name)) {
            if folder.is_dir() {
                println!("cargo:rerun-if-changed={}", folder.display());
                add_files(&folder, &mut files)?;
            }
        }
    }
    println!("cargo:rerun-if-changed=../../Cargo.lock");
    files.sort();
    let mut digest = Sha256::new();
    for file in files {
        // Paths are relative and have the same separator on every system.
        let name = file.to_string_lossy().replace('\\', "/");
        digest.update(name.as_bytes());
        digest.update(Sha256::digest(fs::read(file)?));
    }
    let digits: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("cargo:rustc-env=SAYS_WHO_GENERATOR={digits}");
    Ok(())
}

/// Adds every file in `folder` and the folders in it.
fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            add_files(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
