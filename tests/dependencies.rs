//! What must not be in the wasm: parsers, and code that only runs at build time.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::process::Command;

/// Packages that the browser does not need: mostly parsers and serializers.
const ABSENT: [&str; 11] = [
    "toml",
    "toml_edit",
    "toml_parser",
    "winnow",
    "regex",
    "regex-automata",
    "pulldown-cmark",
    "comrak",
    "jiff",
    "url",
    "says-who-files",
];

/// The packages that the app depends on for a target. Proc macros run on the host of
/// the compiler and are not included.
fn packages(target: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--package",
            "says-who",
            "--target",
            target,
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_parser_is_a_dependency_of_the_wasm() {
    let packages = packages("wasm32-unknown-unknown");
    assert!(
        packages.iter().any(|name| name == "yew"),
        "the list is not that of the app"
    );
    for absent in ABSENT {
        assert!(
            !packages.iter().any(|name| name == absent),
            "{absent} is a dependency of the wasm"
        );
    }
}

/// `serde_json` is in the dependency tree through parts of gloo that Yew requires but
/// nothing calls. What matters is that the linker drops it, as well as the formatting
/// of floating point numbers, which the pages don't need.
#[test]
fn no_parser_or_float_formatting_is_linked() {
    let wasm = std::env::var_os("SAYS_WHO_LINKED_WASM");
    let wasm = fs::read(wasm.expect("run `cargo xtask test`")).unwrap();
    let has = |name: &[u8]| wasm.windows(name.len()).any(|bytes| bytes == name);
    // This file still has function names: it is the wasm before they are stripped.
    assert!(has(b"says_who"));
    for absent in [
        &b"serde_json"[..],
        b"toml_parser",
        b"regex_automata",
        b"regex_syntax",
        b"toml_edit",
        b"winnow",
        b"flt2dec",
        b"float_to_decimal",
        b"postcard",
        // Pages are rendered at build time only, never in the browser.
        b"says_who_view5pages",
        b"says_who_view10components",
        b"says_who_view9citations",
    ] {
        assert!(
            !has(absent),
            "{} is linked",
            String::from_utf8_lossy(absent)
        );
    }
}

#[test]
fn gloo_is_not_duplicated() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--package",
            "says-who",
            "--target",
            "wasm32-unknown-unknown",
            "--duplicates",
            "--depth",
            "0",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("gloo v"), "{text}");
}
