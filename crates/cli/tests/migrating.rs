//! Data in the first version of the format is read, and brought to the present one
//! without a change of what it says.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use says_who_model::Library;
use says_who_model::format::{Dispute, VERSION};

fn frozen(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/frozen")
        .join(name)
}

/// A copy of the data as the first version of the format had it.
fn first_version() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in walkdir::WalkDir::new(frozen("format-1")) {
        let entry = entry.unwrap();
        let below = entry.path().strip_prefix(frozen("format-1")).unwrap();
        let to = folder.path().join(below);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&to).unwrap();
        } else {
            fs::copy(entry.path(), &to).unwrap();
        }
    }
    folder
}

fn says_who(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_says-who"))
        .args(arguments)
        .output()
        .unwrap()
}

fn library(folder: &Path) -> Library {
    says_who_files::library(folder).unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn data_of_the_first_version_says_the_same_after_migration() {
    let data = first_version();
    let folder = data.path().to_str().unwrap();
    let before = library(data.path());
    let text = fs::read_to_string(data.path().join("library.toml")).unwrap();

    assert!(says_who(&["migrate", "--dry-run", folder]).status.success());
    let unchanged = fs::read_to_string(data.path().join("library.toml")).unwrap();
    assert_eq!(unchanged, text);

    assert!(says_who(&["migrate", folder]).status.success());
    let migrated = fs::read_to_string(data.path().join("library.toml")).unwrap();
    let version = format!("format = {VERSION}\n");
    assert!(migrated.contains(&version), "{migrated}");
    assert_eq!(migrated.replace(&version, ""), text);
    assert_eq!(library(data.path()), before);

    let again = says_who(&["migrate", folder]);
    assert!(again.status.success());
    let after = fs::read_to_string(data.path().join("library.toml")).unwrap();
    assert_eq!(after, migrated);
}

#[test]
fn data_with_problems_is_not_migrated() {
    let data = first_version();
    let path = data.path().join("library.toml");
    let text = format!("colour = \"red\"\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &text).unwrap();
    let output = says_who(&["migrate", data.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("nothing was changed"), "{message}");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn json_of_the_first_version_is_imported() {
    let data = tempfile::tempdir().unwrap();
    let json = frozen("format-1.json");
    let output = Command::new(env!("CARGO_BIN_EXE_says-who"))
        .args(["import", json.to_str().unwrap(), "imported"])
        .current_dir(data.path())
        .output()
        .unwrap();
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{message}");
    let read: Dispute = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    assert_eq!(read.format, 1);
    let library = library(&data.path().join("data"));
    assert_eq!(library.disputes[0].question, read.dispute.question);
}

#[test]
fn json_of_a_later_version_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let json = data.path().join("later.json");
    let text = fs::read_to_string(frozen("format-1.json")).unwrap();
    fs::write(&json, text.replacen('{', "{\"format\": 99,", 1)).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_says-who"))
        .args(["import", "later.json", "imported"])
        .current_dir(data.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("version 99"), "{message}");
    assert!(!data.path().join("data/imported").exists());
}
