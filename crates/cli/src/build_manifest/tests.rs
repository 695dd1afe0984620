//! Tests of the build manifest.

use std::fs;

use says_who_model::read::Versions;

use super::{BuildManifest, Entry, NAME, has_hashed_name};
use crate::version::VERSION;

const APP: &str = "app-0123456789abcdef_bg.wasm";

#[test]
fn hashed_names_are_recognized() {
    for name in [APP, "main-fedcba9876543210.css", "a-b-0123456789abcdef.css"] {
        assert!(has_hashed_name(name), "{name}");
    }
    for name in [
        "index.html",
        "feed-0123456789abcdef.html",
        "dispute/app-0123456789abcdef.js",
        "app-0123456789abcdeg.js",
        "app-0123456789ABCDEF.js",
        "app-0123456789abcde.js",
        "app-0123456789abcdef",
        "app-0123456789abcdef.",
        "0123456789abcdef.js",
    ] {
        assert!(!has_hashed_name(name), "{name}");
    }
}

#[test]
fn what_is_written_is_read_and_the_same_every_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir(root.join("x")).expect("a folder");
    for (path, text) in [("x/index.html", "x"), (APP, "wasm"), ("404.html", "")] {
        fs::write(root.join(path), text).expect("a file");
    }
    let kept = Entry::from_bytes("app-00000000000000ff.js".to_owned(), b"old");
    let mut versions = Versions::new();
    let of_dispute = versions.entry("dispute".to_owned()).or_default();
    for (id, fingerprints) in [
        ("_summary", &["abcdefg2"][..]),
        ("gone", &[]),
        ("point", &["abcdefg3", "abcdefg4"]),
    ] {
        let fingerprints = fingerprints.iter().map(|fingerprint| fingerprint.parse());
        let fingerprints: Result<_, _> = fingerprints.collect();
        of_dispute.insert(id.to_owned(), fingerprints.expect("fingerprints"));
    }
    let manifest = BuildManifest::from_site(root)
        .map(|manifest| manifest.with_versions(versions))
        .and_then(|manifest| manifest.with_kept(vec![kept]))
        .expect("a manifest");
    manifest.write(root).expect("written");
    let text = fs::read_to_string(root.join(NAME)).expect("a text");
    // Not the present version: a release would change the snapshot.
    insta::assert_snapshot!(text.replace(VERSION, "[version]"));
    assert_eq!(BuildManifest::read(root).as_ref(), Ok(&manifest));
    // The manifest does not list itself, so a second one is the same.
    let again = BuildManifest::from_site(root).expect("a manifest");
    assert_eq!(again.files, manifest.files);
}

// Over 60 lines: a list of invalid manifests.
#[test]
fn an_invalid_manifest_is_refused() {
    let entry = |path: &str| {
        format!(
            r#"{{"path": "{path}", "size": 1, "sha256": "{}"}}"#,
            "0".repeat(64)
        )
    };
    let with = |files: &str, kept: &str| {
        format!(r#"{{"format": 1, "files": [{files}], "kept": [{kept}]}}"#)
    };
    let parse = |text: &str| BuildManifest::parse(text.as_bytes());
    assert!(parse(&with(&entry("x/index.html"), "")).is_ok());
    for path in [
        "",
        "/etc/passwd",
        "../x.html",
        "x/../../y.html",
        "./x.html",
        "x//y.html",
        "x/",
        r"..\\x.html",
        "C:/x.html",
        "-o.html",
        "x y.html",
        "x%2f.html",
        r"x\u0000.html",
        "é.html",
        NAME,
    ] {
        let refused = parse(&with(&entry(path), "")).expect_err(path);
        assert!(refused.contains("no path"), "{path}: {refused}");
    }
    let twice = format!("{0}, {0}", entry("x.html"));
    assert!(parse(&with(&twice, "")).is_err());
    assert!(parse(&with("", &entry("x.html"))).is_err());
    // Marked as hashed without a digest, and the reverse.
    let marked = entry("x.html").replace('}', r#", "named-by-digest": true}"#);
    assert!(parse(&with(&marked, "")).is_err());
    assert!(parse(&with(&entry(APP), "")).is_err());
    let short = entry("x.html").replace(&"0".repeat(64), "0");
    assert!(parse(&with(&short, "")).is_err());
    let many: Vec<String> = (0..201)
        .map(|i| entry(&format!("a-{i:016x}.js")).replace('}', r#", "named-by-digest": true}"#))
        .collect();
    assert!(parse(&with(&many.join(","), "")).is_err());
    let parse_versions = |versions: &str| {
        let end = format!(r#"], "versions": {versions}}}"#);
        parse(&with("", "").replace("]}", &end))
    };
    assert!(parse_versions(r#"{"a": {"_b": ["abcdefg2"], "c": []}}"#).is_ok());
    for versions in [
        "1",
        r#"{"a": ["b"]}"#,
        r#"{"../a": {}}"#,
        r#"{"a\u001b[2J": {}}"#,
        r#"{"a": {"b c": []}}"#,
        r#"{"a": {"__b": []}}"#,
        r#"{"a": {"b": [1]}}"#,
        r#"{"a": {"b": ["\u001b"]}}"#,
    ] {
        let refused = parse_versions(versions).expect_err(versions);
        assert!(!refused.contains('\u{1b}'), "{refused:?}");
    }
    for text in ["", "{", "[]", "{}", r#"{"format": 2}"#, r#"{"format": 1}"#] {
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_changed_file_fails_the_verification() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(APP);
    let entry = Entry::from_bytes(APP.to_owned(), b"wasm");
    assert!(entry.read_verified(folder.path()).is_err());
    fs::write(&file, "wasm").expect("a file");
    assert_eq!(entry.read_verified(folder.path()), Ok(b"wasm".to_vec()));
    for other in ["Wasm", "wasm and more"] {
        fs::write(&file, other).expect("a file");
        assert!(entry.read_verified(folder.path()).is_err(), "{other}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("elsewhere"), "wasm").expect("a file");
    std::os::unix::fs::symlink("elsewhere", folder.path().join(APP)).expect("a link");
    let entry = Entry::from_bytes(APP.to_owned(), b"wasm");
    let refused = entry.read_verified(folder.path()).expect_err("a link");
    assert!(refused.contains("no plain file"), "{refused}");
}
