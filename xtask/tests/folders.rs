//! The folder with the disputes, as an author may name it.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// What a command that fails says.
fn said(line: &str, folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(line.split(' '))
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(!output.status.success(), "{line}: {said}");
    said
}

/// A folder with a data folder, a dispute in it, and texts.
fn author() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let dispute = root.join("data/park-gate");
    fs::create_dir_all(dispute.join("points")).unwrap();
    fs::create_dir_all(root.join("texts")).unwrap();
    fs::create_dir_all(root.join("alone/park-gate")).unwrap();
    for file in [
        "data/library.toml",
        "data/park-gate/dispute.toml",
        "alone/park-gate/dispute.toml",
        "texts/courier.txt",
    ] {
        fs::write(root.join(file), "").unwrap();
    }
    folder
}

#[test]
fn the_folder_of_a_dispute_is_told_from_that_of_all() {
    let folder = author();
    let root = folder.path();
    for (line, meant) in [
        ("check data/park-gate", "check data"),
        ("check data/park-gate/", "check data"),
        ("check --report data/park-gate", "check --report data"),
        ("check data/park-gate/points", "check data"),
        ("check data/park-gate/dispute.toml", "check data"),
        ("check data/library.toml", "check data"),
        ("check .", "check ./data"),
        ("register data/park-gate", "register data"),
        (
            "quotes --texts texts data/park-gate",
            "quotes --texts texts data",
        ),
        ("new other data/park-gate", "new other data"),
        (
            "import sheet.csv other data/park-gate",
            "import sheet.csv other data",
        ),
        (
            "export park-gate --format csv data/park-gate",
            "export park-gate --format csv data",
        ),
        ("schema data/park-gate", "schema data"),
        ("serve --data data/park-gate", "serve --data data"),
        ("build --data data/park-gate", "build --data data"),
        ("build --data=data/park-gate", "build --data=data"),
        ("preview --data data/park-gate", "preview --data data"),
    ] {
        let said = said(line, root);
        assert!(
            said.starts_with("error: ") && said.contains(&format!("`cargo xtask {meant}`")),
            "{line}: {said}"
        );
        assert_eq!(said.lines().count(), 1, "{line}: {said}");
    }
    assert!(!root.join("data/park-gate/.schema").exists());
    // From inside of it.
    let said_there = said("check .", &root.join("data/park-gate"));
    assert!(
        said_there.contains("`cargo xtask check ..`"),
        "{said_there}"
    );
}

#[test]
fn what_is_no_data_folder_is_told_once() {
    let folder = author();
    let root = folder.path();
    for (line, why) in [
        (
            "check texts",
            "texts holds no disputes; give the folder that holds library.toml",
        ),
        ("check none", "there is no folder none; give the folder"),
        (
            "check alone/park-gate",
            "is the folder of one dispute; give the folder",
        ),
        ("check texts/courier.txt", "is a file; give the folder"),
    ] {
        let said = said(line, root);
        assert!(said.contains(why), "{line}: {said}");
        assert_eq!(said.lines().count(), 1, "{line}: {said}");
    }
    // Here one thing is missing, and that is said.
    let alone = said("check alone", root);
    assert!(alone.contains("there is no `library.toml`"), "{alone}");
}
