//! Puts into the program the app bundle, which are the files of the folder
//! `SAYS_WHO_BUNDLE`, and the commit `SAYS_WHO_COMMIT`. Without these variables the program
//! has no bundle of its own, and does not know its commit.

use std::io::Result;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<()> {
    const FOLDER: &str = "SAYS_WHO_BUNDLE";
    println!("cargo:rerun-if-env-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build.rs");
    name_version();
    let mut files = Vec::new();
    if let Some(folder) = env::var_os(FOLDER) {
        println!(
            "cargo:rerun-if-changed={}",
            PathBuf::from(&folder).display()
        );
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            files.push((entry.file_name(), entry.path()));
        }
    }
    files.sort();
    let entries: Vec<String> = files
        .iter()
        .map(|(name, path)| format!("({name:?}, include_bytes!({path:?}))"))
        .collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(
        out.join("bundle.rs"),
        format!(
            "const FILES: &[(&str, &[u8])] = &[{}];\n",
            entries.join(", ")
        ),
    )
}

/// Sets the version that the program says of itself.
fn name_version() {
    const COMMIT: &str = "SAYS_WHO_COMMIT";
    println!("cargo:rerun-if-env-changed={COMMIT}");
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let commit = env::var(COMMIT).ok().filter(|commit| !commit.is_empty());
    let commit = commit.map_or_else(String::new, |commit| format!(" ({commit})"));
    println!("cargo:rustc-env=SAYS_WHO_VERSION={version}{commit}");
}
