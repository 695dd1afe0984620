//! Reads a dispute's folder into one value, and writes it back.

use std::collections::HashMap;
use std::fmt;

use indexmap::IndexMap;
use says_who_model::read::InputFile;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::format::{Dispute, Head, Id, Point};
use crate::toml_text::{ListStyle, TomlText, write};

const POINTS: &str = "points/";

/// Why a folder can't be read. `cargo xtask check` has better messages; data that it
/// accepts never causes this error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderError {
    /// The path of the file below the data folder.
    pub file: String,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; run `cargo xtask check`", self.file, self.why)
    }
}

impl std::error::Error for FolderError {}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path below the dispute's folder, with `/` between folders.
    pub path: String,
    /// Its text, and the position of each value in it.
    pub written: TomlText,
}

impl Dispute {
    /// Reads the dispute `id` from the files of a data folder.
    ///
    /// # Errors
    ///
    /// The first file that is missing or not valid.
    pub fn from_files(id: &str, files: &[InputFile]) -> Result<Self, FolderError> {
        let files = files.iter().map(|file| (file.path.as_str(), file));
        let folder = Folder {
            id,
            files: files.collect(),
        };
        let head: Head = folder.required("dispute.toml")?;
        let order = head.points.iter().chain(&head.after);
        let mut points = IndexMap::new();
        for point in order {
            let file = format!("{POINTS}{}.toml", point.as_str());
            points.insert(point.clone(), folder.required::<Point>(&file)?);
        }
        Ok(Self {
            schema: None,
            id: Id(id.to_owned()),
            dispute: head,
            speakers: folder.required("speakers.toml")?,
            sources: folder.required("sources.toml")?,
            points,
            documents: folder.optional("documents.toml")?.unwrap_or_default(),
            events: folder.optional("events.toml")?.unwrap_or_default(),
            open_questions: folder.optional("open-questions.toml")?.unwrap_or_default(),
            quotations: folder.optional("quotations.toml")?,
            coverage: folder.optional("coverage.toml")?.unwrap_or_default(),
            register: folder.optional("register.toml")?.unwrap_or_default(),
        })
    }

    /// The files of its folder. `schemas` is the relative path from there to the
    /// folder of the JSON Schemas, like `../.schema/`; editors follow it.
    ///
    /// # Panics
    ///
    /// Never: every type of the format can be serialised.
    #[must_use]
    pub fn to_files(&self, schemas: &str) -> Vec<OutputFile> {
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
            named("dispute", value(&self.dispute), ListStyle::Tables),
            named("speakers", value(&self.speakers), ListStyle::Tables),
            named("sources", value(&self.sources), ListStyle::Tables),
        ];
        for (id, point) in &self.points {
            let path = format!("{POINTS}{}.toml", id.as_str());
            files.push(file(path, "point", value(point), ListStyle::Tables));
        }
        let mut add = |name: &str, value: Value, list_style| {
            files.push(named(name, value, list_style));
        };
        if !self.documents.is_empty() {
            add("documents", value(&self.documents), ListStyle::Tables);
        }
        if !self.events.is_empty() {
            add("events", value(&self.events), ListStyle::Tables);
        }
        if !self.open_questions.is_empty() {
            add(
                "open-questions",
                value(&self.open_questions),
                ListStyle::Tables,
            );
        }
        if let Some(quotations) = &self.quotations {
            add("quotations", value(quotations), ListStyle::Tables);
        }
        if !self.coverage.is_empty() {
            add("coverage", value(&self.coverage), ListStyle::Inline);
        }
        if !self.register.is_empty() {
            add("register", value(&self.register), ListStyle::Inline);
        }
        files
    }
}

fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).expect("the format has text for keys and nothing that can fail")
}

struct Folder<'a> {
    id: &'a str,
    files: HashMap<&'a str, &'a InputFile>,
}

impl Folder<'_> {
    fn optional<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, FolderError> {
        let path = format!("{}/{name}", self.id);
        let Some(file) = self.files.get(path.as_str()) else {
            return Ok(None);
        };
        let folder_error = |why: String| FolderError {
            file: path.clone(),
            why,
        };
        let text =
            std::str::from_utf8(&file.bytes).map_err(|error| folder_error(error.to_string()))?;
        let text = text.trim_start_matches('\u{feff}');
        let read =
            toml::from_str(text).map_err(|error| folder_error(error.message().to_owned()))?;
        Ok(Some(read))
    }

    fn required<T: DeserializeOwned>(&self, name: &str) -> Result<T, FolderError> {
        self.optional(name)?.ok_or_else(|| FolderError {
            file: format!("{}/{name}", self.id),
            why: "it is missing".to_owned(),
        })
    }
}
