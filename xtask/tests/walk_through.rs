//! The walk-through in the documentation, followed to the letter.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

const TEXT: &str = include_str!("../../docs/from-an-article.md");

/// Commands that build or serve the whole site: other tests run them, here
/// they only have to exist.
const LONG: [&str; 2] = ["build", "serve"];

/// The blocks of the text, each with what stands behind its opening marks.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let mut blocks = Vec::new();
    let mut rest = TEXT;
    while let Some((_, after)) = rest.split_once("```") {
        let (kind, after) = after.split_once('\n').unwrap();
        let (block, after) = after.split_once("```").unwrap();
        blocks.push((kind, block));
        rest = after;
    }
    blocks
}

fn follow(line: &str, folder: &Path) -> bool {
    let Some(arguments) = line.strip_prefix("cargo xtask ") else {
        let mut shell = Command::new("sh");
        shell.args(["-c", line]).current_dir(folder);
        return shell.status().unwrap().success();
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let arguments: Vec<&str> = arguments.split(' ').collect();
    command.current_dir(folder);
    if LONG.contains(&arguments[0]) {
        command.args(&arguments).arg("--help");
    } else {
        command.args(&arguments).arg(folder.join("data"));
    }
    command.status().unwrap().success()
}

#[test]
fn whoever_follows_it_has_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("data")).unwrap();
    let mut commands = 0;
    for (kind, block) in blocks() {
        if let Some(path) = block.strip_prefix("# ").filter(|_| !kind.starts_with("sh")) {
            let (path, text) = path.split_once('\n').unwrap();
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
            continue;
        }
        for line in block.lines() {
            commands += 1;
            assert_eq!(follow(line, folder), kind == "sh", "{line}");
        }
    }
    assert!(commands >= 8, "{commands} commands");
    let library = says_who_files::library(&folder.join("data")).unwrap();
    assert_eq!(library.disputes[0].figures().verified, 1);
}
