//! Speakers, sources, documents, events and open questions.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::wording::with_wording;
use super::{Day, Id, Language, Names, Published, When};
use crate::read::RawWording;
use crate::{DocumentStatus, ReadAs, SourceKind};

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
    /// The id of a side or a party, `press` or `third-party`.
    #[serde(rename = "for")]
    pub speaks_for: Id,
    /// The name in the script in which its bearer writes it, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_name: Option<OwnName>,
    /// Other spellings of the name that readers may look for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_spellings: Vec<String>,
}

/// A name in its own script: `{ text = "لمى فخري", language = "ar" }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OwnName {
    /// The name.
    pub text: String,
    /// The language that it is in.
    pub language: Language,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// Why no headline is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline_unknown: Option<String>,
    /// What it is, in our words: stands in place of a headline that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What kind of publication it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// The people who signed it, one name each.
    #[serde(default, skip_serializing_if = "Names::is_empty")]
    pub authors: Names,
    /// The companies or institutions that signed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corporate_authors: Vec<String>,
    /// The news agency whose report it carries: "Reuters". Sources of one agency
    /// count as one where sources are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// When it was published.
    pub published: Published,
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
    /// Where you read a copy, if that is not the outlet: a site or an archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_read_at: Option<String>,
    /// The day on which you read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<Day>,
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
    /// When it was handed over or announced.
    pub when: When,
    /// The ids of the sources that tell of it.
    #[schemars(length(min = 1))]
    pub sources: Vec<Id>,
    /// The ids of the points it bears on.
    #[schemars(length(min = 1))]
    pub points: Vec<Id>,
    /// Its address, http or https, where its text is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^https?://"))]
    pub link: Option<String>,
    /// How far it is known, by the sources read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DocumentStatus>,
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
    #[schemars(extend("oneOf" = [{ "required": ["by"] }, { "required": ["by-side"] }]))]
    pub struct Called {
        /// The speaker's id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<Id>,
        /// In place of `by`, the id of a side that calls it so as a whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by_side: Option<Id>,
        /// Their words: verbatim between “ and ”, the rest paraphrase.
        pub words: String,
    }
    {
        /// The id of the source that has them.
        pub source: Id,
        /// The id of the statement in which it is called so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub statement: Option<Id>,
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
    /// When it happened.
    pub when: When,
    /// The side or the party whose act it was, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Id>,
    /// The ids of the sources that attest it.
    #[schemars(length(min = 1))]
    pub sources: Vec<Id>,
    /// The ids of the points it bears on, if there are any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Id>,
    /// Whether it came after the as-of date.
    #[serde(default, skip_serializing_if = "is_no")]
    pub after: bool,
    /// Whether somebody disputes that it happened, or that it happened so.
    #[serde(default, skip_serializing_if = "is_no")]
    pub disputed: bool,
    /// Whether a source that reported it took the report back.
    #[serde(default, skip_serializing_if = "is_no")]
    pub retracted: bool,
    /// What each side says of it, where it is disputed or retracted.
    #[serde(rename = "account", default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<Account>,
}

with_wording! {
    said;
    /// What somebody says of an event that is disputed or retracted.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    #[schemars(extend("oneOf" = [{ "required": ["by"] }, { "required": ["by-side"] }]))]
    pub struct Account {
        /// The speaker's id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<Id>,
        /// In place of `by`, the id of a side whose account it is as a whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by_side: Option<Id>,
        /// What they say: verbatim between “ and ”, the rest paraphrase.
        pub said: String,
    }
    {
        /// The id of the source that has it.
        pub source: Id,
    }
}

/// Something that is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OpenQuestion {
    /// The question.
    pub question: String,
    /// What would settle it.
    pub settled_by: String,
    /// The ids of the points it bears on, if there are any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Id>,
    /// Whether it arose after the as-of date.
    #[serde(default, skip_serializing_if = "is_no")]
    pub after: bool,
}
