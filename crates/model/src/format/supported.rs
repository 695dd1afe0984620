//! A text with the items it rests on.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Id;

/// A text, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Supported {
    /// The text. In a position, verbatim words stand between “ and ”, as one of
    /// the statements has them.
    pub text: String,
    /// The ids of the items it rests on.
    #[schemars(length(min = 1))]
    pub rests_on: Vec<Id>,
}

/// A text alone, or with the items it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum TextOrSupported {
    /// The text alone.
    Text(String),
    /// With what it rests on.
    Supported(Supported),
}
