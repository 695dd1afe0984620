//! Checks the GitHub workflows: permissions, job dependencies, and what is tested.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

const PUBLISH: &str = include_str!("../../.github/workflows/pages.yml");
const LINKS: &str = include_str!("../../.github/workflows/links.yml");
const RELEASE: &str = include_str!("../../.github/workflows/release.yml");
/// The workflow of a repository that has nothing but data in it.
const DATA: &str = include_str!("../../crates/cli/template/repository/publish.yml");
const TEST: &str = include_str!("../../.github/workflows/test.yml");

/// The jobs of a workflow, each with its lines.
fn jobs(workflow: &str) -> BTreeMap<&str, Vec<&str>> {
    let (_, jobs) = workflow.split_once("\njobs:\n").unwrap();
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut name = "";
    for line in jobs.lines() {
        let key = line
            .strip_prefix("  ")
            .and_then(|line| line.strip_suffix(':'));
        if let Some(key) = key.filter(|key| !key.starts_with([' ', '#'])) {
            name = key;
        }
        found.entry(name).or_default().push(line.trim());
    }
    found.remove("");
    found
}

/// The value of a key in a job.
fn value<'a>(job: &[&'a str], key: &str) -> Option<&'a str> {
    let mut lines = job.iter();
    lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
}

/// The commands of a job.
fn commands<'a>(job: &[&'a str]) -> Vec<&'a str> {
    let lines = job.iter();
    lines
        .filter_map(|line| line.trim_start_matches("- ").strip_prefix("run: "))
        .collect()
}

#[test]
fn actions_are_pinned_and_have_few_permissions() {
    for (workflow, allowed) in [
        (PUBLISH, &["pages: write", "id-token: write"][..]),
        (TEST, &[]),
        (DATA, &["pages: write", "id-token: write"]),
        (LINKS, &["issues: write"]),
        (
            RELEASE,
            &["contents: write", "id-token: write", "attestations: write"],
        ),
    ] {
        let mut actions = 0;
        for line in workflow.lines() {
            let Some((_, action)) = line.split_once("uses: ") else {
                continue;
            };
            actions += 1;
            let (commit, version) = action
                .split_once('@')
                .and_then(|(_, pin)| pin.split_once(" # v"))
                .unwrap_or_else(|| panic!("{action} names no commit with its version"));
            assert!(
                commit.len() == 40 && commit.bytes().all(|c| c.is_ascii_hexdigit()),
                "{action}"
            );
            assert_eq!(version.split('.').count(), 3, "{action}");
        }
        assert!(actions >= 2);
        assert!(workflow.contains("\npermissions: {}\n"));
        let writes: Vec<&str> = workflow
            .lines()
            .map(str::trim)
            .filter(|line| line.ends_with(": write"))
            .collect();
        assert_eq!(writes, allowed);
        for (name, job) in jobs(workflow) {
            assert!(job.contains(&"permissions:"), "{name}");
        }
        // No expression is expanded in a shell command: branch names, for example,
        // could inject code.
        for line in workflow.lines().filter(|line| line.contains("run: ")) {
            assert!(!line.contains("${{") && !line.ends_with('|'), "{line}");
        }
    }
}

#[test]
fn publishing_waits_only_for_check_and_build() {
    let jobs = jobs(PUBLISH);
    let names: Vec<&str> = jobs.keys().copied().collect();
    assert_eq!(names, ["build", "check", "deploy"]);
    assert_eq!(value(&jobs["deploy"], "needs"), Some("[check, build]"));
    assert_eq!(value(&jobs["check"], "needs"), None);
    assert_eq!(value(&jobs["build"], "needs"), None);
    assert_eq!(commands(&jobs["check"]), ["cargo xtask check"]);
    for command in jobs.values().flat_map(|job| commands(job)) {
        assert!(!command.contains("xtask test"), "{command}");
    }
    // Runs are queued, so tests in this workflow would delay the next publication.
    assert!(PUBLISH.contains("\n  group: ${{ github.workflow }}\n  cancel-in-progress: false\n"));
    assert!(PUBLISH.contains("\non:\n  push:\n    branches: [main]\n  workflow_dispatch:\n\n"));
}

#[test]
fn a_release_is_written_by_a_job_that_runs_nothing_of_the_project() {
    let jobs = jobs(RELEASE);
    let names: Vec<&str> = jobs.keys().copied().collect();
    assert_eq!(names, ["build", "publish"]);
    assert_eq!(value(&jobs["publish"], "needs"), Some("build"));
    let (build, publish) = (&jobs["build"], &jobs["publish"]);
    assert!(!build.iter().any(|line| line.ends_with(": write")));
    for job in [build, publish] {
        let checks_out = job.iter().any(|line| line.contains("actions/checkout@"));
        let runs_project = commands(job).iter().any(|line| line.contains("cargo"));
        assert_eq!((checks_out, runs_project), (job == build, job == build));
    }
    // Every program that the documentation offers.
    for target in [
        "x86_64-unknown-linux-musl",
        "aarch64-unknown-linux-musl",
        "aarch64-apple-darwin",
        "x86_64-apple-darwin",
        "x86_64-pc-windows-msvc",
    ] {
        let line = format!("target: {target}");
        assert!(build.contains(&line.as_str()), "{target}");
    }
}

#[test]
fn a_tag_must_name_the_version_of_the_program() {
    let jobs = jobs(RELEASE);
    let check = commands(&jobs["build"])[0];
    let is_accepted = |tag: &str| {
        let mut shell = Command::new("bash");
        shell.args(["-ec", check]).env("GITHUB_REF_NAME", tag);
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        shell.current_dir(root).status().unwrap().success()
    };
    assert!(is_accepted(concat!("v", env!("CARGO_PKG_VERSION"))));
    assert!(!is_accepted("v99.0.0"));
    // A dot stands for itself alone.
    assert!(!is_accepted(
        &concat!("v", env!("CARGO_PKG_VERSION")).replace('.', "x")
    ));
}

#[test]
fn pull_requests_and_pushes_of_code_are_tested() {
    assert!(TEST.contains("\n  push:\n    branches: [main]\n  pull_request:\n"));
    // With a path filter, a required check would stay pending forever.
    assert!(!TEST.contains("paths"));
    let jobs = jobs(TEST);
    assert_eq!(commands(&jobs["test"]), ["cargo xtask test"]);
    assert_eq!(commands(&jobs["check"]), ["cargo xtask check"]);
    assert_eq!(value(&jobs["check"], "if"), None);
    assert_eq!(value(&jobs["test"], "needs"), Some("changes"));
    assert_eq!(
        value(&jobs["test"], "if"),
        Some("${{ !cancelled() && needs.changes.outputs.code != 'false' }}")
    );
}

/// A git repository, to run the `changes` job in.
struct Repository(tempfile::TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.git(&["init", "--quiet"]);
        repository
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .args(["-c", "user.name=x", "-c", "user.email=x@example.org"])
            .args(arguments)
            .current_dir(self.0.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Commits one more file; returns the commit hash.
    fn commit(&self, path: &str) -> String {
        let file = self.0.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, path).unwrap();
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", path]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn changes(&self, before: &str) -> String {
        let jobs = jobs(TEST);
        let output = self.0.path().join(".git/output");
        fs::write(&output, "").unwrap();
        let status = Command::new("bash")
            .args(["-e", "-c", commands(&jobs["changes"])[0]])
            .env("BEFORE", before)
            .env("GITHUB_OUTPUT", &output)
            .current_dir(self.0.path())
            .status()
            .unwrap();
        assert!(status.success());
        fs::read_to_string(output).unwrap().trim().to_owned()
    }
}

#[cfg(unix)]
#[test]
fn only_changes_of_data_alone_skip_the_tests() {
    let repository = Repository::new();
    let first = repository.commit("src/lib.rs");
    let data = repository.commit("data/dispute/points/a.toml");
    assert_eq!(repository.changes(&first), "code=false");
    let code = repository.commit("tests/data/b.toml");
    assert_eq!(repository.changes(&data), "code=true");
    assert_eq!(repository.changes(&first), "code=true");
    repository.commit("data.rs");
    assert_eq!(repository.changes(&code), "code=true");
    let moved = repository.commit("data/c.toml");
    repository.git(&["mv", "data/c.toml", "c.toml"]);
    repository.git(&["commit", "--quiet", "--message", "c"]);
    assert_eq!(repository.changes(&moved), "code=true");
    // A first push or a rewritten history, and a manual run.
    for before in ["0000000000000000000000000000000000000000", ""] {
        assert_eq!(repository.changes(before), "code=true");
    }
}
