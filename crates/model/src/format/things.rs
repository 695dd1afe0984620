//! Speakers, sources, documents, events and open questions.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::wording::with_wording;
use super::{Day, Id, Language, Names, When};
use crate::ReadAs;
use crate::read::RawWording;

/// A person or an unnamed official.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Speaker {
    /// The name, or what the source calls somebody unnamed: "a senior official".
    pub name: String,
    /// Whether the source names them.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub named: bool,
    /// The role held when the statements were made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// A side's id, `press` or `third-party`.
    #[serde(rename = "for")]
    pub speaks_for: Id,
}

fn yes() -> bool {
    true
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_yes(flag: &bool) -> bool {
    *flag
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
pub(super) fn is_no(flag: &bool) -> bool {
    !*flag
}

/// A publication that was really read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// The name of the outlet.
    pub outlet: String,
    /// The headline.
    pub headline: String,
    /// The people who signed it, one name each.
    #[serde(default, skip_serializing_if = "Names::is_empty")]
    pub authors: Names,
    /// The companies or institutions that signed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corporate_authors: Vec<String>,
    /// The day of publication.
    pub published: Day,
    /// The language it is in.
    pub language: Language,
    /// Its address, http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^https?://"))]
    pub link: Option<String>,
    /// Why no address is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_not_recorded: Option<String>,
    /// The address of a copy that an archive keeps, http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^https?://"))]
    pub archived: Option<String>,
    /// Whether you read the whole of it or an excerpt.
    pub read: ReadAs,
    /// Why its text can't be searched for quotations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_verified: Option<String>,
    /// Whether all of it is the words of those who speak, as in a transcript or a
    /// letter: a quotation of it is cut where a sentence goes on.
    #[serde(default, skip_serializing_if = "is_no")]
    pub transcript: bool,
    /// A note of the editors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A paper the sides argue about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Document {
    /// A name that neither side would refuse.
    pub name: String,
    /// What it is.
    pub about: String,
    /// The day it is of.
    pub when: When,
    /// The ids of the sources that tell of it.
    #[schemars(length(min = 1))]
    pub sources: Vec<Id>,
    /// The ids of the points it bears on.
    #[schemars(length(min = 1))]
    pub points: Vec<Id>,
    /// What each side calls it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub called: Vec<Called>,
    /// Whether it came after the as-of date.
    #[serde(default, skip_serializing_if = "is_no")]
    pub after: bool,
}

with_wording! {
    words;
    /// What somebody calls a document.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    pub struct Called {
        /// The speaker's id.
        pub by: Id,
        /// Their words: verbatim between “ and ”, the rest paraphrase.
        pub words: String,
    }
    {
        /// The id of the source that has them.
        pub source: Id,
        /// Whether it was called so after the as-of date; needed where the source is later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub after: Option<bool>,
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Event {
    /// What, in a sentence.
    pub what: String,
    /// The day.
    pub when: When,
    /// The side whose act it was, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Id>,
    /// The ids of the sources that attest it.
    #[schemars(length(min = 1))]
    pub sources: Vec<Id>,
    /// The ids of the points it bears on.
    #[schemars(length(min = 1))]
    pub points: Vec<Id>,
    /// Whether it came after the as-of date.
    #[serde(default, skip_serializing_if = "is_no")]
    pub after: bool,
}

/// Something that is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OpenQuestion {
    /// The question.
    pub question: String,
    /// What would settle it.
    pub settled_by: String,
    /// The ids of the points it bears on.
    #[schemars(length(min = 1))]
    pub points: Vec<Id>,
    /// Whether it arose after the as-of date.
    #[serde(default, skip_serializing_if = "is_no")]
    pub after: bool,
}
