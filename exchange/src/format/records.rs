//! What commands write and authors commit: verified quotations, the register.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Id};

/// Quotations that were found in their sources: `quotations.toml`, written by
/// `cargo xtask quotes`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Quotations {
    /// The version of the form in which texts are compared.
    pub normal_form: u32,
    /// What was found, by source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<Verified>,
}

/// What was found in the text of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Verified {
    /// The source's id.
    pub id: Id,
    /// The digest of its text.
    pub text: String,
    /// The day of the search.
    pub date: Day,
    /// The words that were found.
    pub quotations: Vec<String>,
}

/// A version that was published: in `register.toml`, written by `cargo xtask register`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Version {
    /// The day of the revision that brought it.
    pub since: Day,
    /// Its fingerprint.
    pub fingerprint: String,
}
