//! Puts the app bundle into the program: the files of the folder `SAYS_WHO_BUNDLE`.
//! Without that variable the program has no bundle of its own.

use std::io::Result;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<()> {
    const FOLDER: &str = "SAYS_WHO_BUNDLE";
    println!("cargo:rerun-if-env-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build.rs");
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
