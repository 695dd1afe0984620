//! What a published site carried, held against the registers: what it never
//! carried was a draft, and leaves no trace.

use std::collections::{BTreeMap, BTreeSet};

use super::InputFile;
use super::due::{RULE, names};
use super::problem::{Place, Problems, Report};
use super::raw;
use super::register::{self, Registered, Version};
use crate::Fingerprint;

/// The versions that a site carries: by dispute, then by id or name of a text of
/// the whole.
pub type Versions = BTreeMap<String, BTreeMap<String, Vec<Fingerprint>>>;

/// A register without what was never published.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drafts {
    /// The file, below the data folder.
    pub path: String,
    /// What has to stand in it; nothing where nothing of the dispute was published.
    pub text: Option<String>,
    /// The ids and names of texts that go.
    pub ids: Vec<String>,
    /// Those that stay and of which versions go, with how many.
    pub versions: Vec<(String, usize)>,
}

/// What every register has to become so that nothing is in it that `site` did not
/// carry; registers that stay as they are are left out. Nothing but the registers
/// is looked at: the data may be in the middle of a change.
///
/// # Errors
///
/// Where a register can't be read, or lacks what the site carries: then it is a
/// site of other data, or of newer data.
pub(super) fn drafts(
    root: &str,
    files: &[InputFile],
    site: &Versions,
) -> Result<Vec<Drafts>, Report> {
    let mut problems = Problems::new(root);
    let of_registers = |file: &&InputFile| {
        let name = file.path.split_once('/').map(|(_, name)| name);
        name == Some(register::FILE)
    };
    let registers: Vec<InputFile> = files.iter().filter(of_registers).cloned().collect();
    let raw = raw::library(&registers, &mut problems);
    problems.finish()?;

    let folders = files.iter().filter_map(|file| file.path.split_once('/'));
    let folders: BTreeSet<&str> = folders.map(|(folder, _)| folder).collect();
    let mut problems = Problems::new(root);
    if !raw.disputes.is_empty() && !folders.iter().any(|id| site.contains_key(*id)) {
        problems.add(
            &Place::start("library.toml"),
            RULE,
            "the site has none of these disputes, and may be of other data",
            "give a copy of the site as which this data is published; if nothing of a dispute was ever published, delete its register.toml",
        );
    }
    let nothing = BTreeMap::new();
    let mut drafts = Vec::new();
    for dispute in &raw.disputes {
        let carried = site.get(&dispute.id).unwrap_or(&nothing);
        lost(&dispute.id, &dispute.register, carried, &mut problems);
        drafts.extend(without(&dispute.id, &dispute.register, carried));
    }
    for (id, carried) in site {
        let is_read = raw.disputes.iter().any(|dispute| dispute.id == *id);
        if !is_read && folders.contains(id.as_str()) {
            lost(id, &[], carried, &mut problems);
        }
    }
    problems.finish()?;
    Ok(drafts)
}

/// What a site carries and the register does not know.
fn lost(
    dispute: &str,
    register: &[Registered],
    carried: &BTreeMap<String, Vec<Fingerprint>>,
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
    let missing = carried
        .iter()
        .filter(|(id, versions)| !is_known(id, versions));
    let missing: Vec<String> = missing.map(|(id, _)| id.clone()).collect();
    if !missing.is_empty() {
        problems.add(
            &Place::start(&format!("{dispute}/{}", register::FILE)),
            RULE,
            format!(
                "the site carries versions of {} that the register lacks",
                names(&missing)
            ),
            "bring this data up to what was published, or give a copy of the site as which it is published",
        );
    }
}

/// The register without what the site did not carry, if that is another.
fn without(
    dispute: &str,
    register: &[Registered],
    carried: &BTreeMap<String, Vec<Fingerprint>>,
) -> Option<Drafts> {
    let mut kept: Vec<(&str, Vec<Version>)> = Vec::new();
    let mut drafts = Drafts {
        path: format!("{dispute}/{}", register::FILE),
        text: None,
        ids: Vec::new(),
        versions: Vec::new(),
    };
    for entry in register {
        let id = &entry.id.value;
        let Some(published) = carried.get(id) else {
            drafts.ids.push(id.clone());
            continue;
        };
        let mut versions = entry.versions.clone();
        versions.retain(|version| published.contains(&version.fingerprint));
        let gone = entry.versions.len() - versions.len();
        if gone > 0 {
            drafts.versions.push((id.clone(), gone));
        }
        kept.push((id, versions));
    }
    if !kept.is_empty() {
        let kept = kept.iter().map(|(id, versions)| (*id, &**versions));
        drafts.text = Some(register::file(kept));
    }
    (!(drafts.ids.is_empty() && drafts.versions.is_empty())).then_some(drafts)
}
