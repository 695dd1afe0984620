//! Dispute-level texts: they are registered and fingerprinted like items.

#[cfg(feature = "read")]
use schemars::JsonSchema;
#[cfg(feature = "read")]
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// A kind of dispute-level text.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum HeadText {
    /// The question.
    Question,
    /// The as-of date, with the hour or report and the note.
    AsOf,
    /// The summary.
    Summary,
    /// What both sides accept.
    Accepted,
    /// What they contest.
    Contested,
    /// What each side says on the whole.
    Positions,
    /// What happened next.
    Next,
    /// Why the sides stand in their order.
    OrderNote,
    /// How the statements were chosen and read.
    Method,
}

impl HeadText {
    /// Every text, in the order of the page.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Its name, as written under `texts` in a revision.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The text with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        name.parse().ok()
    }
}
