//! The entry of a file in the build manifest.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::paths::has_hashed_name;
use super::{MAX_FILE, NAME};

/// The entry of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// The path below the site's folder, separated by `/`.
    pub path: String,
    /// The size in bytes.
    pub size: u64,
    /// The SHA-256 of the content, in hexadecimal.
    pub sha256: String,
    /// Whether the name contains a digest: then the content never changes.
    #[serde(
        rename = "named-by-digest",
        default,
        skip_serializing_if = "std::ops::Not::not"
    )]
    pub has_hashed_name: bool,
}

impl Entry {
    /// The entry for a file with these bytes.
    pub fn from_bytes(path: String, bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        Self {
            has_hashed_name: has_hashed_name(&path),
            path,
            size: bytes.len() as u64,
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// Reads the file below `folder`, if its content matches the entry.
    pub fn read_verified(&self, folder: &Path) -> Result<Vec<u8>, String> {
        let file = folder.join(&self.path);
        let unreadable = |error| format!("`{}` can't be read: {error}", self.path);
        // Don't follow links: one could lead anywhere.
        let found = fs::symlink_metadata(&file).map_err(unreadable)?;
        if !found.is_file() {
            return Err(format!("`{}` is no plain file", self.path));
        }
        if found.len() == self.size && self.size <= MAX_FILE {
            let bytes = fs::read(&file).map_err(unreadable)?;
            if Self::from_bytes(self.path.clone(), &bytes) == *self {
                return Ok(bytes);
            }
        }
        Err(format!("`{}` is not what {NAME} says of it", self.path))
    }
}
