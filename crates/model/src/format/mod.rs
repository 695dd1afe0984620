//! The data files as types: the one definition of the format. Each key is written
//! here and nowhere else:
//!
//! - `#[derive(Table)]` makes the reader, which reports line and column of everything
//!   that is wrong;
//! - serde makes the writer, and reads the JSON form;
//! - schemars makes the JSON Schemas. Doc comments are their descriptions, which
//!   editors show.
//!
//! The rules of the check look at what was read. Only the types of the parent module
//! are checked and resolved.

mod day;
mod dispute;
mod edtf;
mod names;
mod point;
mod records;
mod site;
mod supported;
mod things;
mod toml_text;
mod when;
mod wording;

pub use day::Day;
pub use dispute::{Alias, Head, Party, Revision, Side, Tombstone};
pub use edtf::Edtf;
pub use names::{Id, Language, Names, RegisterKey};
pub use point::{Absence, Hop, HopKind, Point, Rendering, Statement};
pub use records::{CheckedQuotation, Quotation, Quotations, SentenceUse, Verified, Version};
pub use site::{Accent, AccentColours, Licence, LinkedLicence};
pub use supported::{Supported, TextOrSupported};
pub use things::{Account, Called, Document, Event, OpenQuestion, OwnName, Source, Speaker};
pub use toml_text::{ListStyle, TomlText, ValuePosition, to_toml};
pub use when::{Published, When};

pub(crate) use dispute::{RawHead, RawParty, RawSide};
pub(crate) use point::{RawAbsence, RawHop, RawPoint, RawStatement};
pub(crate) use records::{RawCheckedQuotation, RawQuotations, RawSentenceUse, RawVersion};
pub(crate) use site::{RawAccentColours, RawLinkedLicence};
pub(crate) use supported::RawSupported;
pub(crate) use things::{RawDocument, RawEvent, RawOpenQuestion, RawSource, RawSpeaker};
pub(crate) use when::RawWhen;

use indexmap::IndexMap;
use says_who_format_derive::Table;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the data format that this program writes. It reads this one and the
/// earlier ones.
///
/// - 1: dates are days.
/// - 2: dates are as precise as their sources. All data of version 1 is data of
///   version 2 with the same meaning.
pub const VERSION: u32 = 2;

fn first_version() -> u32 {
    1
}

/// The disputes of a site: `library.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Table)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(rename = "Library")]
pub struct LibraryFile {
    /// The version of the data format. Data without it is in the first version, which
    /// is read as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 2))]
    pub format: Option<u32>,
    /// The folders of the disputes, in the order of the start page. The first is featured.
    #[schemars(length(min = 1))]
    pub disputes: Vec<Id>,
    /// The name of the site, in at most 40 characters; “Says Who” where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 40))]
    pub name: Option<String>,
    /// Who publishes it: a person or a body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 80))]
    pub publisher: Option<String>,
    /// Where readers write to: an e-mail address, or the `https://` address of a
    /// repository (GitHub, GitLab, Codeberg) or of a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^(https://\S+|[^@\s]+@[^@\s]+\.[^@\s]+)$"))]
    pub contact: Option<String>,
    /// What the site says of itself on its page “About”, in paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// The licence of the texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// The colour of links.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accent: Option<Accent>,
    /// The name of an SVG or PNG beside this file, of at most 64 KB: shown beside the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"\.([sS][vV][gG]|[pP][nN][gG])$"))]
    pub logo: Option<String>,
}

/// A dispute with all that belongs to it: what stands in its folder, in one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Dispute {
    /// The address of the JSON Schema that describes this. In JSON alone.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of the data format. JSON without it is in the first version.
    #[serde(default = "first_version")]
    #[schemars(range(min = 1, max = 2))]
    pub format: u32,
    /// The name of its folder.
    pub id: Id,
    /// The dispute as a whole: `dispute.toml`.
    pub dispute: Head,
    /// Those who speak, by id: `speakers.toml`.
    pub speakers: IndexMap<Id, Speaker>,
    /// The publications that were read, by id: `sources.toml`.
    pub sources: IndexMap<Id, Source>,
    /// The points, by id: a file each in `points/`.
    pub points: IndexMap<Id, Point>,
    /// Papers the sides argue about, by id: `documents.toml`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub documents: IndexMap<Id, Document>,
    /// What happened, by id: `events.toml`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub events: IndexMap<Id, Event>,
    /// What is not known, by id: `open-questions.toml`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub open_questions: IndexMap<Id, OpenQuestion>,
    /// Quotations that were found in their sources: `quotations.toml`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotations: Option<Quotations>,
    /// What became of each sentence of sources that were read whole, by their
    /// ids: `coverage.toml`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub coverage: IndexMap<Id, Vec<SentenceUse>>,
    /// Every id and version that was published: `register.toml`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub register: IndexMap<RegisterKey, Vec<Version>>,
}
