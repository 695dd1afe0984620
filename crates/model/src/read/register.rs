//! The register of a dispute: every id that was ever published, with a fingerprint
//! of each version. It is written by a command and committed, and published entries
//! are never removed. It keeps ids from getting lost, and it lets a page tell a
//! reader that an item has changed since a link was shared.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::fields::{Fields, Located};
use super::item_hash;
use super::problem::Problems;
use super::table;
use crate::format::{self, ListStyle, RawVersion};
use crate::{Date, Dispute, Earlier, Fingerprint, HeadText, Id, ItemRef};

/// The file's name in a dispute's folder.
pub(super) const FILE: &str = "register.toml";

const HEAD: &str = "\
# Every id that was ever published, and a fingerprint of each version of what
# stood there, with the day of the revision that brought it. Written by
# `says-who register`; commit it with the change, and delete nothing.
";

/// The prefix of the names of dispute-level texts. No id starts with it.
pub(super) const HEAD_TEXT: &str = "_";

/// The entry of an id, or of a dispute-level text.
#[derive(Debug)]
pub(super) struct RegisterEntry {
    pub(super) id: Located<String>,
    pub(super) versions: Vec<Version>,
}

/// A version of it, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    pub(super) since: Date,
    pub(super) fingerprint: Fingerprint,
}

impl Version {
    /// The version as the format has it.
    pub(super) fn to_format(&self) -> format::Version {
        format::Version {
            since: self.since.into(),
            fingerprint: self.fingerprint.to_string(),
        }
    }
}

impl RegisterEntry {
    /// The dispute-level text that the entry is about; `None` for an id.
    pub(super) fn head_text(&self) -> Option<HeadText> {
        HeadText::from_name(self.id.value.strip_prefix(HEAD_TEXT)?)
    }
}

/// Reads the file.
pub(super) fn read(fields: Fields<'_>, problems: &mut Problems) -> Vec<RegisterEntry> {
    let lists = table::lists::<format::Version>(fields, problems);
    let entry = |(id, tables): (Located<String>, Vec<RawVersion>)| RegisterEntry {
        id,
        versions: tables
            .iter()
            .filter_map(|raw| version(raw, problems))
            .collect(),
    };
    lists.into_iter().map(entry).collect()
}

fn version(raw: &RawVersion, problems: &mut Problems) -> Option<Version> {
    let (since, text) = (raw.since.as_ref()?, raw.fingerprint.as_ref()?);
    match text.value.parse() {
        Ok(fingerprint) => Some(Version {
            since: since.value,
            fingerprint,
        }),
        Err(error) => {
            problems.add(
                &text.place,
                "fields",
                format!("`{}`: {error}", text.value),
                "put back what the register had here; it is kept with the project's history",
            );
            None
        }
    }
}

/// Sets the fingerprints of a dispute's items and their earlier versions.
pub(super) fn apply(dispute: &mut Dispute, register: &[RegisterEntry]) {
    let latest = latest_revision_date(dispute);
    let current: Vec<(Id, Fingerprint)> = dispute
        .items()
        .map(|item| (item.id().clone(), item_hash::of_item(dispute, &item)))
        .collect();
    let in_use: BTreeSet<&str> = current.iter().map(|(id, _)| id.as_str()).collect();
    let mut published: BTreeMap<&str, Vec<&Version>> = BTreeMap::new();
    for entry in register {
        if let Some(id) = current_id(dispute, &in_use, &entry.id.value) {
            published.entry(id).or_default().extend(&entry.versions);
        }
    }
    let mut earlier = Vec::new();
    for (id, fingerprint) in &current {
        let mut versions = published.remove(id.as_str()).unwrap_or_default();
        versions.sort_by_key(|version| version.since);
        for (index, version) in versions.iter().enumerate() {
            if version.fingerprint != *fingerprint {
                let next = versions.get(index + 1);
                earlier.push(Earlier {
                    id: id.clone(),
                    fingerprint: version.fingerprint,
                    until: next.map_or(latest, |next| next.since),
                });
            }
        }
    }
    let texts = HeadText::ALL.iter().copied();
    dispute.head_fingerprints = texts
        .filter_map(|text| Some((text, item_hash::of_head_text(dispute, text)?)))
        .collect();
    dispute.fingerprints = current.into_iter().map(|(_, print)| print).collect();
    dispute.earlier = earlier;
}

/// The current id for a published one.
fn current_id<'a>(dispute: &'a Dispute, in_use: &BTreeSet<&'a str>, id: &str) -> Option<&'a str> {
    if let Some(id) = in_use.get(id) {
        return Some(id);
    }
    match dispute.follow(id)? {
        ItemRef::Item(item) => in_use.get(item.id().as_str()).copied(),
        ItemRef::Alias(_) | ItemRef::Gone(..) => None,
    }
}

/// The day of the newest revision; the as-of date if there is none.
pub(super) fn latest_revision_date(dispute: &Dispute) -> Date {
    let days = dispute.revisions.iter().map(|revision| revision.date);
    days.max().unwrap_or(dispute.as_of)
}

/// The content of a register file with these entries.
pub(super) fn to_toml<'a>(entries: impl Iterator<Item = (&'a str, &'a [Version])>) -> String {
    let tables =
        entries.map(|(id, versions)| (id, versions.iter().map(Version::to_format).collect()));
    let tables: IndexMap<&str, Vec<format::Version>> = tables.collect();
    format::to_toml(HEAD, &tables, ListStyle::OneLine).text
}
