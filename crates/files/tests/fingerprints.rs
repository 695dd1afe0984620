//! Fingerprints never change: every fingerprint recorded for the fixtures still
//! belongs to its item.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use says_who_model::Id;

/// The fingerprints of each item, oldest first, by its id.
type Frozen = BTreeMap<String, Vec<String>>;

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// The recorded fingerprints, by library folder and dispute.
fn frozen() -> BTreeMap<String, Frozen> {
    let text = fs::read_to_string(root().join("frozen/fingerprints.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let ids = |items: &toml::Value| -> Frozen {
        let versions = |all: &toml::Value| -> Vec<String> {
            let all = all.as_array().unwrap().iter();
            all.map(|one| one.as_str().unwrap().to_owned()).collect()
        };
        let items = items.as_table().unwrap().iter();
        items.map(|(id, all)| (id.clone(), versions(all))).collect()
    };
    table
        .iter()
        .map(|(folder, items)| (folder.clone(), ids(items)))
        .collect()
}

#[test]
fn every_frozen_fingerprint_is_still_known() {
    let mut wrong = Vec::new();
    let mut items = 0;
    for (folder, frozen) in frozen() {
        let (library, name) = folder.split_once('/').unwrap();
        let library = says_who_files::library(&root().join(library)).unwrap();
        let dispute = library.dispute(name).unwrap();
        for (id, versions) in &frozen {
            let id: Id = id.parse().unwrap();
            let now = dispute.fingerprint(&id).map(|now| now.to_string());
            let earlier: Vec<String> = dispute
                .versions(&id)
                .map(|(fingerprint, _)| fingerprint.to_string())
                .collect();
            let (last, before) = versions.split_last().unwrap();
            if now.as_ref() != Some(last) {
                wrong.push(format!("{folder} {id}: {last} is now {now:?}"));
            }
            for one in before.iter().filter(|one| !earlier.contains(one)) {
                wrong.push(format!("{folder} {id}: {one} is no longer known"));
            }
            items += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(items > 150, "{items}");
}
