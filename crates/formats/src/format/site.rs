//! The licence and the accent colour of a site.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The licence of the texts: its name, or that with its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Licence {
    /// Its name, or what it allows in a sentence.
    Name(String),
    /// With the address of its text.
    #[serde(rename_all = "kebab-case")]
    Linked {
        /// Its name.
        name: String,
        /// The address of its text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(regex(pattern = r"^https?://"))]
        link: Option<String>,
    },
}

/// The colour of links by day, or that and the one by night, as `#rrggbb`. Each
/// has a contrast of at least 4.5 with the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Accent {
    /// By day; that by night is made lighter.
    Light(#[schemars(regex(pattern = r"^#[0-9a-fA-F]{6}$"))] String),
    /// By day and by night.
    Both {
        /// By day.
        #[schemars(regex(pattern = r"^#[0-9a-fA-F]{6}$"))]
        light: String,
        /// By night.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(regex(pattern = r"^#[0-9a-fA-F]{6}$"))]
        dark: Option<String>,
    },
}
