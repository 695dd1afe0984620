//! Shared test support: the built sites, a server for each, browsers.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod browser;
mod faulty;
pub mod http;
pub mod page;
mod server;
pub mod sized;
pub mod stress;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub use browser::{Browser, Engine, Start};
pub use faulty::{FaultyServer, Served};
pub use server::{Failure, Server};

/// A command of `says-who`, the program that built the sites.
#[must_use]
pub fn says_who(arguments: &[&str]) -> Command {
    let program = std::env::var_os("SAYS_WHO_PROGRAM").expect("run `cargo xtask test`");
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    command
}

/// The folder of a built site:
///
/// - `repo` and `root`: the large fixture, for `/repo/` and `/`
/// - `a-b` and `hosted`: the small fixture, for `/a/b/`, without and with an origin
/// - `stress`: the disputes of [`stress`], for `/stress/`
///
/// # Panics
///
/// If the sites were not built.
#[must_use]
pub fn site(name: &str) -> PathBuf {
    let builds = std::env::var_os("SAYS_WHO_BUILDS");
    let builds = builds.expect("these tests need built sites: run `cargo xtask test`");
    PathBuf::from(builds).join(name)
}

/// The base path of a built site.
#[must_use]
pub fn base(name: &str) -> &'static str {
    match name {
        "root" => "/",
        "a-b" | "hosted" => "/a/b/",
        "stress" => "/stress/",
        "keys" => "/keys/",
        _ => "/repo/",
    }
}

/// Declares one test for each scenario and engine, as `scenario::engine`. A scenario
/// is an async function in the file that takes an [`Engine`].
#[macro_export]
macro_rules! in_every_engine {
    ($($scenario:ident),* $(,)?) => { $(
        mod $scenario {
            use $crate::Engine;

            #[tokio::test]
            async fn chromium() {
                super::$scenario(Engine::Chromium).await;
            }

            #[tokio::test]
            async fn firefox() {
                super::$scenario(Engine::Firefox).await;
            }

            #[tokio::test]
            async fn webkit() {
                super::$scenario(Engine::Webkit).await;
            }
        }
    )* };
}

/// Like [`in_every_engine`], but only for Chromium.
#[macro_export]
macro_rules! in_chromium {
    ($($scenario:ident),* $(,)?) => { $(
        mod $scenario {
            #[tokio::test]
            async fn chromium() {
                super::$scenario($crate::Engine::Chromium).await;
            }
        }
    )* };
}

/// Reports what an engine does not support, and how the test continues. Writes to
/// stderr directly: the test harness captures `eprintln!` and hides it if the test
/// passes.
///
/// # Panics
///
/// If nothing can be written.
pub fn lacks(engine: Engine, what: &str) {
    let line = format!("{engine:?} lacks {what}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// Copies a built site. `change` gets the path and content of each file and returns
/// its new content, or `None` to omit the file.
///
/// # Panics
///
/// If the site can't be copied.
#[must_use]
pub fn copy_site_with(
    name: &str,
    change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>,
) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let site = site(name);
    for file in files(&site) {
        let path = file.strip_prefix(&site).unwrap();
        let to = folder.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        let bytes = fs::read(&file).unwrap();
        if let Some(bytes) = change(path.to_str().unwrap(), bytes) {
            fs::write(to, bytes).unwrap();
        }
    }
    folder
}

/// Copies a built site with `first` prepended to its boot script. If `first` is
/// `None`, the boot script is empty, as if it had never loaded.
///
/// # Panics
///
/// If the site can't be copied.
#[must_use]
pub fn with_boot(name: &str, first: Option<&str>) -> tempfile::TempDir {
    copy_site_with(name, |path, bytes| {
        Some(if path.starts_with("boot-") {
            let boot = String::from_utf8(bytes).unwrap();
            first
                .map(|first| format!("{first}\n{boot}").into_bytes())
                .unwrap_or_default()
        } else {
            bytes
        })
    })
}

/// Every file below a folder, sorted.
///
/// # Panics
///
/// If the folder can't be read.
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

/// Copies the files below a folder whose path from there is wanted.
///
/// # Panics
///
/// If a file can't be read or written.
pub fn copy_files(from: &Path, to: &Path, is_wanted: impl Fn(&Path) -> bool) {
    for file in files(from) {
        let path = file.strip_prefix(from).unwrap();
        if is_wanted(path) {
            let to = to.join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(&file, to).unwrap();
        }
    }
}

/// Replaces the first occurrence of a text in a file.
///
/// # Panics
///
/// If the text is not in it.
pub fn edit(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(
        text.contains(old),
        "{} does not contain {old}",
        file.display()
    );
    fs::write(file, text.replacen(old, new, 1)).unwrap();
}
