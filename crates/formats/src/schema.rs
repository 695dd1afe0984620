//! JSON Schemas of the data files, with which editors complete and check them
//! while somebody types, and of the JSON form of a dispute.

use indexmap::IndexMap;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::format::{
    Accounted, Dispute, Document, Event, Head, Id, Library, OpenQuestion, Point, Quotations,
    Registered, Source, Speaker, Version,
};

/// The folder in a data folder in which they lie. The reader of data leaves
/// names with a dot out.
pub const FOLDER: &str = ".schema";

/// A schema as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFile {
    /// Its name.
    pub name: &'static str,
    /// The schema, as JSON.
    pub text: String,
}

/// Every schema.
#[must_use]
pub fn files() -> Vec<SchemaFile> {
    vec![
        file::<Library>("library.json"),
        file::<Head>("dispute.json"),
        file::<IndexMap<Id, Speaker>>("speakers.json"),
        file::<IndexMap<Id, Source>>("sources.json"),
        file::<Point>("point.json"),
        file::<IndexMap<Id, Document>>("documents.json"),
        file::<IndexMap<Id, Event>>("events.json"),
        file::<IndexMap<Id, OpenQuestion>>("open-questions.json"),
        file::<Quotations>("quotations.json"),
        file::<IndexMap<Id, Vec<Accounted>>>("coverage.json"),
        file::<IndexMap<Registered, Vec<Version>>>("register.json"),
        file::<Dispute>("whole.json"),
    ]
}

/// The schema of the JSON form of a dispute.
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
    format!("{:#}\n", of::<T>().to_value())
}

fn of<T: JsonSchema>() -> Schema {
    // The dialect that editors of TOML know.
    SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<T>()
}
