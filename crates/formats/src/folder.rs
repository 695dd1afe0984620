//! A dispute's folder, to and from one value.

use std::collections::HashMap;
use std::fmt;

use indexmap::IndexMap;
use says_who_model::read::InputFile;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::format::{Dispute, Head, Id, Point};
use crate::toml_text::{Lists, Written, write};

const POINTS: &str = "points/";

/// Why a folder could not be taken as one value. The check says it better:
/// data that it accepts never comes to this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The file, below the data folder.
    pub file: String,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; run `cargo xtask check`", self.file, self.why)
    }
}

impl std::error::Error for Unreadable {}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path below the dispute's folder, with `/` between folders.
    pub path: String,
    /// What has to stand in it, and where each value of it is.
    pub written: Written,
}

impl Dispute {
    /// Takes the dispute `id` from the files of a data folder.
    ///
    /// # Errors
    ///
    /// Names the first file that is missing or is not as the check wants it.
    pub fn from_files(id: &str, files: &[InputFile]) -> Result<Self, Unreadable> {
        let files = files.iter().map(|file| (file.path.as_str(), file));
        let folder = Folder {
            id,
            files: files.collect(),
        };
        let head: Head = folder.needed("dispute.toml")?;
        let order = head.points.iter().chain(&head.after);
        let mut points = IndexMap::new();
        for point in order {
            let file = format!("{POINTS}{}.toml", point.as_str());
            points.insert(point.clone(), folder.needed::<Point>(&file)?);
        }
        Ok(Self {
            schema: None,
            id: Id(id.to_owned()),
            dispute: head,
            speakers: folder.needed("speakers.toml")?,
            sources: folder.needed("sources.toml")?,
            points,
            documents: folder.optional("documents.toml")?.unwrap_or_default(),
            events: folder.optional("events.toml")?.unwrap_or_default(),
            open_questions: folder.optional("open-questions.toml")?.unwrap_or_default(),
            quotations: folder.optional("quotations.toml")?,
            coverage: folder.optional("coverage.toml")?.unwrap_or_default(),
            register: folder.optional("register.toml")?.unwrap_or_default(),
        })
    }

    /// The files of its folder. `schemas` is the way from the folder to that of
    /// the JSON Schemas, as in `../.schema/`, for editors.
    ///
    /// # Panics
    ///
    /// Never: every type of the format can be written.
    #[must_use]
    pub fn to_files(&self, schemas: &str) -> Vec<OutputFile> {
        let mut files = Vec::new();
        let mut put = |path: &str, schema: &str, value: Value, lists| {
            let up = "../".repeat(path.matches('/').count());
            let head = format!("#:schema {up}{schemas}{schema}.json\n\n");
            let written = write(&head, &value, lists);
            files.push(OutputFile {
                path: path.to_owned(),
                written,
            });
        };
        put(
            "dispute.toml",
            "dispute",
            value(&self.dispute),
            Lists::AsTables,
        );
        put(
            "speakers.toml",
            "speakers",
            value(&self.speakers),
            Lists::AsTables,
        );
        put(
            "sources.toml",
            "sources",
            value(&self.sources),
            Lists::AsTables,
        );
        for (id, point) in &self.points {
            let path = format!("{POINTS}{}.toml", id.as_str());
            put(&path, "point", value(point), Lists::AsTables);
        }
        if !self.documents.is_empty() {
            put(
                "documents.toml",
                "documents",
                value(&self.documents),
                Lists::AsTables,
            );
        }
        if !self.events.is_empty() {
            put(
                "events.toml",
                "events",
                value(&self.events),
                Lists::AsTables,
            );
        }
        if !self.open_questions.is_empty() {
            let questions = value(&self.open_questions);
            put(
                "open-questions.toml",
                "open-questions",
                questions,
                Lists::AsTables,
            );
        }
        if let Some(quotations) = &self.quotations {
            put(
                "quotations.toml",
                "quotations",
                value(quotations),
                Lists::AsTables,
            );
        }
        if !self.coverage.is_empty() {
            put(
                "coverage.toml",
                "coverage",
                value(&self.coverage),
                Lists::Inline,
            );
        }
        if !self.register.is_empty() {
            put(
                "register.toml",
                "register",
                value(&self.register),
                Lists::Inline,
            );
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
    fn optional<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Unreadable> {
        let path = format!("{}/{name}", self.id);
        let Some(file) = self.files.get(path.as_str()) else {
            return Ok(None);
        };
        let unreadable = |why: String| Unreadable {
            file: path.clone(),
            why,
        };
        let text =
            std::str::from_utf8(&file.bytes).map_err(|error| unreadable(error.to_string()))?;
        let text = text.trim_start_matches('\u{feff}');
        let read = toml::from_str(text).map_err(|error| unreadable(error.message().to_owned()))?;
        Ok(Some(read))
    }

    fn needed<T: DeserializeOwned>(&self, name: &str) -> Result<T, Unreadable> {
        self.optional(name)?.ok_or_else(|| Unreadable {
            file: format!("{}/{name}", self.id),
            why: "it is missing".to_owned(),
        })
    }
}
