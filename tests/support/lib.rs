//! What the tests share: the built sites, a server for each, a browser.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod browser;

use std::fs;
use std::path::{Path, PathBuf};

pub use browser::{Browser, Script};

/// The folder of a built site: `repo` is built for `/repo/`, `root` for `/`,
/// `a-b` for `/a/b/`.
///
/// # Panics
///
/// Where the sites were not built.
#[must_use]
pub fn site(name: &str) -> PathBuf {
    let builds = std::env::var_os("SAYS_WHO_BUILDS");
    let builds = builds.expect("these tests need built sites: run `cargo xtask test`");
    PathBuf::from(builds).join(name)
}

/// The path a built site is for.
#[must_use]
pub fn base(name: &str) -> &'static str {
    match name {
        "root" => "/",
        "a-b" => "/a/b/",
        _ => "/repo/",
    }
}

/// Every file below a folder.
///
/// # Panics
///
/// Where the folder can't be read.
#[must_use]
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}
