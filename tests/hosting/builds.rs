//! What a build keeps of the previous one, and what `build.json` lists.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use says_who_tests::{base, files, says_who, site};
use serde_json::{Value, json};

/// Files whose names have no digest: every build overwrites them.
const STABLE_NAMES: [&str; 3] = ["revisions.atom", "site.webmanifest", "worker.js"];

/// Builds a site; returns whether that succeeded, and the output.
fn build(data: &str, out: &Path, more: &[&str]) -> (bool, String) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = says_who(&["build", "--public-url", "/x/", "--data", data, "--out"])
        .arg(out)
        .args(more)
        .current_dir(project)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

#[test]
fn a_build_keeps_the_assets_of_the_previous_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let (succeeded, said) = build("tests/fixture", &out, &[]);
    assert!(succeeded, "{said}");
    let page = fs::read_to_string(out.join("index.html")).unwrap();
    let before: Vec<(String, Vec<u8>)> = files(&out)
        .iter()
        .map(|file| file.strip_prefix(&out).unwrap().to_str().unwrap())
        .filter(|path| page.contains(&format!("/x/{path}")) && !path.ends_with(".png"))
        .filter(|path| !STABLE_NAMES.contains(path))
        .map(|path| (path.to_owned(), fs::read(out.join(path)).unwrap()))
        .collect();
    assert!(
        before.iter().any(|(path, _)| path.starts_with("offline-")),
        "{before:?}"
    );

    // The next build has no offline support, so it lacks the script that registers
    // the service worker.
    let (succeeded, said) = build("tests/fixture-large", &out, &["--no-offline"]);
    assert!(
        succeeded && said.contains("open pages may still load them"),
        "{said}"
    );
    for (path, bytes) in &before {
        assert!(fs::read(out.join(path)).unwrap() == *bytes, "{path}");
    }
    // Nothing else of the old site is left.
    assert!(!out.join("bridge-repair").exists());

    // A file that no build wrote stops the build: it stays, and so does the site.
    fs::write(out.join("CNAME"), "example.org").unwrap();
    let (succeeded, said) = build("tests/fixture", &out, &[]);
    assert!(!succeeded && said.contains("`CNAME`"), "{said}");
    assert!(out.join("CNAME").exists() && out.join("did-the-ferry-answer").exists());
}

#[test]
fn build_json_lists_every_file_and_marks_the_assets_of_pages() {
    for name in ["repo", "root", "a-b", "stress"] {
        let folder = site(name);
        let text = fs::read_to_string(folder.join("build.json")).unwrap();
        let manifest: Value = serde_json::from_str(&text).unwrap();
        let listed: Vec<(&str, u64)> = manifest["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| {
                (
                    file["path"].as_str().unwrap(),
                    file["size"].as_u64().unwrap(),
                )
            })
            .collect();
        let mut found: Vec<(String, u64)> = files(&folder)
            .iter()
            .map(|file| {
                let path = file.strip_prefix(&folder).unwrap().to_str().unwrap();
                (path.to_owned(), file.metadata().unwrap().len())
            })
            .filter(|(path, _)| path != "build.json")
            .collect();
        found.sort();
        let found: Vec<(&str, u64)> = found
            .iter()
            .map(|(path, size)| (path.as_str(), *size))
            .collect();
        assert!(listed == found, "{name}: {listed:?} and {found:?}");
        assert_eq!(manifest["kept"], json!([]));

        // The assets of the start page are kept after it, for pages that are still
        // open, so they have to be marked.
        let marked: BTreeSet<&str> = manifest["files"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|file| file["named-by-digest"] == json!(true))
            .map(|file| file["path"].as_str().unwrap())
            // Some icons are only listed in the web app manifest.
            .filter(|path| !path.ends_with(".png"))
            .collect();
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let loaded: BTreeSet<&str> = listed
            .iter()
            .map(|(path, _)| *path)
            .filter(|path| {
                !path.contains('/') && !path.ends_with(".html") && !path.ends_with(".png")
            })
            .filter(|path| page.contains(&format!("{}{path}", base(name))))
            .filter(|path| !STABLE_NAMES.contains(path))
            .collect();
        assert!(loaded.len() >= 5, "{loaded:?}");
        assert_eq!(loaded, marked, "{name}");
    }
}
