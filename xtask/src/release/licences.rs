//! The licences of the packages in the program, as one text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::packages::Package;

/// How the names of files with licences and notices begin.
const NAMES: [&str; 6] = [
    "license",
    "licence",
    "copying",
    "copyright",
    "notice",
    "unlicense",
];

/// A list of the packages, then the text of each licence with the packages that it is of.
pub(super) fn text(packages: &[Package]) -> Result<String> {
    let mut all = String::from(
        "says-who contains these packages, under the licences that are named beside them. It also has the standard library of Rust in it (COPYRIGHT-rust-library.html), on Linux musl (MIT), and the fonts of LICENSE-fonts.\n\n",
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let license = package.license.as_deref().unwrap_or("see its text below");
        let place = package.repository.as_deref().unwrap_or("crates.io");
        all.push_str(&format!("{name}: {license} ({place})\n"));
        let files = licence_files(package)?;
        if files.is_empty() {
            let authors = package.authors.join(", ");
            all.push_str(&format!(
                "    It has no file with its licence. Its authors: {authors}\n"
            ));
        }
        for text in files {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    for (text, packages) in texts {
        let line = "-".repeat(72);
        all.push_str(&format!(
            "\n{line}\n{}\n{line}\n\n{text}\n",
            packages.join(", ")
        ));
    }
    Ok(all)
}

/// The texts of the licences and notices in the folder of a package.
fn licence_files(package: &Package) -> Result<Vec<String>> {
    let folder = package.manifest_path.parent().unwrap_or(Path::new("."));
    let unreadable = || format!("{} can't be read", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_ascii_lowercase();
        if path.is_file() && NAMES.iter().any(|begin| name.starts_with(begin)) {
            files.push(path);
        }
    }
    files.sort();
    let texts = files.iter().map(|file| {
        let bytes = fs::read(file).with_context(unreadable)?;
        // The same text with other line ends is the same text.
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        Ok(text.trim().to_owned())
    });
    texts.collect()
}
