//! From an empty folder to a published site: `says-who init`, and every step of the
//! workflow that it writes, with stand-ins on this machine for the host of the releases
//! and for GitHub.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]
#![cfg(target_os = "linux")]

mod release_host;
mod runner;

use std::fs;
use std::path::{Path, PathBuf};

use release_host::ReleaseHost;
use runner::{Event, Runner};
use says_who_tests::{Server, copy_files, edit, files, says_who};
use tempfile::TempDir;

/// A repository for data with the fixture in it.
struct Papers {
    host: ReleaseHost,
    folder: TempDir,
    repository: PathBuf,
}

/// Makes it as a publisher does.
fn papers() -> Papers {
    let host = ReleaseHost::start();
    let folder = tempfile::tempdir().unwrap();
    let repository = folder.path().join("papers");
    let output = says_who(&[
        "init",
        "papers",
        "--name",
        "The Bridge Papers",
        "--releases",
    ])
    .arg(host.address())
    .current_dir(&folder)
    .output()
    .unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{said}");
    let data = repository.join("data");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let is_of_dispute = |path: &Path| path.components().count() > 1;
    copy_files(&fixture, &data, is_of_dispute);
    let listed = r#"disputes = ["bridge-repair", "mill-clock"]"#;
    edit(&data.join("library.toml"), "disputes = []", listed);
    Papers {
        host,
        folder,
        repository,
    }
}

#[test]
fn a_push_publishes_and_a_correction_replaces_it() {
    let papers = papers();
    let repository = &papers.repository;
    let published = tempfile::tempdir().unwrap();
    let pages = Server::start(published.path(), "/papers/");

    let site = Runner::new(repository, &pages.address())
        .run(Event::Push)
        .unwrap();
    let page = fs::read_to_string(site.join("bridge-repair/index.html")).unwrap();
    assert!(page.contains("The Bridge Papers"));
    // As Pages says where the site is.
    assert!(page.contains(" data-base=\"/papers/\""));
    assert!(page.contains(&format!("\"{}bridge-repair/\"", pages.address())));
    pages.site.set_folder(&site.join(""));

    // A correction is a dated revision, and is registered.
    let summary = repository.join("data/bridge-repair/dispute.toml");
    edit(
        &summary,
        "summary = [\n  \"",
        "summary = [\n  \"Newly put: ",
    );
    let revision = "[[revision]]\ndate = 2021-03-15\nkind = \"wording\"\nwhat = \"The summary is clearer.\"\ntexts = [\"summary\"]\n\n[[alias]]";
    edit(&summary, "[[alias]]", revision);
    let mut register = says_who(&["register"]);
    assert!(register.current_dir(repository).status().unwrap().success());
    let next = Runner::new(repository, &pages.address())
        .run(Event::Push)
        .unwrap();
    let page = fs::read_to_string(next.join("bridge-repair/index.html")).unwrap();
    assert!(page.contains("Newly put: "));

    // What has problems does not replace what is published.
    edit(&summary, "summary = [", "sumary = [");
    let said = Runner::new(repository, &pages.address())
        .run(Event::Push)
        .unwrap_err();
    assert!(
        said.contains("::error file=data/bridge-repair/dispute.toml,line="),
        "{said}"
    );
    assert!(said.contains("did you mean `summary`"), "{said}");
}

#[test]
fn nothing_of_a_pull_request_is_run() {
    let papers = papers();
    let (repository, folder) = (&papers.repository, papers.folder.path());
    let request = folder.join("request");
    copy_files(repository, &request, |_| true);
    // The request brings a script, a program and a workflow of its own.
    let ran = folder.join("ran");
    let script = format!("#!/bin/sh\ntouch {}\n", ran.display());
    for file in ["fetch-says-who.sh", "says-who", "data/says-who"] {
        fs::write(request.join(file), &script).unwrap();
    }
    fs::write(request.join(".github/workflows/publish.yml"), "jobs: {}").unwrap();
    let runner = || Runner::new(repository, "https://papers.example/");
    // A file that is no data is refused, too.
    let said = runner().run(Event::PullRequest(&request)).unwrap_err();
    assert!(said.contains("says-who"), "{said}");
    fs::remove_file(request.join("data/says-who")).unwrap();

    let preview = runner().run(Event::PullRequest(&request)).unwrap();
    assert!(preview.join("bridge-repair/index.html").exists());
    assert!(!ran.exists());

    // A link could lead to what is not the request's.
    std::os::unix::fs::symlink("/etc", request.join("data/etc")).unwrap();
    let said = runner().run(Event::PullRequest(&request)).unwrap_err();
    assert!(
        said.contains("a link that leads out of the data folder"),
        "{said}"
    );
    fs::remove_file(request.join("data/etc")).unwrap();

    edit(
        &request.join("data/bridge-repair/points/who-pays.toml"),
        "question = ",
        "qestion = ",
    );
    let said = runner().run(Event::PullRequest(&request)).unwrap_err();
    assert!(
        said.contains("::error file=data/bridge-repair/points/who-pays.toml,line=1,"),
        "{said}"
    );
    assert!(!ran.exists());
}

#[test]
fn another_program_than_the_pinned_one_is_not_unpacked() {
    let Papers {
        host, repository, ..
    } = &papers();
    let run = || Runner::new(repository, "https://papers.example/").run(Event::Push);
    host.replace_archive(b"another");
    let said = run().unwrap_err();
    assert!(said.contains("has another digest"), "{said}");
    assert!(said.contains("nothing was unpacked"), "{said}");
    host.remove_archive();
    let said = run().unwrap_err();
    assert!(
        said.contains("can't be downloaded; nothing was changed"),
        "{said}"
    );
}

#[test]
fn a_repository_is_made_whole_or_not_at_all() {
    let host = ReleaseHost::start();
    let folder = tempfile::tempdir().unwrap();
    let init = |arguments: &[&str]| {
        let output = says_who(&["init"])
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.success(), said)
    };
    fs::create_dir(folder.path().join("taken")).unwrap();
    fs::write(folder.path().join("taken/thesis.txt"), "years").unwrap();
    let releases = host.address();
    let digest = "0".repeat(64);
    for (arguments, why) in [
        (vec!["x"], "--releases https://github.com/OWNER/NAME"),
        (
            vec!["taken", "--releases", &releases],
            "has `thesis.txt` in it",
        ),
        (
            vec!["x", "--releases", "github.com/x"],
            "is no address of releases",
        ),
        (
            vec!["x", "--releases", "https://x/$(id)"],
            "is no address of releases",
        ),
        (
            vec!["x", "--releases", &releases, "--sha256", "12"],
            "is no SHA-256",
        ),
        (
            vec!["x", "--releases", "http://127.0.0.1:1"],
            "can't be downloaded",
        ),
        (
            vec!["x", "--releases", &releases, "--contact", "nobody"],
            "contact",
        ),
        (
            vec!["x", "--releases", &releases, "--name", &digest],
            "data/library.toml:8:8",
        ),
    ] {
        let (succeeded, said) = init(&arguments);
        assert!(!succeeded && said.contains(why), "{arguments:?}: {said}");
        assert!(!folder.path().join("x").exists(), "{arguments:?}");
    }
    host.remove_checksums();
    let (succeeded, said) = init(&["x", "--releases", &releases]);
    assert!(!succeeded && said.contains("or give the digest"), "{said}");
    // With the digest no network is needed.
    let (succeeded, said) = init(&["x y", "--releases", &releases, "--sha256", &digest]);
    assert!(succeeded, "{said}");
    assert!(
        said.contains("\n  cd \"x y\"\n  says-who new NAME\n"),
        "{said}"
    );
    let names: Vec<String> = files(&folder.path().join("x y"))
        .iter()
        .map(|file| {
            file.strip_prefix(folder.path().join("x y"))
                .unwrap()
                .display()
                .to_string()
        })
        .filter(|name| !name.starts_with("data/.schema/"))
        .collect();
    assert_eq!(
        names,
        [
            ".gitattributes",
            ".github/workflows/publish.yml",
            ".gitignore",
            ".vscode/extensions.json",
            "README.md",
            "data/library.toml",
            "fetch-says-who.sh",
        ]
    );
    // Nothing is left beside it.
    let beside = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(beside, 2);
}
