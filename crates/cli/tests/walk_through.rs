//! Runs the walk-throughs in the documentation exactly as written.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

const ARTICLE: &str = include_str!("../../../docs/from-an-article.md");
const SPREADSHEET: &str = include_str!("../../../docs/spreadsheet.md");

/// Commands that build or serve the whole site. Other tests run them; here they are
/// only called with `--help`.
const LONG: [&str; 2] = ["build", "serve"];

/// The file that the text says to delete, and the text before that.
fn deleted(text: &str) -> (&str, &str) {
    let (before, rest) = text.split_once("\nDelete `").unwrap();
    (before, rest.split_once('`').unwrap().0)
}

/// Replaces the line that has the same key.
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

/// Commands that take no data folder.
const WITHOUT_FOLDER: [&str; 1] = ["new-sheet"];

/// The code blocks of a text: the info string and the content of each.
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

/// Runs a command and returns whether it succeeded. The walk-throughs use only
/// `says-who`, so they work the same on every system.
fn follow(line: &str, folder: &Path) -> bool {
    let arguments = line.strip_prefix("says-who ").expect("a command of ours");
    let mut command = Command::new(env!("CARGO_BIN_EXE_says-who"));
    let arguments: Vec<&str> = arguments.split(' ').collect();
    command.current_dir(folder);
    if LONG.contains(&arguments[0]) {
        command.args(&arguments).arg("--help");
    } else if WITHOUT_FOLDER.contains(&arguments[0]) {
        command.args(&arguments);
    } else {
        command.args(&arguments).arg(folder.join("data"));
    }
    command.status().unwrap().success()
}

#[test]
fn the_article_walk_through_gives_a_page() {
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
    assert!(follow("says-who check", folder), "nothing is due");
    let library = says_who_files::library(&folder.join("data")).unwrap();
    assert_eq!(library.disputes[0].figures().verified, 1);
}

// Over 60 lines: it follows one folder through the walk-through.
#[test]
fn the_spreadsheet_walk_through_gives_a_dispute() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("data")).unwrap();
    let blocks = blocks(SPREADSHEET);
    let (_, sheet) = blocks.iter().find(|(kind, _)| *kind == "csv").unwrap();
    // The text of the source does not exist, so remove the quotation marks.
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
    assert_eq!(commands, 6);
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(read("sheet.csv").lines().count(), sheet.lines().count());
    assert!(read("bridge-repair.md").contains("Was notice given?"));
    // A wrong file writes nothing, a right one the whole dispute.
    let import = |file: &str, name: &str| {
        let line = format!("says-who import {file} {name}");
        follow(&line, folder)
    };
    assert!(import("bridge-repair.json", "from-json"));
    assert!(import("bridge-repair.json", "from-json --replace"));
    // The content decides the format, not the file name.
    fs::rename(folder.join("bridge-repair.json"), folder.join("A.CSV")).unwrap();
    fs::copy(folder.join("sheet.csv"), folder.join("Sheet.CSV")).unwrap();
    assert!(import("A.CSV", "from-json --replace"));
    assert!(import("Sheet.CSV", "bridge-repair --replace"));
    fs::rename(folder.join("A.CSV"), folder.join("bridge-repair.json")).unwrap();
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

// Over 60 lines: it follows one sheet through several imports.
#[test]
fn an_edited_sheet_removes_content_only_on_request() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture");
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("the data");
    copy(&root, &data);
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_says-who"));
        command
            .current_dir(folder.path())
            .args(arguments)
            .arg(&data);
        let output = command.output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(text).unwrap())
    };
    let point = data.join("bridge-repair/points/who-pays.toml");
    let read = || fs::read_to_string(&point).unwrap();
    let others = || {
        let names = ["dispute", "documents", "events", "quotations", "register"];
        names.map(|name| fs::read(data.join(format!("bridge-repair/{name}.toml"))).unwrap())
    };
    let (before, kept) = (read(), others());
    let (succeeded, _) = run(&[
        "export",
        "bridge-repair",
        "--format",
        "csv",
        "--out",
        "s.csv",
    ]);
    assert!(succeeded);
    let sheet = fs::read_to_string(folder.path().join("s.csv")).unwrap();
    let again = |sheet: &str, options: &[&str]| {
        fs::write(folder.path().join("s.csv"), sheet).unwrap();
        run(&[&["import", "s.csv", "bridge-repair"], options].concat())
    };
    let (succeeded, printed) = again(&sheet, &[]);
    assert!(!succeeded && printed.contains("--replace"), "{printed}");
    // Unchanged files are not written.
    let (succeeded, printed) = again(&sheet, &["--replace"]);
    assert!(
        succeeded && printed.contains("is as the file has it"),
        "{printed}"
    );
    assert_eq!((read(), others()), (before.clone(), kept.clone()));
    let question = toml_question(&before);
    assert_eq!(sheet.matches(&question).count(), 1);
    let edited = sheet.replace(&question, "Who is to pay now?");
    let (succeeded, printed) = again(&edited, &["--replace"]);
    assert!(succeeded && printed.contains("1 file changed"), "{printed}");
    assert!(
        printed.contains(&format!("says-who check \"{}\"", data.display())),
        "{printed}"
    );
    assert!(read().contains("Who is to pay now?"));
    assert_eq!(others(), kept);
    // Without a column, the import would remove content.
    let less = edited.replacen(",question,", ",my question was,", 1);
    let (succeeded, _) = again(&less, &["--replace"]);
    assert!(!succeeded);
    let less = edited.replacen(",contested,", ",my remarks,", 1);
    assert_ne!(less, edited);
    let now = read();
    let (succeeded, printed) = again(&less, &["--replace"]);
    assert!(
        !succeeded && printed.contains(".contested") && printed.contains("--remove"),
        "{printed}"
    );
    assert_eq!(read(), now);
    let (succeeded, printed) = again(&less, &["--replace", "--remove"]);
    assert!(
        succeeded && printed.contains("column `my remarks`"),
        "{printed}"
    );
}

/// The question in a point's TOML.
fn toml_question(text: &str) -> String {
    let line = text.lines().find(|line| line.starts_with("question = "));
    line.unwrap().split('"').nth(1).unwrap().to_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
