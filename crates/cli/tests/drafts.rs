//! Publishing checks and drafts: `check` and `build` report the same problems, and
//! `register --published` removes drafts that were never published.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::fs;
use std::path::Path;

use support::{author, refused, says_who};

/// The lines of the output that belong to problems.
fn problems(output: &str) -> Vec<&str> {
    let is_problem = |line: &&str| {
        let line = line.trim_start();
        ["error", "  = help", "= help", "help", "--> "]
            .iter()
            .any(|begin| line.starts_with(begin))
    };
    output.lines().filter(is_problem).collect()
}

/// An edit that makes the data unfit to publish, and the expected message.
struct Refusal {
    file: &'static str,
    find: &'static str,
    replace: &'static str,
    expected: &'static str,
}

// Over 60 lines: a list of edits with the expected messages.
#[test]
fn check_reports_what_build_refuses_in_the_same_words() {
    const POINT: &str = "data/bridge-repair/points/who-pays.toml";
    const HEAD: &str = "data/bridge-repair/dispute.toml";
    let refusal = |file, find, replace, expected| Refusal {
        file,
        find,
        replace,
        expected,
    };
    for Refusal {
        file,
        find,
        replace,
        expected,
    } in [
        refusal(POINT, "question =", "question", "toml"),
        refusal(POINT, "\"mayor\"", "\"major\"", "`major`"),
        refusal(
            "data/bridge-repair/points/notice-given.toml",
            "a formal notice",
            "a formal note",
            "has not been verified",
        ),
        refusal(
            "data/bridge-repair/quotations.toml",
            "courier-bridge-closes",
            "radio-bridge-closes",
            "no longer a source",
        ),
        refusal(
            POINT,
            "Who pays",
            "Who is to pay",
            "no revision says that `who-pays`",
        ),
        refusal(
            HEAD,
            "8 March 2021",
            "8 March",
            "no revision says that `_accepted`",
        ),
        refusal(
            HEAD,
            "8 March 2021",
            "8 March",
            "what that rests on is not said",
        ),
        refusal(
            "data/bridge-repair/sources.toml",
            "[radio-bridge]",
            "[radio]\noutlet = \"Radio\"\nheadline = \"News\"\npublished = 2021-03-09\nlanguage = \"en\"\nlink = \"https://example.org/\"\nread = \"whole\"\n\n[radio-bridge]",
            "the register lacks `radio`",
        ),
        refusal(
            "data/bridge-repair/register.toml",
            "who-pays = ",
            "who-paid = ",
            "`who-paid` was published and is not there any more",
        ),
        refusal(
            "data/bridge-repair/sources.toml",
            "Mayor on the bridge",
            "Headline of the article",
            "is the text of the example",
        ),
        refusal(
            "data/library.toml",
            "bridge-repair",
            "bridge",
            "there is no folder `bridge`",
        ),
    ] {
        let folder = author();
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(find), "{file}: {find}");
        fs::write(&path, text.replacen(find, replace, 1)).unwrap();
        assert_both_refuse(folder.path(), expected);
    }
    // An unregistered draft, and a new dispute with placeholder texts.
    let folder = author();
    let register = folder.path().join("data/mill-clock/register.toml");
    fs::remove_file(register).unwrap();
    assert_both_refuse(folder.path(), "`mill-clock` is not registered yet");
    let folder = author();
    assert!(says_who(&["new", "park-gate", "data"], folder.path()).0);
    assert_both_refuse(
        folder.path(),
        "`What is in dispute here?` is the text of the example",
    );
    let (succeeded, printed) = says_who(&["register", "data"], folder.path());
    assert!(
        !succeeded && printed.contains("is the text of the example"),
        "{printed}"
    );
    assert!(!folder.path().join("data/park-gate/register.toml").exists());

    let folder = author();
    let (succeeded, printed) = says_who(&["check", "data"], folder.path());
    assert!(succeeded && printed.contains("no problems"), "{printed}");
}

/// Checks that both commands refuse the data with the same problems, including
/// `expected`.
#[track_caller]
fn assert_both_refuse(folder: &Path, expected: &str) {
    let (checked, by_check) = says_who(&["check", "data"], folder);
    let (built, by_build) = says_who(&["build", "--data", "data"], folder);
    assert!(!checked && !built, "{by_check}\n{by_build}");
    assert!(by_check.contains(expected), "{expected}: {by_check}");
    assert!(!by_check.contains("no problems"), "{by_check}");
    assert_eq!(problems(&by_check), problems(&by_build), "{expected}");
    assert!(!folder.join("dist").exists());
}

/// A published site: only its build manifest, with these versions.
fn published_site(versions: &str) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    let text = format!(r#"{{"format": 1, "files": [], "kept": []{versions}}}"#);
    fs::write(site.path().join("build.json"), text).unwrap();
    site
}

/// The versions in the fixture's registers, in the format of `build.json`.
fn registered_versions(folder: &Path) -> String {
    let disputes = ["bridge-repair", "mill-clock"].map(|dispute| {
        let path = folder.join(format!("data/{dispute}/register.toml"));
        let register: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        let ids = register.iter().map(|(id, versions)| {
            let prints = versions.as_array().unwrap().iter();
            let prints = prints.map(|version| version["fingerprint"].to_string());
            format!("\"{id}\": [{}]", prints.collect::<Vec<_>>().join(", "))
        });
        format!("\"{dispute}\": {{{}}}", ids.collect::<Vec<_>>().join(", "))
    });
    format!(r#", "versions": {{{}}}"#, disputes.join(", "))
}

#[test]
fn a_draft_that_was_registered_too_early_is_unregistered() {
    let folder = author();
    let folder = folder.path();
    let site = published_site(&registered_versions(folder));
    let site = site.path().to_str().unwrap();
    let register = folder.join("data/mill-clock/register.toml");
    let before = fs::read_to_string(&register).unwrap();
    let unregister = |more: &[&str]| {
        let arguments = [&["register", "--published", site, "data"], more].concat();
        says_who(&arguments, folder)
    };
    let (succeeded, printed) = unregister(&[]);
    assert!(
        succeeded && printed.contains("every registered version is in the published site"),
        "{printed}"
    );

    let sources = folder.join("data/mill-clock/sources.toml");
    let text = fs::read_to_string(&sources).unwrap();
    let draft = "\n[draft-report]\noutlet = \"A\"\nheadline = \"B\"\npublished = 2021-03-10\nlanguage = \"en\"\nlink = \"https://example.org/\"\nread = \"whole\"\n";
    fs::write(&sources, format!("{text}{draft}")).unwrap();
    let (succeeded, printed) = says_who(&["register", "data"], folder);
    assert!(succeeded, "{printed}");
    let registered = fs::read_to_string(&register).unwrap();
    assert_ne!(registered, before);
    // Removing a registered item is a problem.
    fs::write(&sources, &text).unwrap();
    assert!(!says_who(&["check", "data"], folder).0);

    let (succeeded, printed) = unregister(&["--dry-run"]);
    assert!(
        succeeded && printed.contains("would go: `draft-report`"),
        "{printed}"
    );
    assert_eq!(fs::read_to_string(&register).unwrap(), registered);
    let (succeeded, printed) = unregister(&[]);
    assert!(
        succeeded && printed.contains("gone: `draft-report`"),
        "{printed}"
    );
    assert_eq!(fs::read_to_string(&register).unwrap(), before);
    assert!(says_who(&["check", "data"], folder).0);
}

#[test]
fn without_a_copy_of_the_published_site_nothing_is_removed() {
    let folder = author();
    let folder = folder.path();
    let hostile = r#", "versions": {"../../papers": {"thesis": []}}"#;
    let escapes = r#", "versions": {"bridge-repair": {"x\u001b[2J": []}}"#;
    let newer =
        registered_versions(folder).replace("\"who-pays\": [", "\"who-pays\": [\"abcdefgh\", ");
    let sites = [
        ("", "does not say which versions"),
        (r#", "versions": {}"#, "none of these disputes"),
        (
            r#", "versions": {"elsewhere": {}}"#,
            "none of these disputes",
        ),
        (r#", "versions": []"#, "is no copy of a published site"),
        (hostile, "is no copy of a published site"),
        (escapes, "is no copy of a published site"),
        (
            &newer,
            "versions of `who-pays` that are missing from the register",
        ),
    ];
    for (versions, why) in sites {
        let site = published_site(versions);
        let site = site.path().to_str().unwrap();
        refused(&["register", "--published", site, "data"], folder, why);
    }
    let no_site = "is no copy of a published site";
    for site in ["papers", "papers/thesis.txt", "none", "data", "data/../.."] {
        refused(&["register", "--published", site, "data"], folder, no_site);
    }
    refused(&["register", "--dry-run", "data"], folder, "--published");
}
