//! A point, its statements and its absences.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::wording::with_wording;
use super::{Day, Id, Language};
use crate::read::RawWording;
use crate::{AbsenceKind, Status};

/// One contested or agreed question: a file in `points/`, named after its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Point {
    /// The question.
    pub question: String,
    /// How it stands.
    pub status: Status,
    /// What both sides accept on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
    /// What they contest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contested: Option<String>,
    /// The ids of the items that the status rests on, and with it what both
    /// accept and contest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<Id>,
    /// What was said.
    #[serde(rename = "statement", default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// Where a side says nothing: that, and where you looked.
    #[serde(rename = "absence", default, skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<Absence>,
}

with_wording! {
    said;
    /// One utterance by one speaker.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    pub struct Statement {
        /// Its id.
        pub id: Id,
        /// The id of its speaker, from `speakers.toml`; the speaker's side decides the column.
        pub speaker: Id,
        /// The outlet, where it sums up a side's position in its own words and nobody
        /// is quoted or paraphrased.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub summarised_by: Option<String>,
        /// What was said: verbatim between “ and ”, the rest paraphrase.
        pub said: String,
    }
    {
        /// The day on which it was said.
        pub when: When,
        /// A note of the editors.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// The way from the mouth to a source that was read.
        #[schemars(length(min = 2))]
        pub chain: Vec<Hop>,
        /// The same utterance as other outlets word it.
        #[serde(rename = "rendering", default, skip_serializing_if = "Vec::is_empty")]
        pub renderings: Vec<Rendering>,
    }
}

/// A day, with the words that the source had for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct When {
    /// The day.
    #[table(time)]
    pub date: Day,
    /// The source's own words for it: "last Wednesday".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The day from which those words were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_from: Option<Day>,
    /// The source that gives the day, where it is not the last of the chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Id>,
}

/// A step on the way from the mouth to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Hop {
    /// The first is `said`, the others are `reported` or `cited`.
    pub hop: HopKind,
    /// To whom it was said; "not stated in the source" where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// On what occasion: "by telephone".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// The outlet, where it is only named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The source's id, where it was read; the last hop has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Id>,
    /// The verb that the outlet used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
}

/// The kind of a step.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are the data's own")]
pub enum HopKind {
    Said,
    Reported,
    Cited,
}

with_wording! {
    said;
    /// How another outlet words the same utterance.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    pub struct Rendering {
        /// Its words: verbatim between “ and ”, the rest paraphrase.
        pub said: String,
    }
    {
        /// To whom this outlet attributes it, where that differs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub attributed_to: Option<String>,
        /// The way from the mouth to a source that was read.
        #[schemars(length(min = 2))]
        pub chain: Vec<Hop>,
    }
}

/// Nothing from a side on a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend(
    "if" = { "properties": { "kind": { "const": "not-asked" } } },
    "then" = {},
    "else" = { "required": ["searched"], "properties": { "searched": { "minItems": 1 } } },
))]
pub struct Absence {
    /// The side's id.
    pub side: Id,
    /// Its kind.
    pub kind: AbsenceKind,
    /// What the reader is told.
    pub note: String,
    /// The ids of the sources in which you looked; none where the side was not asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub searched: Vec<Id>,
    /// The ids of items that come near.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub see: Vec<Id>,
}
