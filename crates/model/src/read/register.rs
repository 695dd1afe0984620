//! A dispute's register: every id that was ever published, with a fingerprint
//! of each version. It is written by a command and committed; nothing that was
//! published is ever taken out of it. It keeps ids from getting lost, and it lets
//! a page tell a reader that what stands there has changed since a link was sent.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{At, Fields};
use super::print;
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

/// What stands before the name of a text of the whole. No id begins with it.
pub(super) const HEAD_TEXT: &str = "_";

/// An id that was published.
#[derive(Debug)]
pub(super) struct Registered {
    pub(super) id: At<String>,
    pub(super) versions: Vec<Version>,
}

/// What stood there, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    since: Date,
    pub(super) fingerprint: Fingerprint,
}

/// What a register has to become.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RegisterUpdate {
    /// The dispute's id.
    pub dispute: String,
    /// Whether it has no register so far.
    pub is_first: bool,
    /// The file, below the data folder.
    pub path: String,
    /// What has to stand in it.
    pub text: String,
    /// The versions of each id that will stand in it.
    pub versions: BTreeMap<String, Vec<Fingerprint>>,
    /// Ids it does not have yet, and names of texts of the whole.
    pub added: Vec<String>,
    /// Ids of items and names of texts that are no longer as it has them.
    pub changed: Vec<String>,
    /// Those of the changed that no revision accounts for.
    pub unexplained: Vec<String>,
    /// Those of the changed that need `rests-on` and don't have it.
    pub unsupported: Vec<String>,
}

impl RegisterUpdate {
    /// Whether the register is behind the data.
    #[must_use]
    pub fn is_due(&self) -> bool {
        !(self.added.is_empty() && self.changed.is_empty())
    }
}

impl Registered {
    /// The text of the whole that it is about, where it is no id.
    pub(super) fn head_text(&self) -> Option<HeadText> {
        HeadText::named(self.id.value.strip_prefix(HEAD_TEXT)?)
    }
}

/// Reads the file.
pub(super) fn read(fields: Fields<'_>, problems: &mut Problems) -> Vec<Registered> {
    let lists = fields.lists(problems);
    let entry = |(id, tables): (At<String>, Vec<Fields<'_>>)| Registered {
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
    fields.done(problems);
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

/// Gives a dispute the fingerprints of its items, and what they were before.
pub(super) fn enter(dispute: &mut Dispute, register: &[Registered]) {
    let latest = latest(dispute);
    let current: Vec<(Id, Fingerprint)> = dispute
        .items()
        .map(|item| (item.id().clone(), print::of(dispute, &item)))
        .collect();
    let in_use: BTreeSet<&str> = current.iter().map(|(id, _)| id.as_str()).collect();
    let mut published: BTreeMap<&str, Vec<&Version>> = BTreeMap::new();
    for entry in register {
        if let Some(id) = now(dispute, &in_use, &entry.id.value) {
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
        .filter_map(|text| Some((text, print::of_head(dispute, text)?)))
        .collect();
    dispute.fingerprints = current.into_iter().map(|(_, print)| print).collect();
    dispute.earlier = earlier;
}

/// The id in use for one that was published.
fn now<'a>(dispute: &'a Dispute, in_use: &BTreeSet<&'a str>, id: &str) -> Option<&'a str> {
    if let Some(id) = in_use.get(id) {
        return Some(id);
    }
    match dispute.follow(id)? {
        ItemRef::Item(item) => in_use.get(item.id().as_str()).copied(),
        ItemRef::Alias(_) | ItemRef::Gone(..) => None,
    }
}

/// The day of the newest revision; the as-of date where there is none.
fn latest(dispute: &Dispute) -> Date {
    let days = dispute.revisions.iter().map(|revision| revision.date);
    days.max().unwrap_or(dispute.as_of)
}

/// Something with a fingerprint, as it is now.
struct Published<'a> {
    /// Its key in the register.
    key: String,
    fingerprint: Fingerprint,
    what: What<'a>,
}

#[derive(Clone, Copy)]
enum What<'a> {
    Item(Item<'a>),
    Head(HeadText),
}

/// What the register of a dispute has to become.
pub(super) fn update(dispute: &Dispute, register: &[Registered]) -> RegisterUpdate {
    let latest = latest(dispute);
    let mut update = RegisterUpdate {
        dispute: dispute.id.to_string(),
        is_first: register.is_empty(),
        path: format!("{}/{FILE}", dispute.id),
        text: String::new(),
        versions: BTreeMap::new(),
        added: Vec::new(),
        changed: Vec::new(),
        unexplained: Vec::new(),
        unsupported: Vec::new(),
    };
    let mut entries: Vec<(String, Vec<Version>)> = register
        .iter()
        .map(|entry| (entry.id.value.clone(), entry.versions.clone()))
        .collect();
    let known: BTreeMap<&str, usize> = register
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry.id.value.as_str(), at))
        .collect();
    for Published {
        key,
        fingerprint,
        what,
    } in published(dispute, register)
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
        let Some(last) = versions.last() else {
            versions.push(version);
            update.changed.push(key);
            continue;
        };
        if last.fingerprint != fingerprint {
            if !what.is_accounted_for(dispute, versions) {
                update.unexplained.push(key.clone());
            }
            if !what.is_supported(dispute) {
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
    update.text = file(
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

/// The file with these entries.
pub(super) fn file<'a>(entries: impl Iterator<Item = (&'a str, &'a [Version])>) -> String {
    let mut text = HEAD.to_owned();
    for (id, versions) in entries {
        let versions: Vec<String> = versions.iter().map(print_version).collect();
        text.push_str(&format!("{id} = [{}]\n", versions.join(", ")));
    }
    text
}

/// Everything of a dispute that has a fingerprint, and the texts of the whole that
/// had one and were taken out.
fn published<'a>(
    dispute: &'a Dispute,
    register: &[Registered],
) -> impl Iterator<Item = Published<'a>> {
    let items = dispute.items().zip(&dispute.fingerprints);
    let items = items.map(|(item, &fingerprint)| Published {
        key: item.id().to_string(),
        fingerprint,
        what: What::Item(item),
    });
    let known: BTreeSet<HeadText> = register.iter().filter_map(Registered::head_text).collect();
    let texts = HeadText::ALL.into_iter().filter_map(move |text| {
        let now = print::of_head(dispute, text);
        let gone = known.contains(&text).then(print::of_nothing);
        Some(Published {
            key: format!("{HEAD_TEXT}{}", text.name()),
            fingerprint: now.or(gone)?,
            what: What::Head(text),
        })
    });
    items.chain(texts)
}

impl What<'_> {
    /// Whether a revision speaks of a change of it: one later than its last version,
    /// or one of that day that accounts for none of its changes so far.
    fn is_accounted_for(self, dispute: &Dispute, versions: &[Version]) -> bool {
        let Some(last) = versions.last().map(|version| version.since) else {
            return true;
        };
        let changes = versions.iter().skip(1);
        let changes = changes.filter(|version| version.since == last).count();
        let concerns = |revision: &Revision| match self {
            Self::Item(item) => revision.concerns(&item),
            Self::Head(text) => revision.is_of_everything() || revision.texts.contains(&text),
        };
        let revisions = dispute.revisions.iter();
        let concerning = revisions.filter(|revision| !revision.is_first() && concerns(revision));
        let dates: Vec<Date> = concerning.map(|revision| revision.date).collect();
        let of_that_day = dates.iter().filter(|date| **date == last).count();
        dates.iter().any(|date| *date > last) || of_that_day > changes
    }

    /// Whether it says what it rests on, where it has to.
    fn is_supported(self, dispute: &Dispute) -> bool {
        let all = |texts: &[Supported]| texts.iter().all(|text| !text.rests_on.is_empty());
        match self {
            Self::Item(Item::Point(point)) => !point.rests_on.is_empty(),
            Self::Head(HeadText::Accepted) => all(&dispute.accepted),
            Self::Head(HeadText::Contested) => all(&dispute.contested),
            // Positions and what happened next have it in every case.
            Self::Item(_) | Self::Head(_) => true,
        }
    }
}

fn print_version(version: &Version) -> String {
    let Date { year, month, day } = version.since;
    format!(
        "{{ since = {year:04}-{month:02}-{day:02}, fingerprint = \"{}\" }}",
        version.fingerprint
    )
}
