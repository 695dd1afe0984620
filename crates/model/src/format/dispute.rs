//! The dispute as a whole.

use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Id, Language, Supported, TextOrSupported};
use crate::{HeadText, RevisionKind};

/// The dispute as a whole: `dispute.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Head {
    /// The question that divides the two sides, so that neither answer is in it.
    pub question: String,
    /// The question in a few words, for places with little room: tabs, cards, lists. At
    /// most 60 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 60))]
    pub short_title: Option<String>,
    /// When it was, in words: "January and February 2022".
    pub setting: String,
    /// The language it is written in.
    pub language: Language,
    /// The date to which this explainer speaks, with an hour where that matters. What came later goes under `after`.
    #[table(time)]
    pub as_of: Day,
    /// The id of the report up to which it speaks, where the day alone is too coarse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of_report: Option<Id>,
    /// What the as-of date means here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of_note: Option<String>,
    /// What happened, in sentences that both sides would sign; a paragraph each.
    #[schemars(length(min = 1))]
    pub summary: Vec<String>,
    /// What both sides accept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<TextOrSupported>,
    /// What they contest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contested: Vec<TextOrSupported>,
    /// What happened next, resting on points about what came after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Supported>,
    /// Why the sides stand in this order.
    pub order_note: String,
    /// How the statements were chosen, and from what; a paragraph each.
    #[schemars(length(min = 1))]
    pub method: Vec<String>,
    /// The id of the source that the dispute follows, where it follows one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal_source: Option<Id>,
    /// The points in their order; each is a file in `points/`, named after its id.
    #[schemars(length(min = 1))]
    pub points: Vec<Id>,
    /// The points about what came after the as-of date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Id>,
    /// The two sides, in the order in which they stand.
    #[serde(rename = "side")]
    #[schemars(length(min = 2, max = 2))]
    pub sides: Vec<Side>,
    /// Others who speak or act, each under its own name; the press is none of them.
    #[serde(rename = "party", default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// Dated changes, the first being the publication.
    #[serde(rename = "revision", default, skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Revision>,
    /// Ids that were given up for others; links to them lead on.
    #[serde(rename = "alias", default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// Ids of what was taken out; links to them say why.
    #[serde(rename = "tombstone", default, skip_serializing_if = "Vec::is_empty")]
    pub tombstones: Vec<Tombstone>,
}

/// One of exactly two parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Side {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The head of its column: "United States says".
    pub says: String,
    /// What it says on the dispute as a whole, in at most 220 characters; both
    /// sides have a position, or neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Supported>,
}

/// Somebody beside the two sides, who never has a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Party {
    /// Its id, which speakers give in `for` and events in `actor`.
    pub id: Id,
    /// Its name: "Ukraine".
    pub name: String,
    /// Who this is, in one sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The head over its statements, where it is not its name with "says".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}

/// A dated change to the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Revision {
    /// Its day.
    pub date: Day,
    /// Its kind.
    pub kind: RevisionKind,
    /// What changed.
    pub what: String,
    /// The ids of the items that it changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Id>,
    /// The texts of the whole that it changed. Where a revision names neither
    /// items nor texts, it is of everything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<HeadText>,
}

/// An id that was given up for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Alias {
    /// The old id.
    pub from: Id,
    /// The present one.
    pub to: Id,
    /// Why it was given up, for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The id of something that was taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tombstone {
    /// The id.
    pub id: Id,
    /// The day on which it was taken out.
    pub date: Day,
    /// Why.
    pub reason: String,
}
