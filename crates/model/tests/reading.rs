//! What is accepted, what is rejected, and the message for it.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use says_who_model::read::{InputFile, RULES, Report, library, publishable};
use says_who_model::{Fingerprint, Library, Span};
use support::fixture;

/// Reads the fixture with one file changed.
#[track_caller]
fn with(file: &str, change: impl FnOnce(&mut Vec<u8>)) -> Result<Library, Report> {
    library("data", &changed(file, change))
}

/// The fixture with one file changed.
#[track_caller]
fn changed(file: &str, change: impl FnOnce(&mut Vec<u8>)) -> Vec<InputFile> {
    let mut files = fixture();
    change(
        &mut files
            .iter_mut()
            .find(|known| known.path == file)
            .unwrap()
            .bytes,
    );
    files
}

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
    insta::glob!("reject/*.toml", |path| {
        let report = publishable("data", &case(path), &examples()).unwrap_err();
        let rules: BTreeSet<&str> = report.problems().iter().map(|p| p.rule()).collect();
        assert!(rules.contains(rule_of(path).as_str()), "{report}");
        insta::assert_snapshot!(report);
    });
}

#[test]
fn data_that_only_looks_wrong_is_accepted() {
    insta::glob!("accept/*.toml", |path| {
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

/// Replaces text in files of the fixture.
fn replaced(changes: &[(&str, &str, &str)]) -> Vec<InputFile> {
    let mut files = fixture();
    for (path, from, to) in changes {
        let file = files.iter_mut().find(|file| file.path == *path).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains(from), "{path}");
        file.bytes = text.replacen(from, to, 1).into_bytes();
    }
    files
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
fn ten_thousand_statements_are_accepted() {
    let statement = |index: usize| {
        format!(
            "\n[[statement]]\nid = \"said-{index}\"\nspeaker = \"mayor\"\nsaid = \"The county has to pay {index}.\"\nwhen = {{ date = 2021-03-09 }}\nchain = [{{ hop = \"said\", to = \"listeners\" }}, {{ hop = \"reported\", source = \"radio-bridge\" }}]\n"
        )
    };
    let read = with("bridge-repair/points/who-pays.toml", |bytes| {
        let more: String = (0..10_000).map(statement).collect();
        bytes.extend(more.into_bytes());
    })
    .unwrap();
    let point = &read.disputes[0].points[1];
    assert_eq!(point.statements().count(), 10_001);
}

#[test]
fn the_id_of_a_dispute_follows_the_rules_for_ids() {
    for name in [
        "share",
        "index.html",
        "Bridge Repair",
        "bridge\u{202e}-repair",
    ] {
        let mut files = fixture();
        for file in &mut files {
            file.path = file.path.replace("bridge-repair", name);
            if file.path == "library.toml" {
                file.bytes = format!("disputes = [\"{name}\"]").into_bytes();
            }
        }
        let report = library("data", &files).unwrap_err().to_string();
        assert!(report.contains("error[given-ids]"), "{report}");
    }
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

/// These bytes are not valid text, so they can't be in the corpora.
#[test]
fn other_encodings_are_reported_once_per_file() {
    const FILE: &str = "bridge-repair/sources.toml";
    let text = "[a-source]\noutlet = \"The “Courier”\"\n";
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    for (bytes, at, says) in [
        (wide(u16::to_le_bytes), "1:1", "UTF-16"),
        (wide(u16::to_be_bytes), "1:1", "UTF-16"),
        (marked(b"\xff\xfe", wide(u16::to_le_bytes)), "1:1", "UTF-16"),
        (marked(b"\xfe\xff", wide(u16::to_be_bytes)), "1:1", "UTF-16"),
        (
            b"[a]\noutlet = \"\x93Courier\x94\"\n".to_vec(),
            "2:11",
            "in Windows-1252 it is `“`",
        ),
        (text.as_bytes()[..27].to_vec(), "2:15", "cut off"),
        (b"PK\x03\x04 and more".to_vec(), "1:1", "office program"),
        (b"a = 1\rb = 2\r".to_vec(), "1:6", "U+000D"),
    ] {
        let report = with(FILE, |old| *old = bytes).unwrap_err();
        let mut of_file = report
            .problems()
            .iter()
            .filter(|one| one.file().ends_with(FILE));
        let problem = of_file.next().unwrap().to_string();
        assert!(
            problem.contains(&format!(":{at}: error[text]: ")),
            "{problem}"
        );
        assert!(problem.contains(says), "{problem}");
        assert_eq!(of_file.next(), None);
    }
}

#[test]
fn a_copy_of_a_point_file_is_rejected() {
    for name in [
        "Copy of who-pays",
        "who-pays (1)",
        "who-pays - Copy",
        "WHO-PAYS",
    ] {
        let mut files = fixture();
        let point = files
            .iter()
            .find(|file| file.path.ends_with("/who-pays.toml"));
        let bytes = point.unwrap().bytes.clone();
        let path = format!("bridge-repair/points/{name}.toml");
        files.push(InputFile { path, bytes });
        let report = library("data", &files).unwrap_err().to_string();
        let help = "delete this file if it is a copy; otherwise name it anew: an id is made of";
        assert!(report.contains(help), "{report}");
    }
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
fn a_byte_order_mark_and_crlf_are_accepted() {
    let plain = library("data", &fixture()).unwrap();
    let mut files = fixture();
    let data = |file: &&mut InputFile| file.path.ends_with(".toml");
    for file in files.iter_mut().filter(data) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    }
    assert_eq!(library("data", &files).unwrap(), plain);
}

#[test]
fn a_revision_of_the_summary_concerns_no_item() {
    let of_texts = with("bridge-repair/dispute.toml", |bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = text
            .replace(
                "items = [\"engineer-sent-letter\"]",
                "texts = [\"summary\"]",
            )
            .into_bytes();
    });
    for (library, concerns) in [(library("data", &fixture()), true), (of_texts, false)] {
        let library = library.unwrap();
        let dispute = &library.disputes[0];
        let revision = dispute
            .revisions
            .iter()
            .find(|one| !one.is_first())
            .unwrap();
        let item = dispute
            .items()
            .find(|item| item.id().as_str() == "engineer-sent-letter");
        assert_eq!(revision.concerns(&item.unwrap()), concerns);
    }
}

#[test]
fn verbatim_and_paraphrased_spans_are_distinguished() {
    let read = library("data", &fixture()).unwrap();
    let point = &read.disputes[0].points[0];
    let statement = point
        .statements()
        .find(|s| s.id.as_str() == "engineer-sent-letter")
        .unwrap();
    assert_eq!(
        statement.wording.spans,
        [
            Span::Paraphrase("The county sent ".to_owned()),
            Span::Verbatim("a formal notice to the town hall".to_owned()),
            Span::Paraphrase(" on 1 March.".to_owned()),
        ]
    );
}

/// The fixture with texts replaced in several files.
#[track_caller]
fn edited(edits: &[(&str, &str, &str)]) -> Library {
    read_edited(edits).unwrap()
}

#[track_caller]
fn read_edited(edits: &[(&str, &str, &str)]) -> Result<Library, Report> {
    let mut files = fixture();
    for (file, find, replace) in edits {
        let file = files.iter_mut().find(|known| known.path == *file).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains(find), "{find}");
        file.bytes = text.replace(find, replace).into_bytes();
    }
    library("data", &files)
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

fn print(library: &Library, id: &str) -> Fingerprint {
    library.disputes[0]
        .fingerprint(&id.parse().unwrap())
        .unwrap()
}

#[test]
fn a_fingerprint_changes_only_with_the_content() {
    const POINT: &str = "bridge-repair/points/notice-given.toml";
    let before = edited(&[]);
    let said = edited(&[
        (POINT, "We never saw it", "We did not see it"),
        (
            "bridge-repair/quotations.toml",
            "We never saw it",
            "We did not see it",
        ),
    ]);
    assert_ne!(
        print(&before, "mayor-never-saw-it"),
        print(&said, "mayor-never-saw-it")
    );
    assert_ne!(print(&before, "notice-given"), print(&said, "notice-given"));
    for same in ["engineer-sent-letter", "who-pays", "closure-letter"] {
        assert_eq!(print(&before, same), print(&said, same), "{same}");
    }
    // Another source before it changes nothing.
    let source = "[radio-bridge]";
    let moved = edited(&[(
        "bridge-repair/sources.toml",
        source,
        "[aaa]\noutlet = \"A\"\nheadline = \"A\"\npublished = 2021-03-09\nlanguage = \"en\"\nlink-not-recorded = \"None.\"\nread = \"whole\"\n\n[radio-bridge]",
    )]);
    for item in before.disputes[0].items() {
        let id = item.id().as_str();
        assert_eq!(print(&before, id), print(&moved, id), "{id}");
    }
}

#[test]
fn renaming_an_item_keeps_its_fingerprint_and_versions() {
    const POINT: &str = "bridge-repair/points/notice-given.toml";
    const HEAD: &str = "bridge-repair/dispute.toml";
    let before = edited(&[]);
    let alias =
        "[[alias]]\nfrom = \"engineer-sent-letter\"\nto = \"engineer-wrote\"\n\n[[tombstone]]";
    let after = edited(&[
        (
            "bridge-repair/points/who-pays.toml",
            "\"engineer-sent-letter\"",
            "\"engineer-wrote\"",
        ),
        (
            POINT,
            "id = \"engineer-sent-letter\"",
            "id = \"engineer-wrote\"",
        ),
        (
            HEAD,
            "items = [\"engineer-sent-letter\"]",
            "items = [\"engineer-wrote\"]",
        ),
        (
            "bridge-repair/coverage.toml",
            "\"engineer-sent-letter\"",
            "\"engineer-wrote\"",
        ),
        (HEAD, "[[tombstone]]", alias),
    ]);
    assert_eq!(
        print(&before, "engineer-sent-letter"),
        print(&after, "engineer-wrote")
    );
    let earlier: Fingerprint = "aearlier".parse().unwrap();
    for (library, id) in [
        (&before, "engineer-sent-letter"),
        (&after, "engineer-wrote"),
    ] {
        let dispute = &library.disputes[0];
        let id = id.parse().unwrap();
        let (print, until) = dispute.versions(&id).next().unwrap();
        assert_eq!(print, earlier);
        assert_eq!((until.year, until.month, until.day), (2021, 3, 14));
        // The current version is not an earlier one.
        let now = dispute.fingerprint(&id).unwrap();
        assert!(dispute.versions(&id).all(|(print, _)| print != now));
    }
}

proptest! {
    #[test]
    fn only_valid_fingerprints_parse_and_they_round_trip(text in "\\PC{0,10}", good in "[a-z2-7]{8}") {
        prop_assert_eq!(good.parse::<Fingerprint>().unwrap().to_string(), good);
        if let Ok(print) = text.parse::<Fingerprint>() {
            prop_assert_eq!(print.to_string(), text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn reading_any_bytes_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400), which in any::<proptest::sample::Index>()) {
        let mut files = fixture();
        let which = which.index(files.len());
        files[which].bytes = bytes;
        let _ = library("data", &files);
    }

    #[test]
    fn reading_mutated_data_never_panics_and_reports_problems(
        which in any::<proptest::sample::Index>(),
        at in any::<proptest::sample::Index>(),
        length in 0usize..40,
        put in "[\\PC\n\"“”=\\[\\]{}]{0,12}",
    ) {
        let mut files = fixture();
        let which = which.index(files.len());
        let text = String::from_utf8(files[which].bytes.clone()).unwrap();
        let characters: Vec<char> = text.chars().collect();
        let start = at.index(characters.len() + 1);
        let end = (start + length).min(characters.len());
        let changed: String =
            characters[..start].iter().chain(&put.chars().collect::<Vec<_>>()).chain(&characters[end..]).collect();
        files[which].bytes = changed.into_bytes();
        match library("data", &files) {
            Ok(read) => prop_assert_eq!(library("data", &files).unwrap(), read),
            Err(report) => {
                prop_assert!(!report.problems().is_empty());
                for problem in report.problems() {
                    prop_assert!(RULES.iter().any(|rule| rule.name == problem.rule()));
                    prop_assert!(!problem.to_string().contains("can't be assembled"), "{}", problem);
                }
            }
        }
    }
}

/// Deleting a line is the most likely mistake.
#[test]
fn deleting_any_line_causes_no_internal_error() {
    for (index, file) in fixture().iter().enumerate() {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for gone in 0..lines.len() {
            let mut files = fixture();
            let rest: Vec<&str> = lines
                .iter()
                .enumerate()
                .filter(|(line, _)| *line != gone)
                .map(|(_, l)| *l)
                .collect();
            files[index].bytes = rest.join("\n").into_bytes();
            if let Err(report) = library("data", &files) {
                let text = report.to_string();
                assert!(
                    !text.contains("can't be assembled"),
                    "{}:{}: {text}",
                    file.path,
                    gone + 1
                );
            }
        }
    }
}
