//! Removes unpublished entries from the registers: versions that the published site
//! never had were drafts and leave no trace.

use std::collections::{BTreeMap, BTreeSet};

use super::InputFile;
use super::data_files;
use super::due::{RULE, list_ids};
use super::problem::{Place, Problems, Report};
use super::register::{self, RegisterEntry, Version};
use crate::Fingerprint;

/// The versions that a site has: by dispute, then by id or name of a dispute-level
/// text.
pub type Versions = BTreeMap<String, BTreeMap<String, Vec<Fingerprint>>>;

/// A register without its unpublished entries.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PrunedRegister {
    /// The path of the file, relative to the data folder.
    pub path: String,
    /// The new content; `None` if nothing of the dispute was published.
    pub text: Option<String>,
    /// The removed keys: ids, and names of dispute-level texts.
    pub ids: Vec<String>,
    /// The remaining keys that lose versions, each with the number of versions.
    pub versions: Vec<(String, usize)>,
}

/// The registers that have entries unknown to `site`, without those entries. Only
/// the registers are read: the rest of the data may be in the middle of a change.
///
/// # Errors
///
/// If a register can't be read, or lacks versions that the site has: then the site
/// was built from other or newer data.
pub(super) fn prune_registers(
    root: &str,
    files: &[InputFile],
    site: &Versions,
) -> Result<Vec<PrunedRegister>, Report> {
    let mut problems = Problems::new(root);
    let of_registers = |file: &&InputFile| {
        let name = file.path.split_once('/').map(|(_, name)| name);
        name == Some(register::FILE)
    };
    let registers: Vec<InputFile> = files.iter().filter(of_registers).cloned().collect();
    let raw = data_files::library(&registers, &mut problems);
    problems.finish()?;

    let folders = files.iter().filter_map(|file| file.path.split_once('/'));
    let folders: BTreeSet<&str> = folders.map(|(folder, _)| folder).collect();
    let mut problems = Problems::new(root);
    if !raw.disputes.is_empty() && !folders.iter().any(|id| site.contains_key(*id)) {
        problems.add(
            &Place::start("library.toml"),
            RULE,
            "the site has none of these disputes; it may have been built from other data",
            "give a copy of the site that publishes this data; if nothing of a dispute was ever published, delete its register.toml",
        );
    }
    let nothing = BTreeMap::new();
    let mut pruned = Vec::new();
    for dispute in &raw.disputes {
        let published = site.get(&dispute.id).unwrap_or(&nothing);
        report_unknown_versions(&dispute.id, &dispute.register, published, &mut problems);
        pruned.extend(prune(&dispute.id, &dispute.register, published));
    }
    for (id, published) in site {
        let is_read = raw.disputes.iter().any(|dispute| dispute.id == *id);
        if !is_read && folders.contains(id.as_str()) {
            report_unknown_versions(id, &[], published, &mut problems);
        }
    }
    problems.finish()?;
    Ok(pruned)
}

/// Reports versions that the site has and the register lacks.
fn report_unknown_versions(
    dispute: &str,
    register: &[RegisterEntry],
    published: &BTreeMap<String, Vec<Fingerprint>>,
    problems: &mut Problems,
) {
    let is_known = |id: &str, versions: &[Fingerprint]| {
        let entry = register.iter().find(|entry| entry.id.value == id);
        entry.is_some_and(|entry| {
            let known =
                |print: &Fingerprint| entry.versions.iter().any(|of| of.fingerprint == *print);
            versions.iter().all(known)
        })
    };
    let missing = published
        .iter()
        .filter(|(id, versions)| !is_known(id, versions));
    let missing: Vec<String> = missing.map(|(id, _)| id.clone()).collect();
    if !missing.is_empty() {
        problems.add(
            &Place::start(&format!("{dispute}/{}", register::FILE)),
            RULE,
            format!(
                "the site has versions of {} that are missing from the register",
                list_ids(&missing)
            ),
            "update this data to what was published, or give a copy of the site that publishes it",
        );
    }
}

/// The register without entries that the site does not have; `None` if nothing
/// changes.
fn prune(
    dispute: &str,
    register: &[RegisterEntry],
    published: &BTreeMap<String, Vec<Fingerprint>>,
) -> Option<PrunedRegister> {
    let mut kept: Vec<(&str, Vec<Version>)> = Vec::new();
    let mut pruned = PrunedRegister {
        path: format!("{dispute}/{}", register::FILE),
        text: None,
        ids: Vec::new(),
        versions: Vec::new(),
    };
    for entry in register {
        let id = &entry.id.value;
        let Some(in_site) = published.get(id) else {
            pruned.ids.push(id.clone());
            continue;
        };
        let mut versions = entry.versions.clone();
        versions.retain(|version| in_site.contains(&version.fingerprint));
        let gone = entry.versions.len() - versions.len();
        if gone > 0 {
            pruned.versions.push((id.clone(), gone));
        }
        kept.push((id, versions));
    }
    if !kept.is_empty() {
        let kept = kept.iter().map(|(id, versions)| (*id, &**versions));
        pruned.text = Some(register::to_toml(kept));
    }
    (!(pruned.ids.is_empty() && pruned.versions.is_empty())).then_some(pruned)
}
