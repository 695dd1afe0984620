//! The program as a whole: formats of the check, its help, where it finds the data.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::fs;

use serde_json::{Value, json};
use support::{author, says_who};

/// A folder whose data has two problems in one file.
fn broken() -> tempfile::TempDir {
    let folder = author();
    let point = folder
        .path()
        .join("data/bridge-repair/points/who-pays.toml");
    let text = fs::read_to_string(&point).unwrap();
    let text = text.replacen("question = ", "qestion = ", 1);
    fs::write(point, text).unwrap();
    folder
}

#[test]
fn json_has_every_problem_with_its_place() {
    let folder = broken();
    let (succeeded, printed) = says_who(&["check", "--format", "json", "data"], folder.path());
    assert!(!succeeded);
    let problems: Vec<Value> = serde_json::from_str(&printed).unwrap();
    assert_eq!(problems.len(), 2, "{printed}");
    let unknown = &problems[0];
    assert_eq!(
        unknown["file"], "data/bridge-repair/points/who-pays.toml",
        "{printed}"
    );
    assert_eq!(
        (&unknown["line"], &unknown["column"], &unknown["severity"]),
        (&json!(1), &json!(1), &json!("error"))
    );
    for key in ["rule", "message", "help"] {
        assert!(!unknown[key].as_str().unwrap().is_empty(), "{printed}");
    }
}

#[test]
fn valid_data_gives_only_warnings() {
    let folder = author();
    let (succeeded, printed) = says_who(&["check", "--format", "json", "data"], folder.path());
    assert!(succeeded, "{printed}");
    let warnings: Vec<Value> = serde_json::from_str(&printed).unwrap();
    assert!(warnings.iter().all(|one| one["severity"] == "warning"));
}

#[test]
fn github_gets_a_line_for_each_problem() {
    let folder = broken();
    let (succeeded, printed) = says_who(&["check", "--format", "github", "data"], folder.path());
    assert!(!succeeded);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 2, "{printed}");
    let start = "::error file=data/bridge-repair/points/who-pays.toml,line=1,col=1,title=";
    assert!(lines[0].starts_with(start), "{printed}");
}

#[test]
fn without_a_command_the_next_step_is_named() {
    let empty = tempfile::tempdir().unwrap();
    let (succeeded, printed) = says_who(&[], empty.path());
    assert!(
        succeeded && printed.contains("says-who new NAME"),
        "{printed}"
    );

    let folder = author();
    let (succeeded, printed) = says_who(&[], folder.path());
    assert!(succeeded && printed.contains("bridge-repair"), "{printed}");
    assert!(printed.contains("says-who serve"), "{printed}");
    // From inside too.
    let (_, inside) = says_who(&[], &folder.path().join("data/bridge-repair"));
    assert!(inside.contains("bridge-repair"), "{inside}");

    let folder = broken();
    let (succeeded, printed) = says_who(&[], folder.path());
    assert!(succeeded && printed.contains("says-who check"), "{printed}");
}

#[test]
fn a_dispute_is_begun_in_an_empty_folder() {
    let empty = tempfile::tempdir().unwrap();
    for command in ["check", "serve", "build", "register"] {
        let (succeeded, printed) = says_who(&[command], empty.path());
        assert!(
            !succeeded && printed.contains("says-who new NAME"),
            "{printed}"
        );
    }
    let (succeeded, printed) = says_who(&["new", "park-gate"], empty.path());
    assert!(succeeded, "{printed}");
    let (_, printed) = says_who(&[], empty.path());
    assert!(printed.contains("park-gate"), "{printed}");
}

#[test]
fn the_help_of_every_command_has_an_example_that_it_accepts() {
    let empty = tempfile::tempdir().unwrap();
    let (_, help) = says_who(&["--help"], empty.path());
    let commands = help.split_once("Commands:").unwrap().1;
    let commands = commands.split_once("Options:").unwrap().0;
    // The names are indented by two, their descriptions by more.
    let names = commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help");
    let mut count = 0;
    for name in names {
        count += 1;
        let (succeeded, help) = says_who(&[name, "--help"], empty.path());
        assert!(succeeded, "{name}");
        let examples: Vec<&str> = help
            .lines()
            .filter_map(|line| line.trim().strip_prefix("says-who "))
            .collect();
        assert!(!examples.is_empty(), "{name}: {help}");
        for example in examples {
            let arguments: Vec<&str> = example.split(' ').chain(["--help"]).collect();
            assert!(says_who(&arguments, empty.path()).0, "{example}");
        }
    }
    assert!(count >= 12, "{help}");
}
