//! JSON Schemas of the data files, for completion and validation in editors, and of
//! the JSON format of a dispute.

use indexmap::IndexMap;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::format::{
    Dispute, Document, Event, Head, Id, LibraryFile, OpenQuestion, Point, Quotations, RegisterKey,
    SentenceUse, Source, Speaker, Version,
};

/// The folder of the schemas, inside a data folder. The data reader ignores names
/// that start with a dot.
pub const FOLDER: &str = ".schema";

/// A schema file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFile {
    /// Its name.
    pub name: &'static str,
    /// The schema, as JSON.
    pub text: String,
}

/// The files of all schemas.
#[must_use]
pub fn files() -> Vec<SchemaFile> {
    vec![
        file::<LibraryFile>("library.json"),
        file::<Head>("dispute.json"),
        file::<IndexMap<Id, Speaker>>("speakers.json"),
        file::<IndexMap<Id, Source>>("sources.json"),
        file::<Point>("point.json"),
        file::<IndexMap<Id, Document>>("documents.json"),
        file::<IndexMap<Id, Event>>("events.json"),
        file::<IndexMap<Id, OpenQuestion>>("open-questions.json"),
        file::<Quotations>("quotations.json"),
        file::<IndexMap<Id, Vec<SentenceUse>>>("coverage.json"),
        file::<IndexMap<RegisterKey, Vec<Version>>>("register.json"),
        file::<Dispute>("whole.json"),
    ]
}

/// The schema of the JSON format of a dispute.
#[must_use]
pub fn whole() -> String {
    text::<Dispute>()
}

fn file<T: JsonSchema>(name: &'static str) -> SchemaFile {
    SchemaFile {
        name,
        text: text::<T>(),
    }
}

fn text<T: JsonSchema>() -> String {
    format!("{:#}\n", schema_of::<T>().to_value())
}

fn schema_of<T: JsonSchema>() -> Schema {
    // The draft that TOML editors support.
    SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<T>()
}
