//! The library of the small site, and every id in it that has a page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use says_who_model::{Dispute, Id, Library};

pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
        says_who_files::library(&folder).unwrap()
    })
}

/// Every id with a page below the dispute, including those of `frozen/addresses.toml`.
pub(crate) fn ids(dispute: &Dispute) -> &'static BTreeSet<String> {
    static IDS: OnceLock<BTreeMap<String, BTreeSet<String>>> = OnceLock::new();
    let all = IDS.get_or_init(|| {
        let disputes = library().disputes.iter();
        let all = disputes.map(|dispute| (dispute.id.to_string(), pages_below(dispute)));
        all.collect()
    });
    &all[dispute.id.as_str()]
}

fn pages_below(dispute: &Dispute) -> BTreeSet<String> {
    let frozen =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen/addresses.toml"));
    let frozen: toml::Table = frozen.unwrap().parse().unwrap();
    let older = frozen["files"].as_array().unwrap().iter();
    let older = older.filter_map(|path| {
        let below = path.as_str()?.strip_prefix(dispute.id.as_str())?;
        let id = below.strip_prefix('/')?.strip_suffix('/')?;
        id.parse::<Id>().ok().map(|id| id.to_string())
    });
    let items = dispute.items().map(|item| item.id().to_string());
    items.chain(older).collect()
}
