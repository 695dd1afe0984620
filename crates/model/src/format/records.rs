//! Files that commands help to write: verified quotations, coverage of sources, the
//! register.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::things::is_no;
use super::{Day, Id};
use crate::Cut;

/// Quotations that were found in their sources: `quotations.toml`, written by
/// `says-who quotes`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Quotations {
    /// The version of the form in which texts are compared.
    pub normal_form: u32,
    /// What was found, by source.
    #[serde(rename = "source", default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Verified>,
}

/// What was found in the text of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Verified {
    /// The source's id.
    pub id: Id,
    /// The digest of its text.
    pub text: String,
    /// The version of the form that the digest is of; that of the file where
    /// none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_form: Option<u32>,
    /// The day of the search.
    pub date: Day,
    /// The words that were found.
    pub quotations: Vec<Quotation>,
}

/// Words that were found in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Quotation {
    /// The words alone, as the first form has them.
    Words(String),
    /// The words, and how it stands with their edges.
    Checked(CheckedQuotation),
}

/// A quotation, and whether it is whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CheckedQuotation {
    /// The words.
    pub words: String,
    /// Whether it is whole. Where it is neither whole nor cut, nobody looked.
    #[serde(default, skip_serializing_if = "is_no")]
    pub whole: bool,
    /// What it is a part of, where it is cut.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<Cut>,
    /// Whether the cut is marked.
    #[serde(default, skip_serializing_if = "is_no")]
    pub marked: bool,
    /// The day on which somebody looked at what a cut leaves out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Day>,
}

/// A sentence of a source that was read whole, and what became of it: in
/// `coverage.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SentenceUse {
    /// Its number in the text, from 1.
    #[schemars(range(min = 1))]
    pub sentence: u32,
    /// The SHA-256 of its normal form.
    #[schemars(regex(pattern = r"^[0-9a-fA-F]{64}$"))]
    pub sha256: String,
    /// The ids of the items that rest on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<Id>,
    /// Why nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
}

/// A version that was published: in `register.toml`, written by `says-who register`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Version {
    /// The day of the revision that brought it.
    pub since: Day,
    /// Its fingerprint.
    pub fingerprint: String,
}
