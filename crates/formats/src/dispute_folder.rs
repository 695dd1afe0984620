//! Writes a dispute as the files of a folder.

use serde::Serialize;
use serde_json::Value;

use crate::format::Dispute;
use crate::toml_text::{ListStyle, TomlText, write};

const POINTS: &str = "points/";

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path below the dispute's folder, with `/` between folders.
    pub path: String,
    /// Its text, and the position of each value in it.
    pub written: TomlText,
}

/// The files of a dispute's folder. `schemas` is the relative path from there to the
/// folder of the JSON Schemas, like `../.schema/`; editors follow it.
///
/// # Panics
///
/// Never: every type of the format can be serialised.
#[must_use]
pub fn dispute_files(dispute: &Dispute, schemas: &str) -> Vec<OutputFile> {
    let file = |path: String, schema: &str, value: Value, list_style| {
        let up = "../".repeat(path.matches('/').count());
        let header = format!("#:schema {up}{schemas}{schema}.json\n\n");
        let written = write(&header, &value, list_style);
        OutputFile { path, written }
    };
    let named = |name: &str, value: Value, list_style| {
        file(format!("{name}.toml"), name, value, list_style)
    };
    let mut files = vec![
        named("dispute", value(&dispute.dispute), ListStyle::Tables),
        named("speakers", value(&dispute.speakers), ListStyle::Tables),
        named("sources", value(&dispute.sources), ListStyle::Tables),
    ];
    for (id, point) in &dispute.points {
        let path = format!("{POINTS}{}.toml", id.as_str());
        files.push(file(path, "point", value(point), ListStyle::Tables));
    }
    let mut add = |name: &str, value: Value, list_style| {
        files.push(named(name, value, list_style));
    };
    if !dispute.documents.is_empty() {
        add("documents", value(&dispute.documents), ListStyle::Tables);
    }
    if !dispute.events.is_empty() {
        add("events", value(&dispute.events), ListStyle::Tables);
    }
    if !dispute.open_questions.is_empty() {
        add(
            "open-questions",
            value(&dispute.open_questions),
            ListStyle::Tables,
        );
    }
    if let Some(quotations) = &dispute.quotations {
        add("quotations", value(quotations), ListStyle::Tables);
    }
    if !dispute.coverage.is_empty() {
        add("coverage", value(&dispute.coverage), ListStyle::Inline);
    }
    if !dispute.register.is_empty() {
        add("register", value(&dispute.register), ListStyle::Inline);
    }
    files
}

fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).expect("the format has text for keys and nothing that can fail")
}
