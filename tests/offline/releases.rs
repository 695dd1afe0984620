//! The releases of the small dispute that the tests serve one after the other.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use says_who_bundle::{MANIFEST, integrity};
use says_who_tests::{copy_files, edit, files, says_who, site};
use serde_json::{Value, json};

use crate::{BASE, FIRST, SECOND};

/// Two releases of the small dispute, and a third one with offline support turned
/// off. Each has a bundle of its own: no two bundles share a file name.
pub(crate) struct Releases {
    pub(crate) first: PathBuf,
    pub(crate) second: PathBuf,
    pub(crate) off: PathBuf,
}

pub(crate) fn releases() -> &'static Releases {
    static RELEASES: OnceLock<Releases> = OnceLock::new();
    RELEASES.get_or_init(|| {
        let builds = site("offline");
        Releases {
            first: build_release(&builds.join("first"), "0001", FIRST, true),
            second: build_release(&builds.join("second"), "0002", SECOND, true),
            off: build_release(&builds.join("off"), "0003", SECOND, false),
        }
    })
}

/// Builds a release below `folder`, with `words` in the summary, and `digits` in the
/// names of the bundle's files.
fn build_release(folder: &Path, digits: &str, words: &str, offline: bool) -> PathBuf {
    let (data, bundle, out) = (
        folder.join("data"),
        folder.join("bundle"),
        folder.join("site"),
    );
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    // Registered anew, so that the edit needs no revision.
    copy_files(&fixture, &data, |file| !file.ends_with("register.toml"));
    let dispute = data.join("bridge-repair/dispute.toml");
    let newly = format!("summary = [\n  \"{words} ");
    edit(&dispute, "summary = [\n  \"", &newly);
    write_bundle(&bundle, digits);

    let run = |command: &mut Command| {
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
    };
    run(says_who(&["register"]).arg(&data));
    run(
        says_who(&["build", "--quiet", "--public-url", BASE, "--data"])
            .arg(&data)
            .arg("--bundle")
            .arg(&bundle)
            .arg("--out")
            .arg(&out)
            .args((!offline).then_some("--no-offline")),
    );
    out
}

/// Writes a bundle like the tested one, with `digits` in the names of its files and in
/// its style sheet.
fn write_bundle(folder: &Path, digits: &str) {
    let tested = std::env::var_os("SAYS_WHO_TEST_BUNDLE").expect("run `cargo xtask test`");
    let tested = Path::new(&tested);
    fs::create_dir_all(folder).unwrap();
    let manifest = fs::read_to_string(tested.join(MANIFEST)).unwrap();
    let mut manifest: Value = serde_json::from_str(&manifest).unwrap();
    for asset in manifest.as_object_mut().unwrap().values_mut() {
        let name = asset["name"].as_str().unwrap().to_owned();
        let mut contents = fs::read(tested.join(&name)).unwrap();
        if name.ends_with(".css") {
            contents.extend(format!("/*{digits}*/").bytes());
            asset["integrity"] = json!(integrity(&contents));
        }
        let other = match name.split_once('-') {
            Some((start, rest)) if rest.len() > 16 => {
                format!("{start}-{digits}{}", &rest[digits.len()..])
            }
            _ => name,
        };
        fs::write(folder.join(&other), contents).unwrap();
        asset["name"] = json!(other);
    }
    fs::write(folder.join(MANIFEST), manifest.to_string()).unwrap();
}

/// The name of a release, read from one of its pages.
pub(crate) fn release_name(release: &Path) -> String {
    let page = fs::read_to_string(release.join("index.html")).unwrap();
    let rest = page.split_once(r#" data-release=""#).unwrap().1;
    rest.split('"').next().unwrap().to_owned()
}

/// The file name of a release's style sheet.
pub(crate) fn style_sheet(release: &Path) -> String {
    let names = files(release);
    let mut names = names
        .iter()
        .map(|file| file.file_name().unwrap().to_str().unwrap());
    names
        .find(|name| name.ends_with(".css"))
        .unwrap()
        .to_owned()
}

#[test]
fn every_change_gives_the_release_another_name() {
    let Releases { first, second, .. } = releases();
    let (one, other) = (release_name(first), release_name(second));
    assert_ne!(one, other);
    let worker = fs::read_to_string(first.join("worker.js")).unwrap();
    assert!(worker.contains(&one) && !worker.contains(&other));
    // The same input gives the same bytes. A small change to one text gives another
    // name.
    let builds = site("offline");
    let again = build_release(&builds.join("again"), "0001", FIRST, true);
    let changed = build_release(&builds.join("word"), "0001", "The first release!", true);
    assert_eq!(
        fs::read(again.join("worker.js")).unwrap(),
        worker.as_bytes()
    );
    assert_ne!(release_name(&changed), one);
}
