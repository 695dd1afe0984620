//! Registering data before it is published, and pruning registers: removing what was
//! never published.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod data;
mod pruning;
#[path = "../support/mod.rs"]
mod support;

use data::{Data, HEAD, POINT, REGISTER};
use says_who_model::read::{InputFile, library, publishable, register_updates};

#[test]
fn an_unregistered_dispute_is_a_draft() {
    let mut data = Data::new();
    data.0.retain(|file| file.path != REGISTER);
    assert!(library("data", &data.0).is_ok());
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(
        due.contains("data/bridge-repair/register.toml:1:1: error[register]: `bridge-repair` is not registered yet")
            && due.contains("1 problem"),
        "{due}"
    );
    data.register();
    assert!(publishable("data", &data.0, &[]).is_ok());
}

#[test]
fn a_change_needs_a_revision_and_then_registration() {
    let mut data = Data::new();
    data.replace(POINT, "Was notice", "Was a notice");
    data.replace(
        POINT,
        "\n[[statement]]",
        "\nrests-on = [\"mayor-never-saw-it\"]\n\n[[statement]]",
    );
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(
        due.contains("no revision says that `notice-given` changed"),
        "{due}"
    );
    assert!(due.contains("`items = [\"notice-given\"]`"), "{due}");
    assert!(!due.contains("the register lacks"), "{due}");
    assert_eq!(
        register_updates("data", &data.0, &[])
            .unwrap_err()
            .to_string(),
        due
    );
    data.revise("2021-03-20");
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(due.contains("the register lacks `notice-given`\n"), "{due}");
    data.register();
    assert!(publishable("data", &data.0, &[]).is_ok());
}

#[test]
fn an_unlisted_point_is_one_problem() {
    // It refers to missing ids, has a quotation that was never verified, and repeats
    // an id of the dispute.
    let left_over = "question = \"What?\"\nstatus = \"agreed\"\nrests-on = [\"nothing\"]\n\n[[statement]]\nid = \"engineer-sent-letter\"\nspeaker = \"nobody\"\nsaid = \"“Words.”\"\nwhen = { date = 2021-03-10 }\nchain = [{ hop = \"said\", to = \"all\" }, { hop = \"reported\", source = \"none\" }]\n";
    for (name, help) in [
        (
            "first-point",
            "what to do: delete this file if it is the example",
        ),
        ("zeroth", "or delete this file if it is left over"),
    ] {
        let mut data = Data::new();
        let path = format!("bridge-repair/points/{name}.toml");
        data.put(&path, left_over.to_owned());
        let report = library("data", &data.0).unwrap_err().to_string();
        assert!(
            report.contains(&format!(
                "data/{path}:1:1: error[files]: the point `{name}` is not listed"
            )) && report.contains(help)
                && report.ends_with("\n1 problem"),
            "{report}"
        );
        // Problems in other files are reported too.
        data.replace(POINT, "speaker = \"mayor\"", "speaker = \"major\"");
        let report = library("data", &data.0).unwrap_err().to_string();
        assert!(
            report.contains("`major`") && report.ends_with("\n2 problems"),
            "{report}"
        );
    }
    // A point with valid references that is missing from the list.
    let mut data = Data::new();
    data.replace(HEAD, "points = [\"notice-given\", ", "points = [");
    let report = library("data", &data.0).unwrap_err().to_string();
    assert!(
        report.contains("`notice-given` is not listed") && report.ends_with("\n1 problem"),
        "{report}"
    );
}

/// Speakers were no items once: a register of that time is valid, and lacks their ids.
#[test]
fn a_register_from_before_speakers_were_items_is_completed() {
    let mut data = Data::new();
    let now = data.text(REGISTER);
    let speakers = ["county-engineer", "town-clerk", "mayor", "valley-courier"];
    let is_speaker = |line: &&str| {
        speakers
            .iter()
            .any(|id| line.starts_with(&format!("{id} = ")))
    };
    let before: Vec<&str> = now.lines().filter(|line| !is_speaker(line)).collect();
    let before = before.join("\n") + "\n";
    assert_eq!(before.lines().count() + 4, now.lines().count());
    data.put(REGISTER, before.clone());
    assert!(publishable("data", &data.0, &[]).is_ok());
    // No revision is needed.
    data.register();
    let added = data.text(REGISTER);
    assert!(added.starts_with(&before), "{added}");
    assert!(publishable("data", &data.0, &[]).is_ok());

    // The next new speaker is like any new item.
    let speakers = data.text("bridge-repair/speakers.toml");
    let another = "\n[lock-keeper]\nname = \"Pia Holm\"\nfor = \"third-party\"\n";
    data.put("bridge-repair/speakers.toml", speakers + another);
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(due.contains("the register lacks `lock-keeper`"), "{due}");
}

#[test]
fn a_change_of_a_speaker_needs_a_revision() {
    let mut data = Data::new();
    let clerk = "name = \"a town clerk\"";
    data.replace(
        "bridge-repair/speakers.toml",
        clerk,
        "name = \"a former clerk\"",
    );
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    // Their statements show the name too.
    for id in ["`town-clerk`", "`clerk-on-register`", "`notice-given`"] {
        assert!(due.contains(id), "{due}");
    }
    assert!(!due.contains("`mayor`"), "{due}");
}

/// A checkout can have other line endings.
#[test]
fn crlf_line_endings_are_equivalent() {
    let data = Data::new();
    let mut other = Data::new();
    let texts = other.0.iter_mut();
    for file in texts.filter(|file| file.path.ends_with(".toml")) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replace('\n', "\r\n").into_bytes();
    }
    assert_eq!(library("data", &other.0), library("data", &data.0));
    assert_eq!(
        register_updates("data", &other.0, &[]),
        register_updates("data", &data.0, &[])
    );
    assert_eq!(other.site(), data.site());
    assert!(publishable("data", &other.0, &[]).is_ok());
    // Problems keep their places.
    let broken = |data: &mut Data| {
        data.replace(POINT, "speaker = \"mayor\"", "speaker = \"major\"");
        library("data", &data.0).unwrap_err()
    };
    assert_eq!(broken(&mut other), broken(&mut Data::new()));
}

#[test]
fn texts_of_the_example_must_not_be_published() {
    let file = |text: &str| InputFile {
        path: "dispute.toml".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let data = Data::new();
    assert!(publishable("data", &data.0, &[file("id = \"bridge-repair\"")]).is_ok());
    // An author may write the first text too; the second one must be from the example.
    let example = file(
        "order-note = \"The sides stand in alphabetical order.\"\n[[a]]\nb = [{ c = \"Asked by the  newspaper, the county gave no answer.\" }]",
    );
    let examples = [example];
    let report = publishable("data", &data.0, &examples)
        .unwrap_err()
        .to_string();
    assert!(
        report.contains("data/bridge-repair/points/later-notice.toml:7:8: error[examples]: `Asked by the newspaper, the county gave no answer.` is the text")
            && report.contains("1 problem"),
        "{report}"
    );
    assert_eq!(
        register_updates("data", &data.0, &examples)
            .unwrap_err()
            .to_string(),
        report
    );
    assert!(library("data", &data.0).is_ok());
}
