//! The walk-throughs in the documentation, followed to the letter.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

const ARTICLE: &str = include_str!("../../docs/from-an-article.md");
const SPREADSHEET: &str = include_str!("../../docs/spreadsheet.md");

/// Commands that build or serve the whole site: other tests run them, here
/// they only have to exist.
const LONG: [&str; 2] = ["build", "serve"];

/// What the reader is told to delete, with what stands before it in the text.
fn deleted(text: &str) -> (&str, &str) {
    let (before, rest) = text.split_once("\nDelete `").unwrap();
    (before, rest.split_once('`').unwrap().0)
}

/// Puts a line in the place of the one with its key.
fn put_line(path: &Path, line: &str) {
    let (key, _) = line.split_once(" = ").unwrap();
    let text = fs::read_to_string(path).unwrap();
    let key = format!("{key} = ");
    let lines = text
        .lines()
        .map(|old| if old.starts_with(&key) { line } else { old });
    let lines: Vec<&str> = lines.collect();
    fs::write(path, lines.join("\n")).unwrap();
}

/// The blocks of the text, each with what stands behind its opening marks.
fn blocks(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("```") {
        let (kind, after) = after.split_once('\n').unwrap();
        let (block, after) = after.split_once("```").unwrap();
        blocks.push((kind, block));
        rest = after;
    }
    blocks
}

/// Runs a command; whether it succeeded. There is nothing but commands of ours in
/// the walk-throughs, which are the same on every system.
fn follow(line: &str, folder: &Path) -> bool {
    let arguments = line
        .strip_prefix("cargo xtask ")
        .expect("a command of ours");
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
    let (before, path) = deleted(ARTICLE);
    let written = blocks(before).len();
    for (number, (kind, block)) in blocks(ARTICLE).into_iter().enumerate() {
        if number == written {
            fs::remove_file(folder.join(path)).unwrap();
        }
        if let Some(path) = block.strip_prefix("# ").filter(|_| !kind.starts_with("sh")) {
            let (path, text) = path.split_once('\n').unwrap();
            let path = folder.join(path);
            if kind == "toml line" {
                put_line(&path, text.trim_end());
                continue;
            }
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
    assert!(follow("cargo xtask check", folder), "nothing is due");
    let library = says_who_files::library(&folder.join("data")).unwrap();
    assert_eq!(library.disputes[0].figures().verified, 1);
}

#[test]
fn whoever_has_a_spreadsheet_has_a_dispute() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("data")).unwrap();
    let blocks = blocks(SPREADSHEET);
    let (_, sheet) = blocks.iter().find(|(kind, _)| *kind == "csv").unwrap();
    fs::write(folder.join("sheet.csv"), sheet).unwrap();
    // The mayor's words are in no text that one could search.
    let quoting = |path: &str| {
        let text = fs::read_to_string(folder.join(path)).unwrap();
        let text = text.replace("“", "").replace("”", "");
        fs::write(folder.join(path), text).unwrap();
    };
    let mut commands = 0;
    for (_, block) in blocks.iter().filter(|(kind, _)| *kind == "sh") {
        for line in block.lines() {
            commands += 1;
            assert!(follow(line, folder), "{line}");
            if line.contains(" import ") {
                quoting("data/bridge-repair/points/notice-given.toml");
            }
        }
    }
    assert_eq!(commands, 4);
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(read("sheet.csv").lines().count(), sheet.lines().count());
    assert!(read("bridge-repair.md").contains("Was notice given?"));
    // A file that is wrong leaves nothing behind, one that is right all of it.
    let import = |file: &str, name: &str| {
        let line = format!("cargo xtask import {file} {name}");
        follow(&line, folder)
    };
    assert!(import("bridge-repair.json", "from-json"));
    fs::write(folder.join("bad.csv"), sheet.replace("disputed-fact", "x")).unwrap();
    fs::write(
        folder.join("bad.json"),
        read("bridge-repair.json").replace("2021-03-10", "x"),
    )
    .unwrap();
    for (file, name) in [
        ("bad.csv", "a"),
        ("bad.json", "a"),
        ("none.csv", "a"),
        ("bridge-repair.md", "a"),
        ("sheet.csv", "bridge-repair"),
        ("sheet.csv", "../up"),
    ] {
        assert!(!import(file, name), "{file}");
    }
    let mut names: Vec<String> = fs::read_dir(folder.join("data"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [".schema", "bridge-repair", "from-json", "library.toml"]
    );
    assert!(says_who_files::library(&folder.join("data")).is_ok());
}
