//! Files in a data folder that are not data are ignored, or reported with their names.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;

use says_who_files::{IgnoreReason, ignored_files, library, read_text};

/// A copy of the fixture in a temporary folder.
fn fixture_copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture"),
        folder.path(),
    );
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[track_caller]
fn assert_rejected(folder: &Path, name: &str, says: &str) {
    let report = library(folder).expect_err(name);
    let found = report.problems().iter().any(|problem| {
        problem.file().ends_with(name)
            && problem.message().contains(says)
            && !problem.help().is_empty()
    });
    assert!(found, "{report}");
}

#[test]
fn a_folder_without_data_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let empty = library(folder.path()).unwrap_err().to_string();
    assert!(empty.contains("this folder has no data"), "{empty}");
    let none = library(&folder.path().join("none"))
        .unwrap_err()
        .to_string();
    assert!(
        none.contains("can't be read") && none.contains("holds library.toml"),
        "{none}"
    );
    fs::write(folder.path().join("library.toml"), "disputes = [\"a\"]").unwrap();
    let report = library(folder.path()).unwrap_err().to_string();
    assert!(
        report.contains("library.toml:1:13: error[files]: there is no folder `a`"),
        "{report}"
    );
}

#[test]
fn files_of_editors_and_other_programs_are_ignored() {
    let folder = fixture_copy();
    let before = library(folder.path()).unwrap();
    let points = folder.path().join("bridge-repair/points");
    let names = [
        "who-pays.toml~",
        ".who-pays.toml.swp",
        "#who-pays.toml#",
        "who-pays.toml.bak",
        "who-pays.toml.orig",
        "who-pays.toml.rej",
        "who-pays.toml.BASE.123",
        "x.tmp",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "Icon\r",
        "._who-pays.toml",
        "who-pays (conflicted copy).toml",
        "who-pays.sync-conflict-20220101-101010-AB.toml",
        "4913",
    ];
    for name in names {
        // Neither text nor TOML.
        fs::write(points.join(name), b"\0\xff = \"").unwrap();
    }
    for name in [".git", ".idea", ".vscode", "__MACOSX"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::write(folder.path().join(name).join("config.toml"), "\0").unwrap();
    }
    assert_eq!(library(folder.path()).unwrap(), before);
    let ignored = ignored_files(folder.path());
    let count = |kind: IgnoreReason| ignored.iter().filter(|(_, why)| *why == kind).count();
    assert_eq!(
        (
            count(IgnoreReason::Conflict),
            count(IgnoreReason::Merge),
            count(IgnoreReason::Backup)
        ),
        (2, 1, 6),
        "{ignored:?}"
    );
    assert_eq!(count(IgnoreReason::System), 0);
    // A file name of none of these programs is still an error.
    fs::write(points.join("who-pays.toml.txt"), "").unwrap();
    assert_rejected(folder.path(), "who-pays.toml.txt", "unexpected file");
}

#[test]
fn a_folder_named_like_a_file_is_rejected() {
    let folder = fixture_copy();
    fs::create_dir(folder.path().join("bridge-repair/points/a.toml")).unwrap();
    assert_rejected(folder.path(), "a.toml", "a folder with the name of a file");
}

#[test]
fn a_huge_file_is_not_read() {
    let folder = fixture_copy();
    let huge = folder.path().join("bridge-repair/events.toml");
    // A sparse file: it takes no disk space.
    fs::File::create(&huge).unwrap().set_len(3 << 30).unwrap();
    assert_rejected(folder.path(), "events.toml", "has 3221225472 bytes");
    assert!(read_text(&huge).unwrap_err().contains("bytes"));
}

#[test]
fn errors_name_the_encoding_of_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    let wide: Vec<u8> = "A text in UTF-16."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, says) in [
        (wide, "UTF-16"),
        (b"a caf\xe9".to_vec(), "in Windows-1252 it is `\u{e9}`"),
        (b"%PDF-1.4".to_vec(), "a PDF"),
    ] {
        fs::write(&path, bytes).unwrap();
        let why = read_text(&path).unwrap_err();
        assert!(why.contains("a.txt") && why.contains(says), "{why}");
    }
    // Extracted text has form feeds between pages.
    fs::write(&path, "one\u{c}two").unwrap();
    assert_eq!(read_text(&path).unwrap(), "one\u{c}two");
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::{assert_rejected, fixture_copy, fs, library, read_text};

    #[test]
    fn external_broken_circular_and_duplicate_links_are_rejected() {
        let secret = tempfile::tempdir().unwrap();
        fs::write(secret.path().join("secret.toml"), "a = \"the secret\"").unwrap();
        let folder = fixture_copy();
        let link = |name: &str, target: &std::path::Path| {
            symlink(target, folder.path().join(name)).unwrap();
        };
        link(
            "bridge-repair/points/out.toml",
            &secret.path().join("secret.toml"),
        );
        link("out", secret.path());
        link("nowhere.toml", "nowhere".as_ref());
        link("round.toml", "round.toml".as_ref());
        link("up", folder.path());
        link("again", &folder.path().join("mill-clock"));
        for (name, says) in [
            ("out.toml", "out of the data folder"),
            ("/out", "out of the data folder"),
            ("nowhere.toml", "broken or circular"),
            ("round.toml", "broken or circular"),
            ("/up", "read twice"),
            ("/again", "read twice"),
        ] {
            assert_rejected(folder.path(), name, says);
        }
        let report = library(folder.path()).unwrap_err().to_string();
        assert!(!report.contains("the secret"), "{report}");
    }

    #[test]
    fn links_to_a_file_inside_and_to_the_folder_are_followed() {
        let folder = fixture_copy();
        let plain = library(folder.path()).unwrap();
        let file = folder.path().join("bridge-repair/events.toml");
        fs::rename(&file, folder.path().join("bridge-repair/.events")).unwrap();
        symlink(".events", &file).unwrap();
        assert_eq!(library(folder.path()).unwrap(), plain);
        let beside = tempfile::tempdir().unwrap();
        let link = beside.path().join("data");
        symlink(folder.path(), &link).unwrap();
        assert_eq!(library(&link).unwrap(), plain);
        let round = beside.path().join("round");
        symlink("round", &round).unwrap();
        assert_rejected(&round, "round", "can't be read");
    }

    #[test]
    fn pipes_sockets_and_devices_are_rejected_without_opening_them() {
        let folder = fixture_copy();
        let events = folder.path().join("bridge-repair/events.toml");
        fs::remove_file(&events).unwrap();
        let made = Command::new("mkfifo").arg(&events).status().unwrap();
        assert!(made.success());
        assert_rejected(folder.path(), "events.toml", "is a pipe");
        assert!(read_text(&events).unwrap_err().contains("a pipe"));
        fs::remove_file(&events).unwrap();
        let _socket = UnixListener::bind(&events).unwrap();
        assert_rejected(folder.path(), "events.toml", "is a socket");
        assert!(
            read_text("/dev/zero".as_ref())
                .unwrap_err()
                .contains("a device")
        );
    }

    #[test]
    fn control_characters_in_file_names_are_escaped() {
        let folder = fixture_copy();
        fs::write(folder.path().join("a\u{1b}[31m\n\u{202e}.toml"), "").unwrap();
        let report = library(folder.path()).unwrap_err().to_string();
        assert!(report.contains("a\\u{1b}[31m\\n\\u{202e}.toml"), "{report}");
        assert!(!report.contains(['\u{1b}', '\u{202e}']), "{report}");
    }
}
