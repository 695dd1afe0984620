//! Helpers for several integration tests of the commands.
#![allow(dead_code, reason = "each test file uses only some of it")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs a command; returns whether it succeeded, and its output.
pub(crate) fn says_who(arguments: &[&str], folder: &Path) -> (bool, String) {
    says_who_on_host(&[], arguments, folder)
}

/// The same on the machine of a host that sets these environment variables, and none of
/// the others by which `says-who` knows a host.
pub(crate) fn says_who_on_host(
    host: &[(&str, &str)],
    arguments: &[&str],
    folder: &Path,
) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_says-who"));
    for name in ["SAYS_WHO_ADDRESS", "GITLAB_CI", "NETLIFY", "GITHUB_ACTIONS"] {
        command.env_remove(name);
    }
    let output = command
        .args(arguments)
        .envs(host.iter().copied())
        .current_dir(folder)
        // Use no proxy for local servers.
        .env("no_proxy", "127.0.0.1")
        .output()
        .unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(printed).unwrap())
}

/// Every path in a folder, with the content of files.
pub(crate) fn listed(folder: &Path) -> Vec<(String, Option<Vec<u8>>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let plain = !path.is_symlink();
        if plain && path.is_dir() {
            found.extend(listed(&path));
        }
        let bytes = (plain && path.is_file()).then(|| fs::read(&path).unwrap());
        found.push((path.display().to_string(), bytes));
    }
    found.sort();
    found
}

/// A folder with the fixture's data, and a foreign folder `papers` beside it.
pub(crate) fn author() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture");
    copy(&fixture, &folder.path().join("data"));
    fs::create_dir(folder.path().join("papers")).unwrap();
    fs::write(folder.path().join("papers/thesis.txt"), "years").unwrap();
    folder
}

/// Checks that a command fails with `why` and changes no files.
#[track_caller]
pub(crate) fn refused(arguments: &[&str], folder: &Path, why: &str) {
    let before = listed(folder);
    let (succeeded, printed) = says_who(arguments, folder);
    assert!(!succeeded, "{arguments:?}: {printed}");
    assert!(printed.contains(why), "{arguments:?}: {printed}");
    assert!(!printed.contains("panicked"), "{printed}");
    assert!(before == listed(folder), "{arguments:?} changed something");
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}
