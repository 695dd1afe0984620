//! URLs never break: every URL that the fixture's site ever had is answered, and
//! browsers still find the data that they stored under old names.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use says_who_tests::page::{Element, Focus, LocalStorage, ServiceWorker, SessionStorage, View};
use says_who_tests::{Engine, Start, base, in_chromium, site};
use serde_json::{Value, json};

in_chromium! {
    frozen_views_show_the_same_matches,
    frozen_fingerprints_in_urls_are_recognised,
    stored_data_keeps_its_frozen_names,
}

const WHOLE: &str = "bridge-repair/";

/// The section of `frozen/addresses.toml` with this name.
fn frozen(name: &str) -> toml::Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen/addresses.toml");
    let table: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
    table[name].clone()
}

fn texts(list: &toml::Value) -> Vec<String> {
    let list = list.as_array().unwrap().iter();
    list.map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Lists by key.
fn lists(table: &toml::Value) -> BTreeMap<String, Vec<String>> {
    let table = table.as_table().unwrap().iter();
    table
        .map(|(key, list)| (key.clone(), texts(list)))
        .collect()
}

/// The file that a host sends for a path below the base.
fn file(site_name: &str, path: &str) -> PathBuf {
    let file = site(site_name).join(path);
    if path.is_empty() || path.ends_with('/') {
        file.join("index.html")
    } else {
        file
    }
}

#[test]
fn every_frozen_path_is_answered() {
    let (files, hosted) = (texts(&frozen("files")), texts(&frozen("hosted")));
    assert!(files.len() > 100 && hosted.len() > 10);
    let both = files
        .iter()
        .flat_map(|path| [("a-b", path), ("hosted", path)]);
    let hosted = hosted.iter().map(|path| ("hosted", path));
    let missing: Vec<String> = both
        .chain(hosted)
        .filter(|(name, path)| !fs::metadata(file(name, path)).is_ok_and(|file| file.len() > 0))
        .map(|(name, path)| format!("{name}: {path}"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_frozen_fragment_has_its_element() {
    let mut found = 0;
    let mut missing = Vec::new();
    for (page, ids) in lists(&frozen("fragments")) {
        for name in ["a-b", "hosted"] {
            let html = fs::read_to_string(file(name, &page)).unwrap();
            for id in &ids {
                if html.contains(&format!(" id=\"{id}\"")) {
                    found += 1;
                } else {
                    missing.push(format!("{name}: {page}#{id}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(found > 150, "{found}");
}

/// The next build has to read a `build.json` of any age.
#[test]
fn the_build_manifest_keeps_its_frozen_keys() {
    let list = fs::read_to_string(file("a-b", "build.json")).unwrap();
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list["format"], json!(1));
    let files = list["files"].as_array().unwrap();
    for file in files {
        assert!(
            file["path"].is_string() && file["sha256"].is_string(),
            "{file}"
        );
        assert!(file["size"].is_u64(), "{file}");
    }
    assert!(
        files
            .iter()
            .any(|file| file["named-by-digest"] == json!(true))
    );
    assert!(list["kept"].is_array());
    // `register --published` reads these.
    let versions = list["versions"]["bridge-repair"]["notice-given"].as_array();
    let versions = versions.unwrap().iter();
    assert!(versions.clone().all(Value::is_string));
    assert!(versions.clone().any(|version| version == "abefore2"));
    assert!(list["versions"]["bridge-repair"]["mayor-first-remark"].is_array());
}

/// Newer statements, which the list does not have, may match too.
async fn frozen_views_show_the_same_matches(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let views = frozen("views");
    let views = views.as_table().unwrap();
    assert!(views.len() > 10);
    let statements = texts(&frozen("statements"));
    for (query, view) in views {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("{WHOLE}{query}")).await;
        let (first, matches) = (view["first"].as_str().unwrap(), texts(&view["matches"]));
        View(&browser)
            .wait_for_matches_among(first, &statements, &matches)
            .await;
    }
}

async fn frozen_fingerprints_in_urls_are_recognised(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    for (address, changed) in frozen("versions").as_table().unwrap() {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("{WHOLE}{address}")).await;
        let noticed = Element::new(&browser, "#_changed").exists().await;
        assert_eq!(noticed, changed.as_bool().unwrap(), "{address}");
    }
}

async fn stored_data_keeps_its_frozen_names(engine: Engine) {
    let names = frozen("names");
    let name = |key: &str| names[key].as_str().unwrap().to_owned();
    let browser = Start::site("a-b").open(engine, WHOLE).await;

    // The scope of the service worker is the whole site, and the name of its cache
    // contains the release.
    ServiceWorker(&browser)
        .wait_until_active_with_cache(base("a-b"), &name("caches"))
        .await;

    // Unfolded items and scroll positions, in session storage.
    browser.click("#clerk-on-register .sourcing__summary").await;
    let unfolded = format!("{}/bridge-repair", name("unfolded"));
    SessionStorage(&browser)
        .wait_for(&unfolded, "clerk-on-register")
        .await;
    browser.goto_hydrated(&format!("{WHOLE}who-pays/")).await;
    let places = SessionStorage(&browser).get(&name("places")).await;
    assert!(places.is_some());

    // Turned-off single-key shortcuts, in local storage.
    let keys = name("keys");
    for (stored, moves) in [(Some("off"), false), (None, true)] {
        match stored {
            Some(value) => LocalStorage(&browser).set(&keys, value).await,
            None => LocalStorage(&browser).remove(&keys).await,
        }
        browser.goto_hydrated("").await;
        browser.goto_hydrated(WHOLE).await;
        browser.type_text("j").await;
        if moves {
            Focus(&browser).wait_for_id("notice-given").await;
        } else {
            assert_ne!(Focus(&browser).id().await, json!("notice-given"));
        }
    }
}
