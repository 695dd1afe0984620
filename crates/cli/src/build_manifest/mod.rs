//! The build manifest, `build.json` in every site: it lists every file of the
//! build. The next build reads it to know which files it replaces.

mod entry;
mod json;
mod parse;
mod paths;
#[cfg(test)]
mod tests;

pub use entry::Entry;
pub use paths::file_paths;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use says_who_model::read::Versions;

use paths::{has_hashed_name, is_safe_path};

/// The name of the manifest file.
pub const NAME: &str = "build.json";

/// The maximum size of the manifest, in bytes: room for 100,000 files.
pub const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// The maximum size of a file that is kept, in bytes: GitHub's limit for a file.
pub const MAX_FILE: u64 = 100 * 1024 * 1024;

/// The version of the file format that this code writes and reads.
const FORMAT: u32 = 1;

/// The maximum number of hashed files in a site; a real site has ten.
const MAX_HASHED: usize = 200;

/// What a site contains. Every path is a safe one below the site's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildManifest {
    /// The files that the build wrote.
    files: Vec<Entry>,
    /// Files kept from the previous build, for its pages that are still open.
    kept: Vec<Entry>,
    /// The published versions of every id; `None` in manifests that were written
    /// before this field existed.
    versions: Option<Versions>,
}

impl BuildManifest {
    /// Validates the entries; the error says why one of them can't be ours.
    fn new(mut files: Vec<Entry>, mut kept: Vec<Entry>) -> Result<Self, String> {
        let mut paths = BTreeSet::new();
        for entry in files.iter().chain(&kept) {
            let path = &entry.path;
            if !is_safe_path(path) || path == NAME {
                return Err(format!("`{path}` is no path of a file that can be in it"));
            }
            if !paths.insert(path.as_str()) {
                return Err(format!("`{path}` is in it twice"));
            }
            let hexadecimal = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
            if entry.sha256.len() != 64 || !entry.sha256.bytes().all(hexadecimal) {
                return Err(format!("`{path}` has no SHA-256"));
            }
            if entry.has_hashed_name != has_hashed_name(path) {
                return Err(format!("`{path}` is marked wrongly"));
            }
        }
        if let Some(entry) = kept.iter().find(|entry| !entry.has_hashed_name) {
            return Err(format!("`{}` can't have been kept", entry.path));
        }
        let named = files.iter().chain(&kept);
        if named.filter(|entry| entry.has_hashed_name).count() > MAX_HASHED {
            return Err("it lists more files with digests than a site has".to_owned());
        }
        files.sort();
        kept.sort();
        Ok(Self {
            files,
            kept,
            versions: None,
        })
    }

    /// The manifest of a new site in `folder`, which has no kept files yet.
    pub fn from_site(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for path in file_paths(folder)? {
            let bytes = fs::read(folder.join(&path))
                .with_context(|| format!("{} can't be read", folder.join(&path).display()))?;
            files.push(Entry::from_bytes(path, &bytes));
        }
        Self::new(files, Vec::new()).map_err(anyhow::Error::msg)
    }

    /// Replaces the list of kept files.
    pub fn with_kept(self, kept: Vec<Entry>) -> Result<Self> {
        let with = Self::new(self.files, kept).map_err(anyhow::Error::msg)?;
        Ok(Self {
            versions: self.versions,
            ..with
        })
    }

    /// Sets the published versions.
    pub fn with_versions(self, versions: Versions) -> Self {
        Self {
            versions: Some(versions),
            ..self
        }
    }

    /// Reads the manifest of the site in `folder`; the error says why there is none.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let file = folder.join(NAME);
        let unreadable = |error| format!("{} can't be read: {error}", file.display());
        let found = fs::metadata(&file).map_err(unreadable)?;
        if !found.is_file() {
            // Reading a pipe, for example, could block forever.
            return Err(format!("{} is no file", file.display()));
        }
        if found.len() > MAX_BYTES {
            return Err(format!("{} is too large", file.display()));
        }
        let bytes = fs::read(&file).map_err(unreadable)?;
        Self::parse(&bytes)
            .map_err(|why| format!("{} is not what a build writes: {why}", file.display()))
    }

    /// Writes the manifest into the site in `folder`.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let file = folder.join(NAME);
        fs::write(&file, self.to_json()?)
            .with_context(|| format!("{} can't be written", file.display()))
    }

    /// The files that the build wrote.
    pub fn files(&self) -> &[Entry] {
        &self.files
    }

    /// The published versions, if the manifest has them.
    pub fn versions(&self) -> Option<&Versions> {
        self.versions.as_ref()
    }

    /// The files that the build wrote whose names contain a digest.
    pub fn hashed_files(&self) -> impl Iterator<Item = &Entry> {
        self.files.iter().filter(|entry| entry.has_hashed_name)
    }

    /// The files kept from the previous build.
    pub fn kept(&self) -> &[Entry] {
        &self.kept
    }

    /// The file at a path, if the build wrote it (kept files don't count).
    pub fn file(&self, path: &str) -> Option<&Entry> {
        self.files.iter().find(|entry| entry.path == path)
    }

    /// Whether the manifest lists a file at this path.
    pub fn lists(&self, path: &str) -> bool {
        path == NAME || self.files.iter().chain(&self.kept).any(|e| e.path == path)
    }
}
