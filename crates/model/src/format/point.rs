//! A point, its statements and its absences.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::things::is_no;
use super::wording::with_wording;
use super::{Id, Language, When};
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
        /// Whether what stands outside the marks is the source's own indirect speech
        /// and not our paraphrase.
        #[serde(default, skip_serializing_if = "is_no")]
        pub indirect: bool,
        /// When it was said.
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

/// A step on the way from the mouth to the page.
///
/// `said` takes `to`; `unknown` takes `note` alone; the others take `by` or `source`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Hop {
    /// The first is `said` or `unknown`. The last is neither.
    pub hop: HopKind,
    /// To whom it was said; "not stated in the source" where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// On what occasion: "by telephone".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// In what place, with its preposition: "in Geneva".
    #[serde(rename = "where", default, skip_serializing_if = "Option::is_none")]
    pub place_name: Option<String>,
    /// When this step was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The outlet, person or body, where it is only named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The source's id, where it was read; the last hop has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Id>,
    /// The place in the source: "page 12", "minute 14:20".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The verb that the outlet used; with `said`, the one for the utterance itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// With `unknown`: why this part of the way is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Hop {
    /// A step of this kind of which nothing else is said.
    #[must_use]
    pub const fn new(hop: HopKind) -> Self {
        Self {
            hop,
            to: None,
            how: None,
            place_name: None,
            when: None,
            by: None,
            source: None,
            at: None,
            verb: None,
            note: None,
        }
    }
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
pub enum HopKind {
    /// The utterance itself.
    Said,
    /// An outlet has it from the speaker.
    Reported,
    /// An outlet has it from another outlet.
    Cited,
    /// An outlet runs an agency's report.
    Carried,
    /// A person relays it.
    PassedOn,
    /// It was filed with a court or another body.
    Filed,
    /// The speaker's own side published it.
    Published,
    /// This part of the way is not known.
    Unknown,
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
        /// Whether what stands outside the marks is the source's own indirect speech
        /// and not our paraphrase.
        #[serde(default, skip_serializing_if = "is_no")]
        pub indirect: bool,
        /// A note of the editors.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// The way from the mouth to a source that was read.
        #[schemars(length(min = 2))]
        pub chain: Vec<Hop>,
    }
}

with_wording! {
    words;
    /// Nothing from a side on a point.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    #[schemars(extend(
        "if" = { "properties": { "kind": { "const": "not-asked" } } },
        "then" = {},
        "else" = { "required": ["searched"], "properties": { "searched": { "minItems": 1 } } },
    ))]
    pub struct Absence {
        /// Its id, where links should lead to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub id: Option<Id>,
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
        /// When the side declined or did not disclose it; for `not-found`, when it was asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub when: Option<When>,
        /// The words in which the side declined or passed over it: verbatim between “ and
        /// ”, the rest paraphrase.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub words: Option<String>,
    }
    {
        /// The id of the source that has those words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub source: Option<Id>,
    }
}
