//! The licence and the accent colour of a site.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The licence of the texts: its name, or that with its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Licence {
    /// Its name, or what it allows in a sentence.
    Name(String),
    /// With the address of its text.
    Linked(LinkedLicence),
}

/// A licence with the address of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LinkedLicence {
    /// Its name.
    pub name: String,
    /// The address of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^https?://"))]
    pub link: Option<String>,
}

/// The colour of links by day, or that and the one by night, as `#rrggbb`. Each
/// has a contrast of at least 4.5 with the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Accent {
    /// By day; that by night is made lighter.
    Light(#[schemars(regex(pattern = r"^#[0-9a-fA-F]{6}$"))] String),
    /// By day and by night.
    Both(AccentColours),
}

/// The colour of links by day and by night.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AccentColours {
    /// By day.
    #[schemars(regex(pattern = r"^#[0-9a-fA-F]{6}$"))]
    pub light: String,
    /// By night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^#[0-9a-fA-F]{6}$"))]
    pub dark: Option<String>,
}
