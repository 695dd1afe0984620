//! Exported data can be imported again without changes.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::path::Path;

use proptest::prelude::*;
use says_who_formats::format::{Dispute, Head, Id};
use says_who_formats::sheet::{export, import, is_rejected};
use says_who_formats::validate;
use says_who_model::Library;
use says_who_model::read::{InputFile, library};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Every dispute of the fixtures, exported and as a library of its own.
fn disputes() -> Vec<(Dispute, Library)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["tests/fixture", "tests/fixture-large", "tests/fixture-keys"];
    let folders = folders.map(|folder| root.join(folder));
    let all = folders.iter().flat_map(|folder| {
        let files = says_who_files::read_folder(folder).unwrap();
        let library = says_who_files::library(folder).unwrap();
        let ids: Vec<String> = library.disputes.iter().map(|d| d.id.to_string()).collect();
        ids.into_iter()
            .map(|id| {
                let dispute = Dispute::from_files(&id, &files).unwrap();
                let mut alone = library.clone();
                alone.disputes.retain(|dispute| dispute.id.as_str() == id);
                (dispute, alone)
            })
            .collect::<Vec<_>>()
    });
    let all: Vec<_> = all.collect();
    assert!(all.len() >= 4);
    all
}

/// The files of a data folder with a single dispute.
fn files(dispute: &Dispute) -> Vec<InputFile> {
    let id = dispute.id.as_str();
    let library = InputFile {
        path: "library.toml".to_owned(),
        bytes: format!("disputes = [\"{id}\"]").into_bytes(),
    };
    let files = says_who_formats::dispute_files(dispute, "../.schema/").into_iter();
    let files = files.map(|file| InputFile {
        path: format!("{id}/{}", file.path),
        bytes: file.written.text.into_bytes(),
    });
    files.chain([library]).collect()
}

/// Reads the files with serde, which keeps texts as they are written.
fn read_with_serde(id: &Id, files: &[InputFile]) -> Dispute {
    fn read<T: DeserializeOwned>(id: &Id, name: &str, files: &[InputFile]) -> Option<T> {
        let path = format!("{}/{name}.toml", id.as_str());
        let file = files.iter().find(|file| file.path == path)?;
        Some(toml::from_str(std::str::from_utf8(&file.bytes).unwrap()).unwrap())
    }
    let head: Head = read(id, "dispute", files).unwrap();
    let listed = head.points.iter().chain(&head.after).cloned();
    let points = listed.map(|point| {
        let table = read(id, &format!("points/{}", point.as_str()), files).unwrap();
        (point, table)
    });
    Dispute {
        schema: None,
        format: says_who_model::format::VERSION,
        id: id.clone(),
        points: points.collect(),
        speakers: read(id, "speakers", files).unwrap(),
        sources: read(id, "sources", files).unwrap(),
        documents: read(id, "documents", files).unwrap_or_default(),
        events: read(id, "events", files).unwrap_or_default(),
        open_questions: read(id, "open-questions", files).unwrap_or_default(),
        quotations: read(id, "quotations", files),
        coverage: read(id, "coverage", files).unwrap_or_default(),
        register: read(id, "register", files).unwrap_or_default(),
        dispute: head,
    }
}

#[test]
fn toml_files_round_trip() {
    for (dispute, read) in disputes() {
        let files = files(&dispute);
        let again = Dispute::from_files(dispute.id.as_str(), &files).unwrap();
        assert_eq!(again, dispute);
        assert_eq!(read_with_serde(&dispute.id, &files), dispute);
        assert_eq!(library("data", &files).unwrap().disputes, read.disputes);
    }
}

#[test]
fn json_round_trips() {
    for (dispute, _) in disputes() {
        let json = serde_json::to_string_pretty(&dispute).unwrap();
        let again: Dispute = serde_json::from_str(&json).unwrap();
        assert_eq!(again, dispute);
    }
}

/// The parts of a dispute that a sheet has.
fn in_sheet(dispute: &Dispute) -> impl PartialEq + std::fmt::Debug + '_ {
    (
        &dispute.points,
        &dispute.speakers,
        &dispute.sources,
        &dispute.dispute.points,
        &dispute.dispute.after,
    )
}

/// Exports a dispute to a sheet and imports it again.
fn through_a_sheet(dispute: &Dispute) -> Dispute {
    let sheet = export(dispute);
    let imported = import(&dispute.id, &dispute.dispute, sheet.as_bytes());
    let again = imported.unwrap_or_else(|problems| panic!("{problems:#?}\n{sheet}"));
    assert_eq!(export(&again.dispute), sheet);
    again.dispute
}

#[test]
fn sheets_round_trip() {
    for (dispute, _) in disputes() {
        let mut again = through_a_sheet(&dispute);
        assert_eq!(in_sheet(&again), in_sheet(&dispute));
        // Remove references to items that the sheet doesn't have.
        again.dispute.revisions.truncate(1);
        again.dispute.aliases.clear();
        again.dispute.tombstones.clear();
        assert_eq!(validate(&again, "").err(), None);
    }
}

/// Every key of sources, chains and renderings.
#[test]
fn what_is_known_of_a_source_round_trips() {
    let (mut dispute, _) = disputes().remove(0);
    let hops = serde_json::json!([
        { "hop": "unknown", "note": "No source says." },
        { "hop": "passed-on", "by": "a clerk | of the court", "how": "by post",
          "where": "in Geneva", "verb": "sent" },
        { "hop": "filed", "by": "the court", "when": {
            "date": "2021-03-08", "part": "evening", "words": "on Monday",
            "counted-from": "2021-03-10", "other-calendar": "an: other", "note": "A note." } },
        { "hop": "published", "by": "the side", "when": { "unknown": "No date." } },
        { "hop": "carried", "source": "radio-bridge", "at": "minute 14:20" },
    ]);
    let points = dispute.points.values_mut();
    let statements = points.flat_map(|point| &mut point.statements);
    for statement in statements {
        for chain in statement
            .renderings
            .iter_mut()
            .map(|rendering| {
                rendering.indirect = true;
                rendering.note = Some("A note.".to_owned());
                &mut rendering.chain
            })
            .chain([&mut statement.chain])
        {
            *chain = serde_json::from_value(hops.clone()).unwrap();
        }
        statement.indirect = true;
    }
    let mut sources = dispute.sources.values_mut();
    let source = sources.next().unwrap();
    source.headline = None;
    source.headline_unknown = Some("It is cut off.".to_owned());
    source.description = Some("A report".to_owned());
    source.agency = Some("County Wire".to_owned());
    source.copy_read_at = Some("archive.example".to_owned());
    source.retrieved = Some(serde_json::from_value("2021-03-12".into()).unwrap());
    source.kind = Some(serde_json::from_value("post".into()).unwrap());
    let again = through_a_sheet(&dispute);
    assert_eq!(in_sheet(&again), in_sheet(&dispute));
    assert_eq!(read_with_serde(&dispute.id, &files(&dispute)), dispute);
}

/// A trimmed text: no format keeps white space at the ends.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-zA-Z]{1,12}",
        2 => "\\PC{1,8}",
        1 => Just("a | b \\ c: d".to_owned()),
        1 => Just("=1+1".to_owned()),
        1 => Just("'@'".to_owned()),
        1 => Just("\"quoted\", 'so' ; and\tso".to_owned()),
        1 => Just("# [[not]] {a = 1}".to_owned()),
        1 => Just("שלום \u{202e}مرحبا".to_owned()),
    ];
    proptest::collection::vec(part, 1..4).prop_map(|parts| {
        let text = parts.join(" ");
        // A chain can't contain line breaks.
        let text = text.replace(['\u{85}', '\u{2028}', '\u{2029}'], " ");
        match text.trim() {
            // Texts that look like program output are rejected in cells.
            text if text.is_empty() || is_rejected(text) => "x".to_owned(),
            text => text.to_owned(),
        }
    })
}

/// Replaces every free text of a value.
fn replace_texts(key: &str, value: &mut Value, texts: &mut impl Iterator<Item = String>) {
    const FREE: [&str; 13] = [
        "accepted",
        "authors",
        "contested",
        "headline",
        "how",
        "left-out",
        "name",
        "note",
        "outlet",
        "role",
        "said",
        "to",
        "verb",
    ];
    match value {
        Value::String(text) if FREE.contains(&key) => {
            *text = texts.next().unwrap();
        }
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| replace_texts(key, value, texts)),
        Value::Object(table) => table
            .iter_mut()
            // An alias refers to an id.
            .filter(|(key, _)| *key != "alias")
            .for_each(|(key, value)| replace_texts(key, value, texts)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_texts_round_trip(texts in proptest::collection::vec(text(), 1..20)) {
        for (dispute, _) in disputes().into_iter().take(1) {
            let mut value = serde_json::to_value(&dispute).unwrap();
            replace_texts("", &mut value, &mut texts.iter().cloned().cycle());
            let dispute: Dispute = serde_json::from_value(value).unwrap();
            let again = through_a_sheet(&dispute);
            prop_assert!(in_sheet(&again) == in_sheet(&dispute));
            prop_assert!(read_with_serde(&dispute.id, &files(&dispute)) == dispute);
        }
    }

    #[test]
    fn importing_any_bytes_never_panics(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        cells in proptest::collection::vec(proptest::collection::vec("\\PC{0,6}|yes|said|2022-01-31", 0..12), 0..8),
    ) {
        let (dispute, _) = disputes().remove(0);
        let id = Id::from("a");
        let _ = import(&id, &dispute.dispute, &bytes);
        let heads = "kind,point,id,speaker,said,date,to,source,chain,for,status,question\n";
        let rows: String = cells.iter().map(|row| row.join(",") + "\n").collect();
        let _ = import(&id, &dispute.dispute, (heads.to_owned() + &rows).as_bytes());
    }
}
