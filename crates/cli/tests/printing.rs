//! Printing: a command does its work even if the reader closes the pipe early, and
//! fails if its output can't be written.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::fs;
use std::io::pipe;
use std::path::Path;
use std::process::{Command, Stdio};

use support::{copy, listed};

/// A folder with the fixture's data and texts, and a wrong sheet.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    copy(&root.join("tests/fixture"), &folder.path().join("data"));
    copy(&root.join("tests/texts"), &folder.path().join("texts"));
    fs::write(folder.path().join("bad.csv"), "a,b\n1,2\n").unwrap();
    folder
}

/// Runs a command and returns its exit code. Without `read`, stdout and stderr are
/// closed pipes.
fn run(line: &str, folder: &Path, read: bool) -> Option<i32> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_says-who"));
    command.args(line.split(' ')).current_dir(folder);
    // Use no proxy for local servers.
    command.env("no_proxy", "127.0.0.1");
    if read {
        return command.output().unwrap().status.code();
    }
    let closed = || {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        Stdio::from(writer)
    };
    command.stdout(closed()).stderr(closed());
    command.status().unwrap().code()
}

#[test]
fn a_closed_pipe_changes_neither_files_nor_exit_code() {
    for line in [
        "check data",
        "check --report data",
        "check none",
        "check data/bridge-repair",
        "register data",
        "register --published none data",
        "quotes --texts texts data",
        "quotes --texts none data",
        "quotes --texts texts --outline courier-bridge-closes data",
        "schema data",
        "new park-gate data",
        "new bridge-repair data",
        "import bad.csv sheet data",
        "export bridge-repair --format json data",
        "export bridge-repair --format csv data",
        "export none --format csv data",
        "build --data none",
        "build --data data --out data",
        "published http://127.0.0.1:1/ --into previous",
        "preview --site data",
        "--help",
        "--no-such-option",
    ] {
        let (one, other) = (folder(), folder());
        let code = run(line, one.path(), true);
        assert!(matches!(code, Some(0..=2)), "{line}: {code:?}");
        assert_eq!(run(line, other.path(), false), code, "{line}");
        let names = |folder: &Path| {
            let names = listed(folder).into_iter();
            let names =
                names.map(|(name, bytes)| (name.replace(&folder.display().to_string(), ""), bytes));
            names.collect::<Vec<_>>()
        };
        assert!(
            names(one.path()) == names(other.path()),
            "{line} leaves something else where nobody reads"
        );
    }
}

/// Linux only, because it needs `/dev/full`.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = folder();
    for line in ["check data", "export bridge-repair --format json data"] {
        let full = fs::File::create("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_says-who"));
        command.args(line.split(' ')).current_dir(folder.path());
        let output = command.stdout(full).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{line}: {printed}");
        assert!(printed.contains("could not all be written"), "{printed}");
    }
}
