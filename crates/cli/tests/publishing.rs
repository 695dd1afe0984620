//! The commands for publishing: what is refused before anything is built or
//! overwritten, and what is downloaded from a published site.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::fs;

use says_who_server::{Server, Site};
use support::{author, refused, says_who, says_who_on_host};

#[test]
fn bad_build_options_are_refused_and_change_nothing() {
    let folder = author();
    let folder = folder.path();
    let build = |setting: &str, value: &str, why: &str| {
        let mut arguments = vec!["build", "--data", "data", setting, value];
        if setting == "--data" {
            arguments.drain(1..3);
        }
        refused(&arguments, folder, why);
    };
    build("--public-url", "https://example.org/x/", "--origin");
    build("--public-url", "/a b/", "no blanks");
    build("--public-url", "/a/../b/", "`..` can't stand");
    build("--origin", "example.org", "no scheme");
    build("--origin", "https://example.org/repo/", "--public-url");
    build("--address", "example.org/repo/", "no scheme");
    build("--address", "https://example.org/?x", "no `?`");
    build("--out", "papers", "something other than an earlier site");
    build("--out", "papers/thesis.txt", "is a file");
    build("--out", "papers/thesis.txt/x", "can't be made");
    build("--out", "data/dist", "in the data");
    build("--out", ".", "holds the data");
    build("--data", "none", "there is no folder none");
    build("--data", "papers/thesis.txt", "is a file");
    build("--data", "papers", "library.toml");
    // `--previous` is read at the end of the build, and need not exist.
    build("--previous", "", "a value is required");
}

#[test]
fn the_host_says_where_the_site_will_be() {
    let folder = author();
    let folder = folder.path();
    let build = |host: &[(&str, &str)], arguments: &[&str]| {
        let arguments = [&["build", "--data", "data"], arguments].concat();
        says_who_on_host(host, &arguments, folder).1
    };
    let pages = ("SAYS_WHO_ADDRESS", "https://desk.example/papers/");
    let said = "the site will be at https://desk.example/papers/ (SAYS_WHO_ADDRESS)";
    assert!(build(&[pages], &[]).contains(said));
    // What is given counts.
    for given in [
        ["--address", "https://example.org/x/"],
        ["--public-url", "/x/"],
        ["--origin", "https://example.org"],
    ] {
        let printed = build(&[pages], &given);
        assert!(!printed.contains("the site will be at"), "{printed}");
    }
    let printed = build(&[("SAYS_WHO_ADDRESS", "desk.example")], &[]);
    assert!(
        printed.contains("SAYS_WHO_ADDRESS gives no address of a site: `desk.example`"),
        "{printed}"
    );
    assert!(!folder.join("dist").exists());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = author();
    let folder = folder.path();
    symlink("papers", folder.join("link")).unwrap();
    symlink("round", folder.join("round")).unwrap();
    let build = |arguments: &[&str], why: &str| {
        refused(&[&["build"], arguments].concat(), folder, why);
    };
    build(&["--data", "data", "--out", "link"], "is a link to papers");
    build(&["--data", "data", "--out", "round"], "is a link to round");
    build(&["--data", "data", "--out", "round/x"], "can't be made");
    build(&["--data", "round"], "is a link that can't be followed");
    symlink("..", folder.join("data/up")).unwrap();
    build(
        &["--data", "data"],
        "a link that leads out of the data folder",
    );
}

/// A published site, and the URL of a server for it.
struct Published {
    folder: tempfile::TempDir,
    address: String,
    _server: tokio::runtime::Runtime,
}

const APP: &str = "app-0123456789abcdef.js";
const OLDER: &str = "app-fedcba9876543210.js";
/// The SHA-256 of `app` and of `older`.
const DIGESTS: [&str; 2] = [
    "a172cedcae47474b615c54d510a5d84a8dea3032e958587430b413538be3f333",
    "da925a30e31f7fdaa7044e3e5ba4ae17670de82d677b0e7adf5700428a137a36",
];

impl Published {
    fn with(manifest: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join(APP), "app").unwrap();
        fs::write(root.join(OLDER), "older").unwrap();
        fs::write(root.join("404.html"), "nothing here").unwrap();
        if !manifest.is_empty() {
            fs::write(root.join("build.json"), manifest).unwrap();
        }
        let server = tokio::runtime::Runtime::new().unwrap();
        let preview = server
            .block_on(Server::bind(Site::new(root), "/repo/", 0))
            .unwrap();
        let address = format!("http://{}/repo/", preview.address().unwrap());
        server.spawn(preview.run());
        Self {
            folder,
            address,
            _server: server,
        }
    }

    /// The files that the command downloads, and its output.
    fn download(&self) -> (Vec<String>, String) {
        let into = tempfile::tempdir().unwrap();
        let (succeeded, printed) = says_who(
            &["published", &self.address, "--into", "previous"],
            into.path(),
        );
        assert!(succeeded, "{printed}");
        // Nothing is written outside the folder.
        assert_eq!(fs::read_dir(into.path()).unwrap().count(), 1);
        let mut names: Vec<String> = fs::read_dir(into.path().join("previous"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        (names, printed)
    }
}

fn entry(path: &str, size: usize, digest: &str) -> String {
    format!(
        r#"{{"path": "{path}", "size": {size}, "sha256": "{digest}", "named-by-digest": true}}"#
    )
}

fn manifest(files: &str, kept: &str) -> String {
    format!(r#"{{"format": 1, "files": [{files}], "kept": [{kept}]}}"#)
}

#[test]
fn files_of_a_published_site_are_downloaded_and_verified() {
    let good = manifest(&entry(APP, 3, DIGESTS[0]), &entry(OLDER, 5, DIGESTS[1]));
    let site = Published::with(&good);
    let (names, printed) = site.download();
    assert_eq!(names, [APP, OLDER, "build.json"], "{printed}");

    // One file has changed, the other one is gone.
    fs::write(site.folder.path().join(APP), "APP").unwrap();
    fs::remove_file(site.folder.path().join(OLDER)).unwrap();
    let (names, printed) = site.download();
    assert_eq!(names, ["build.json"], "{printed}");
    assert!(
        printed.contains(APP) && printed.contains(OLDER),
        "{printed}"
    );
    fs::write(site.folder.path().join(APP), "app and more").unwrap();
    assert_eq!(site.download().0, ["build.json"]);
}

#[test]
fn before_the_first_publication_there_is_nothing_to_download() {
    let (names, printed) = Published::with("").download();
    assert!(names.is_empty(), "{names:?}");
    assert!(printed.contains("nothing to keep"), "{printed}");
    for garbled in ["{", "<!DOCTYPE html>", r#"{"format": 2}"#] {
        let (names, printed) = Published::with(garbled).download();
        assert_eq!(names, ["build.json"], "{printed}");
        assert!(printed.contains("nothing to keep"), "{printed}");
    }
    let into = tempfile::tempdir().unwrap();
    // No server listens on port 1.
    let (succeeded, printed) = says_who(
        &["published", "http://127.0.0.1:1/x/", "--into", "previous"],
        into.path(),
    );
    assert!(
        succeeded && printed.contains("nothing to keep"),
        "{printed}"
    );
}

#[test]
fn a_hostile_site_writes_no_files_elsewhere() {
    for path in [
        format!("../{APP}"),
        format!("/tmp/{APP}"),
        format!("x/../../{APP}"),
        format!("--output={APP}"),
        "file:///etc/passwd".to_owned(),
    ] {
        let bad = manifest(&entry(&path, 3, DIGESTS[0]), "");
        let (names, printed) = Published::with(&bad).download();
        assert_eq!(names, ["build.json"], "{path}: {printed}");
        assert!(printed.contains("no path"), "{path}: {printed}");
    }
}

#[test]
fn bad_addresses_and_folders_are_refused() {
    let folder = author();
    let folder = folder.path();
    for address in [
        "example.org",
        "file:///etc/",
        "-o",
        "https://example.org/?x",
        "https://example.org/a b/",
    ] {
        let (succeeded, printed) =
            says_who(&["published", "--into", "previous", "--", address], folder);
        assert!(
            !succeeded && printed.contains("no address"),
            "{address}: {printed}"
        );
    }
    let good = "http://127.0.0.1:1/";
    for into in ["papers", "papers/thesis.txt"] {
        refused(&["published", good, "--into", into], folder, "no");
    }
}
