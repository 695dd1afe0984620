//! The update that a register needs: new ids, and versions that changed.

use std::collections::{BTreeMap, BTreeSet};

use super::item_hash;
use super::register::{FILE, HEAD_TEXT, RegisterEntry, Version, latest_revision_date, to_toml};
use crate::{Date, Dispute, Fingerprint, HeadText, Item, Retired, Revision, Speaker, Supported};

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
    /// Those of them that are speakers, where the register is from before speakers were
    /// items. They are no reason to refuse the data.
    pub speakers_added: Vec<String>,
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
            speakers_added: Vec::new(),
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
pub(super) fn update(dispute: &Dispute, register: &[RegisterEntry]) -> RegisterUpdate {
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
    let is_known = |speaker: &Speaker| known.contains_key(speaker.id.as_str());
    let predates_speakers = !update.is_first && !dispute.speakers.iter().any(is_known);
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
            let is_speaker = matches!(subject, Subject::Item(Item::Speaker(_)));
            if predates_speakers && is_speaker {
                update.speakers_added.push(key.clone());
            }
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

/// Everything in a dispute that has a fingerprint, including dispute-level texts
/// that were registered and then removed.
fn fingerprinted<'a>(
    dispute: &'a Dispute,
    register: &[RegisterEntry],
) -> impl Iterator<Item = Fingerprinted<'a>> {
    let items = dispute.items().zip(&dispute.fingerprints);
    let items = items.map(|(item, &fingerprint)| Fingerprinted {
        key: item.id().to_string(),
        fingerprint,
        subject: Subject::Item(item),
    });
    let known: BTreeSet<HeadText> = register
        .iter()
        .filter_map(RegisterEntry::head_text)
        .collect();
    let texts = HeadText::ALL.iter().copied().filter_map(move |text| {
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
