//! The register of a dispute: every id that was ever published, with a fingerprint
//! of each version. It is written by a command and committed, and published entries
//! are never removed. It keeps ids from getting lost, and it lets a page tell a
//! reader that an item has changed since a link was shared.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{Fields, Located};
use super::item_hash;
use super::problem::Problems;
use crate::{
    Date, Dispute, Earlier, Fingerprint, HeadText, Id, Item, ItemRef, Retired, Revision, Supported,
};

/// The file's name in a dispute's folder.
pub(super) const FILE: &str = "register.toml";

const HEAD: &str = "\
# Every id that was ever published, and a fingerprint of each version of what
# stood there, with the day of the revision that brought it. Written by
# `cargo xtask register`; commit it with the change, and delete nothing.
";

/// The prefix of the names of dispute-level texts. No id starts with it.
pub(super) const HEAD_TEXT: &str = "_";

/// The entry of an id, or of a dispute-level text.
#[derive(Debug)]
pub(super) struct Registered {
    pub(super) id: Located<String>,
    pub(super) versions: Vec<Version>,
}

/// A version of it, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    since: Date,
    pub(super) fingerprint: Fingerprint,
}

/// The update that a register needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RegisterUpdate {
    /// The dispute's id.
    pub dispute: String,
    /// Whether it has no register yet.
    pub is_first: bool,
    /// The path of the file, relative to the data folder.
    pub path: String,
    /// The new content of the file.
    pub text: String,
    /// The versions of each key in the new content.
    pub versions: BTreeMap<String, Vec<Fingerprint>>,
    /// Keys that are not in the register yet: ids, and names of dispute-level texts.
    pub added: Vec<String>,
    /// Keys whose content has changed since their last registered version.
    pub changed: Vec<String>,
    /// The changed keys that no revision explains.
    pub unexplained: Vec<String>,
    /// The changed keys that need `rests-on` and lack it.
    pub unsupported: Vec<String>,
}

impl RegisterUpdate {
    fn new(dispute: &Dispute, is_first: bool) -> Self {
        Self {
            dispute: dispute.id.to_string(),
            is_first,
            path: format!("{}/{FILE}", dispute.id),
            text: String::new(),
            versions: BTreeMap::new(),
            added: Vec::new(),
            changed: Vec::new(),
            unexplained: Vec::new(),
            unsupported: Vec::new(),
        }
    }

    /// Whether the register is out of date.
    #[must_use]
    pub fn is_due(&self) -> bool {
        !(self.added.is_empty() && self.changed.is_empty())
    }
}

impl Registered {
    /// The dispute-level text that the entry is about; `None` for an id.
    pub(super) fn head_text(&self) -> Option<HeadText> {
        HeadText::from_name(self.id.value.strip_prefix(HEAD_TEXT)?)
    }
}

/// Reads the file.
pub(super) fn read(fields: Fields<'_>, problems: &mut Problems) -> Vec<Registered> {
    let lists = fields.table_lists(problems);
    let entry = |(id, tables): (Located<String>, Vec<Fields<'_>>)| Registered {
        id,
        versions: tables
            .into_iter()
            .filter_map(|fields| version(fields, problems))
            .collect(),
    };
    lists.into_iter().map(entry).collect()
}

fn version(mut fields: Fields<'_>, problems: &mut Problems) -> Option<Version> {
    let since = fields.date("since", true, problems);
    let text = fields.text("fingerprint", problems);
    fields.report_unknown_keys(problems);
    let (since, text) = (since?, text?);
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
pub(super) fn apply(dispute: &mut Dispute, register: &[Registered]) {
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
    let texts = HeadText::ALL.into_iter();
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
fn latest_revision_date(dispute: &Dispute) -> Date {
    let days = dispute.revisions.iter().map(|revision| revision.date);
    days.max().unwrap_or(dispute.as_of)
}

/// Something with a fingerprint, in its current version.
struct Fingerprinted<'a> {
    /// Its key in the register.
    key: String,
    fingerprint: Fingerprint,
    subject: Subject<'a>,
}

#[derive(Clone, Copy)]
enum Subject<'a> {
    Item(Item<'a>),
    Head(HeadText),
}

/// Computes the update that the register of a dispute needs.
pub(super) fn update(dispute: &Dispute, register: &[Registered]) -> RegisterUpdate {
    let latest = latest_revision_date(dispute);
    let mut update = RegisterUpdate::new(dispute, register.is_empty());
    let mut entries: Vec<(String, Vec<Version>)> = register
        .iter()
        .map(|entry| (entry.id.value.clone(), entry.versions.clone()))
        .collect();
    let known: BTreeMap<&str, usize> = register
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry.id.value.as_str(), at))
        .collect();
    for Fingerprinted {
        key,
        fingerprint,
        subject,
    } in fingerprinted(dispute, register)
    {
        let version = Version {
            since: latest,
            fingerprint,
        };
        let Some(&at) = known.get(key.as_str()) else {
            update.added.push(key.clone());
            entries.push((key, vec![version]));
            continue;
        };
        let (_, versions) = &mut entries[at];
        let last = versions.last().map(|version| version.fingerprint);
        if last != Some(fingerprint) {
            if !subject.is_accounted_for(dispute, versions) {
                update.unexplained.push(key.clone());
            }
            if last.is_some() && !subject.is_supported(dispute) {
                update.unsupported.push(key.clone());
            }
            versions.push(version);
            update.changed.push(key);
        }
    }
    for retired in &dispute.retired {
        let (Retired::Alias { from: id, .. } | Retired::Tombstone { id, .. }) = retired;
        if !known.contains_key(id.as_str()) {
            update.added.push(id.to_string());
            entries.push((id.to_string(), Vec::new()));
        }
    }
    let known = entries.iter();
    update.text = to_toml(
        known
            .clone()
            .map(|(id, versions)| (id.as_str(), &**versions)),
    );
    update.versions = known
        .map(|(id, versions)| (id.clone(), fingerprints(versions)))
        .collect();
    update
}

fn fingerprints(versions: &[Version]) -> Vec<Fingerprint> {
    let versions = versions.iter();
    versions.map(|version| version.fingerprint).collect()
}

/// The content of a register file with these entries.
pub(super) fn to_toml<'a>(entries: impl Iterator<Item = (&'a str, &'a [Version])>) -> String {
    let mut text = HEAD.to_owned();
    for (id, versions) in entries {
        let versions: Vec<String> = versions.iter().map(version_to_toml).collect();
        text.push_str(&format!("{id} = [{}]\n", versions.join(", ")));
    }
    text
}

/// Everything in a dispute that has a fingerprint, including dispute-level texts
/// that were registered and then removed.
fn fingerprinted<'a>(
    dispute: &'a Dispute,
    register: &[Registered],
) -> impl Iterator<Item = Fingerprinted<'a>> {
    let items = dispute.items().zip(&dispute.fingerprints);
    let items = items.map(|(item, &fingerprint)| Fingerprinted {
        key: item.id().to_string(),
        fingerprint,
        subject: Subject::Item(item),
    });
    let known: BTreeSet<HeadText> = register.iter().filter_map(Registered::head_text).collect();
    let texts = HeadText::ALL.into_iter().filter_map(move |text| {
        let now = item_hash::of_head_text(dispute, text);
        let gone = known.contains(&text).then(item_hash::of_removed_text);
        Some(Fingerprinted {
            key: format!("{HEAD_TEXT}{}", text.name()),
            fingerprint: now.or(gone)?,
            subject: Subject::Head(text),
        })
    });
    items.chain(texts)
}

impl Subject<'_> {
    /// Whether a revision explains a change since its last version: one that is
    /// later, or one of the same day that does not explain an earlier change of that
    /// day.
    fn is_accounted_for(self, dispute: &Dispute, versions: &[Version]) -> bool {
        let Some(last) = versions.last().map(|version| version.since) else {
            return true;
        };
        let changes = versions.iter().skip(1);
        let changes = changes.filter(|version| version.since == last).count();
        let concerns = |revision: &Revision| match self {
            Self::Item(item) => revision.concerns(&item),
            Self::Head(text) => revision.affects_everything() || revision.texts.contains(&text),
        };
        let revisions = dispute.revisions.iter();
        let concerning = revisions.filter(|revision| !revision.is_first() && concerns(revision));
        let dates: Vec<Date> = concerning.map(|revision| revision.date).collect();
        let of_that_day = dates.iter().filter(|date| **date == last).count();
        dates.iter().any(|date| *date > last) || of_that_day > changes
    }

    /// Whether it has `rests-on` where that is required.
    fn is_supported(self, dispute: &Dispute) -> bool {
        let all = |texts: &[Supported]| texts.iter().all(|text| !text.rests_on.is_empty());
        match self {
            Self::Item(Item::Point(point)) => !point.rests_on.is_empty(),
            Self::Head(HeadText::Accepted) => all(&dispute.accepted),
            Self::Head(HeadText::Contested) => all(&dispute.contested),
            // `rests-on` is always required for positions and for what happened
            // next.
            Self::Item(_) | Self::Head(_) => true,
        }
    }
}

fn version_to_toml(version: &Version) -> String {
    let Date { year, month, day } = version.since;
    format!(
        "{{ since = {year:04}-{month:02}-{day:02}, fingerprint = \"{}\" }}",
        version.fingerprint
    )
}
