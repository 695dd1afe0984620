//! The command that writes the file.

use std::fs;
use std::path::Path;
use std::process::Output;

use says_who_tests::{says_who, site};
use serde_json::{Value, json};

use crate::WITHOUT_SITE_URL;

/// Runs `says-who build --single-file` on the fixture.
fn run_build(arguments: &[&str], out: &Path) -> Output {
    says_who(&["build", "--single-file", "--data"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"))
        .arg("--out")
        .arg(out)
        .args(arguments)
        .output()
        .unwrap()
}

#[track_caller]
fn assert_refused(output: &Output, why: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(why), "{said}");
}

#[test]
fn the_command_is_deterministic_and_overwrites_only_its_own_output() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new/copy.html");
    for _ in 0..2 {
        // The second run replaces its own output.
        let output = run_build(&["--dispute", "bridge-repair"], &out);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(
            fs::read(&out).unwrap() == fs::read(site(WITHOUT_SITE_URL)).unwrap(),
            "the output differs from the built file"
        );
    }
    let left: Vec<Value> = fs::read_dir(out.parent().unwrap())
        .unwrap()
        .map(|entry| json!(entry.unwrap().file_name().to_str()))
        .collect();
    assert_eq!(left, ["copy.html"]);

    assert_refused(
        &run_build(&["--dispute", "bridge-repairs"], &out),
        "there is no dispute `bridge-repairs`; did you mean `bridge-repair`?",
    );
    assert_refused(
        &run_build(&[], folder.path()),
        "is a folder; give the name of a file with --out",
    );
    assert_refused(
        &run_build(&["--origin", "example.org"], &out),
        "it has no scheme; give it like `https://example.org`",
    );
    assert!(
        fs::read(&out).unwrap() == fs::read(site(WITHOUT_SITE_URL)).unwrap(),
        "a failed command changed the file"
    );
    let thesis = folder.path().join("thesis.html");
    fs::write(&thesis, "years").unwrap();
    assert_refused(
        &run_build(&[], &thesis),
        "is not an earlier copy; choose another name with --out",
    );
    assert_eq!(fs::read_to_string(thesis).unwrap(), "years");
}
