//! What commands print: whole, or to nobody. A reader that has seen enough closes
//! the pipe, and the command does what it was asked to all the same.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::fs;
use std::io::pipe;
use std::path::Path;
use std::process::{Command, Stdio};

use support::{copy, listed};

/// A folder with the fixture's data, texts and a site that was published.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    copy(&root.join("tests/fixture"), &folder.path().join("data"));
    copy(&root.join("tests/texts"), &folder.path().join("texts"));
    fs::write(folder.path().join("bad.csv"), "a,b\n1,2\n").unwrap();
    folder
}

/// Runs a command with readers of its output and of what is printed beside it, or
/// with none; its exit code.
fn run(line: &str, folder: &Path, read: bool) -> Option<i32> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(line.split(' ')).current_dir(folder);
    // A server on this machine is asked without one between.
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
fn a_closed_pipe_changes_nothing_but_who_reads() {
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

/// Where the system has a device that is always full.
#[cfg(target_os = "linux")]
#[test]
fn what_can_t_be_written_is_an_error() {
    let folder = folder();
    for line in ["check data", "export bridge-repair --format json data"] {
        let full = fs::File::create("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(line.split(' ')).current_dir(folder.path());
        let output = command.stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{line}: {said}");
        assert!(said.contains("could not all be written"), "{said}");
    }
}
