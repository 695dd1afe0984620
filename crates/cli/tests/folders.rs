//! The data folder argument: wrong folders and the suggested corrections.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// The output of a command that must fail.
fn failure_output(line: &str, folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_says-who"))
        .args(line.split(' '))
        .current_dir(folder)
        .output()
        .unwrap();
    let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(!output.status.success(), "{line}: {printed}");
    printed
}

/// A folder with a data folder, a dispute in it, and a folder with texts.
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
fn the_folder_of_one_dispute_is_refused_with_a_correction() {
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
        let printed = failure_output(line, root);
        assert!(
            printed.starts_with("error: ") && printed.contains(&format!("`says-who {meant}`")),
            "{line}: {printed}"
        );
        assert_eq!(printed.lines().count(), 1, "{line}: {printed}");
    }
    assert!(!root.join("data/park-gate/.schema").exists());
    // From inside the dispute's folder.
    let from_inside = failure_output("check .", &root.join("data/park-gate"));
    assert!(from_inside.contains("`says-who check ..`"), "{from_inside}");
}

#[test]
fn a_wrong_folder_is_reported_in_one_line() {
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
        let printed = failure_output(line, root);
        assert!(printed.contains(why), "{line}: {printed}");
        assert_eq!(printed.lines().count(), 1, "{line}: {printed}");
    }
    // A folder with disputes that only lacks library.toml.
    let alone = failure_output("check alone", root);
    assert!(alone.contains("there is no `library.toml`"), "{alone}");
}
