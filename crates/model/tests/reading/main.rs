//! What is accepted, what is rejected, and the message for it.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod edits;
mod encodings;
mod file_names;
mod fingerprints;
mod parties;
mod robustness;
mod sourcing;
#[path = "../support/mod.rs"]
mod support;
mod valid_data;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use edits::{changed, read_edited, replaced, with};
use says_who_model::read::{InputFile, RULES, Report, library, publishable};
use support::fixture;

/// The fixture with the change of a corpus case: in one file, a text is replaced.
fn case(path: &Path) -> Vec<InputFile> {
    let case: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let part = |key: &str| case[key].as_str().unwrap().to_owned();
    changed(&part("file"), |bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(
            text.contains(&part("find")),
            "the fixture does not contain the text"
        );
        *bytes = text
            .replacen(&part("find"), &part("replace"), 1)
            .into_bytes();
    })
}

/// A text of the template of a new dispute.
fn examples() -> [InputFile; 1] {
    [InputFile {
        path: "sources.toml".to_owned(),
        bytes: b"headline = \"Headline of the article\"".to_vec(),
    }]
}

/// The rule that a case tests: its file name up to the first dot.
fn rule_of(path: &Path) -> String {
    path.file_name()
        .unwrap()
        .to_str()
        .unwrap()
        .split('.')
        .next()
        .unwrap()
        .to_owned()
}

#[test]
fn each_broken_rule_is_reported() {
    insta::glob!("..", "reject/*.toml", |path| {
        let report = publishable("data", &case(path), &examples()).unwrap_err();
        let rules: BTreeSet<&str> = report.problems().iter().map(|p| p.rule()).collect();
        assert!(rules.contains(rule_of(path).as_str()), "{report}");
        insta::assert_snapshot!(report);
    });
}

#[test]
fn data_that_only_looks_wrong_is_accepted() {
    insta::glob!("..", "accept/*.toml", |path| {
        let read = library("data", &case(path)).unwrap();
        // The replacement must change the library.
        assert_ne!(read, library("data", &fixture()).unwrap());
    });
}

#[test]
fn a_text_is_a_part_of_a_dispute_and_no_article() {
    let put = |length: usize| {
        with("bridge-repair/points/who-pays.toml", |bytes| {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let long = "word ".repeat(length / 5);
            *bytes = text.replace("The county has to pay.", &long).into_bytes();
        })
    };
    assert!(put(20_000).is_ok());
    insta::assert_snapshot!(put(1_000_000).unwrap_err());
}

#[test]
fn every_syntax_error_of_a_file_is_reported() {
    let path = "bridge-repair/events.toml";
    let files = replaced(&[
        (path, "what = \"", "what = “"),
        (path, "\nwhat = \"", "\nwhat = “"),
    ]);
    insta::assert_snapshot!(library("data", &files).unwrap_err());
    let files = replaced(&[(path, "what = ", "what  "), (path, "\nwhat = ", "\nwhat  ")]);
    insta::assert_snapshot!(library("data", &files).unwrap_err());
}

/// A file that can't be parsed does not hide the mistakes in the others, and causes no
/// false ones.
#[test]
fn a_file_with_a_syntax_error_hides_no_mistake_of_another() {
    let fixture = fixture();
    let paths = fixture.iter().map(|file| file.path.as_str());
    for path in paths.filter(|path| path.ends_with(".toml")) {
        let mut files = fixture.clone();
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        file.bytes.extend(b"\n= 1\n");
        let report = library("data", &files).unwrap_err();
        let files: BTreeSet<&str> = report.problems().iter().map(|p| p.file()).collect();
        assert_eq!(files.len(), 1, "{path}: {report}");
        assert!(
            report.problems().iter().all(|p| p.rule() == "toml"),
            "{report}"
        );
    }
    let files = replaced(&[
        ("bridge-repair/events.toml", "what = \"", "what = “"),
        (
            "bridge-repair/points/who-pays.toml",
            "speaker = \"",
            "speaker = \"no-",
        ),
        (
            "bridge-repair/points/notice-given.toml",
            "date = 20",
            "date = 21",
        ),
        (
            "bridge-repair/open-questions.toml",
            "points = [\"",
            "points = [\"no-",
        ),
    ]);
    insta::assert_snapshot!(library("data", &files).unwrap_err());
}

#[test]
fn every_rule_has_a_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reject");
    let cases: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| rule_of(&entry.unwrap().path()))
        .collect();
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(cases, rules);
}

#[test]
fn what_is_no_text_is_reported() {
    let file = "bridge-repair/sources.toml";
    let mut reports = Vec::new();
    for bytes in [
        b"a = \"\xff\"".to_vec(),
        b"a = 1\nb = \"\0\"".to_vec(),
        vec![b'#'; 10 * 1024 * 1024],
    ] {
        reports.push(with(file, |old| *old = bytes).unwrap_err().problems()[0].to_string());
    }
    insta::assert_snapshot!(reports.join("\n"));
}

#[test]
fn nothing_at_all_is_reported() {
    insta::assert_snapshot!(library("data", &[]).unwrap_err());
}

#[test]
fn several_problems_come_in_one_report() {
    let mut files = fixture();
    for file in &mut files {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text
            .replace('”', "")
            .replace("https://", "ftp://")
            .into_bytes();
    }
    let report = library("data", &files).unwrap_err();
    let files: BTreeSet<&str> = report
        .problems()
        .iter()
        .map(|problem| problem.file())
        .collect();
    assert!(report.problems().len() > 4 && files.len() > 2, "{report}");
    assert!(report.problems().is_sorted());
}

#[test]
fn an_ellipsis_in_a_position_must_not_drop_a_negation() {
    const POINT: &str = "mill-clock/points/clock-agreed.toml";
    const HEAD: &str = "mill-clock/dispute.toml";
    let loses = |position: &str| {
        let said = "“The parish has not asked the mill.”";
        let read = read_edited(&[
            (POINT, "“Nobody asked the mill.”", said),
            (HEAD, "“Nobody asked the mill”", position),
        ]);
        let problems = read.err();
        let mut problems = problems.iter().flat_map(Report::problems);
        problems.any(|problem| problem.message().contains("leaves out a “not”"))
    };
    assert!(loses("“The parish has … asked the mill”"));
    assert!(!loses("“The parish … not asked the mill”"));
}

#[test]
fn points_do_not_rest_on_each_other_alone() {
    const PAYS: &str = "bridge-repair/points/who-pays.toml";
    const NOTICE: &str = "bridge-repair/points/notice-given.toml";
    let rests = |pays: &str, notice: &str| {
        let pays = format!("status = \"one-side-only\"\nrests-on = [{pays}]");
        let notice = format!("status = \"disputed-fact\"\nrests-on = [{notice}]");
        read_edited(&[
            (PAYS, "status = \"one-side-only\"", &pays),
            (NOTICE, "status = \"disputed-fact\"", &notice),
        ])
    };
    let circle = rests("\"notice-given\"", "\"who-pays\"").unwrap_err();
    insta::assert_snapshot!(circle);
    assert!(rests("\"notice-given\"", "\"mayor-never-saw-it\"").is_ok());
    let both = "\"who-pays\", \"mayor-never-saw-it\"";
    assert!(rests("\"notice-given\"", both).is_ok());
}
