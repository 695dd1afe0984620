//! The paths of a site's files: which there are, which are safe, and which are hashed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::NAME;

/// The number of hexadecimal digits in a hashed file name, the same as Trunk's.
const HASH_DIGITS: usize = 16;

/// The sorted paths of all files below a folder, separated by `/`, without the
/// manifest itself.
pub fn file_paths(folder: &Path) -> Result<Vec<String>> {
    fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) -> Result<()> {
        let unreadable = || format!("{} can't be read", folder.display());
        for entry in fs::read_dir(folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            // A name that is not UTF-8 is never a file of ours, so a lossy
            // conversion is good enough for messages.
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            // A link counts as a file and is not followed.
            if entry.file_type().with_context(unreadable)?.is_dir() {
                collect(&entry.path(), &format!("{path}/"), paths)?;
            } else if path != NAME {
                paths.push(path);
            }
        }
        Ok(())
    }
    let mut paths = Vec::new();
    collect(folder, "", &mut paths)?;
    paths.sort();
    Ok(paths)
}

/// Whether a path is safe on every system, as a shell argument and in a URL: it is
/// relative, has no `..`, and only unambiguous characters.
pub(super) fn is_safe_path(path: &str) -> bool {
    path.len() <= 1000
        && path.split('/').all(|part| {
            !matches!(part, "" | "." | "..")
                && !part.starts_with('-')
                && part
                    .bytes()
                    .all(|c| c.is_ascii_alphanumeric() || b"-._".contains(&c))
        })
}

/// Whether a file name contains a digest of the content, as Trunk and the data
/// file name it: `app-0123456789abcdef_bg.wasm`. Hashed files lie at the root of
/// the site; pages are never hashed.
pub(super) fn has_hashed_name(path: &str) -> bool {
    let Some((stem, extension)) = path.split_once('.') else {
        return false;
    };
    let Some((_, digest)) = stem.rsplit_once('-') else {
        return false;
    };
    let digest = digest.strip_suffix("_bg").unwrap_or(digest);
    let hexadecimal = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
    !path.contains('/')
        && digest.len() == HASH_DIGITS
        && digest.bytes().all(hexadecimal)
        && extension
            .bytes()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        && !matches!(extension, "" | "html")
}
