//! Writes a dispute as the files of a folder.

use serde::Serialize;

use crate::format::{Dispute, ListStyle, TomlText, to_toml};

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
#[must_use]
pub fn dispute_files(dispute: &Dispute, schemas: &str) -> Vec<OutputFile> {
    let folder = Folder { schemas };
    let (tables, inline) = (ListStyle::Tables, ListStyle::Inline);
    let mut files = vec![
        folder.file("dispute", &dispute.dispute, tables),
        folder.file("speakers", &dispute.speakers, tables),
        folder.file("sources", &dispute.sources, tables),
    ];
    for (id, point) in &dispute.points {
        let path = format!("{POINTS}{}.toml", id.as_str());
        files.push(folder.file_at(path, "point", point, tables));
    }
    if !dispute.documents.is_empty() {
        files.push(folder.file("documents", &dispute.documents, tables));
    }
    if !dispute.events.is_empty() {
        files.push(folder.file("events", &dispute.events, tables));
    }
    if !dispute.open_questions.is_empty() {
        files.push(folder.file("open-questions", &dispute.open_questions, tables));
    }
    if let Some(quotations) = &dispute.quotations {
        files.push(folder.file("quotations", quotations, tables));
    }
    if !dispute.coverage.is_empty() {
        files.push(folder.file("coverage", &dispute.coverage, inline));
    }
    if !dispute.register.is_empty() {
        files.push(folder.file("register", &dispute.register, inline));
    }
    files
}

/// Makes the files of a folder.
struct Folder<'a> {
    schemas: &'a str,
}

impl Folder<'_> {
    /// The file with this name, which is also that of its schema.
    fn file(&self, name: &str, table: &impl Serialize, list_style: ListStyle) -> OutputFile {
        self.file_at(format!("{name}.toml"), name, table, list_style)
    }

    fn file_at(
        &self,
        path: String,
        schema: &str,
        table: &impl Serialize,
        list_style: ListStyle,
    ) -> OutputFile {
        let up = "../".repeat(path.matches('/').count());
        let header = format!("#:schema {up}{}{schema}.json\n\n", self.schemas);
        let written = to_toml(&header, table, list_style);
        OutputFile { path, written }
    }
}
