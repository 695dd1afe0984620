//! What is in the wasm: Yew, and the types of the data with serde. What is not: parsers,
//! and code that only runs at build time.
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

/// Packages that the app is made of.
const PRESENT: [&str; 5] = ["wasm-bindgen", "yew", "gloo", "serde", "says-who-page-data"];

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
fn the_wasm_depends_on_what_it_is_made_of_and_on_no_parser() {
    let packages = packages("wasm32-unknown-unknown");
    for present in PRESENT {
        assert!(
            packages.iter().any(|name| name == present),
            "{present} is no dependency of the wasm"
        );
    }
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
fn yew_and_the_data_are_linked_and_no_parser_or_float_formatting() {
    let wasm = std::env::var_os("SAYS_WHO_LINKED_WASM");
    let wasm = fs::read(wasm.expect("run `cargo xtask test`")).unwrap();
    let has = |name: &[u8]| wasm.windows(name.len()).any(|bytes| bytes == name);
    // This file still has function names: it is the wasm before they are stripped.
    for present in [
        &b"says_who6reader"[..],
        b"3yew",
        b"says_who_page_data",
        b"serde",
    ] {
        assert!(
            has(present),
            "{} is not linked",
            String::from_utf8_lossy(present)
        );
    }
    for absent in [
        &b"serde_json"[..],
        b"toml_parser",
        b"regex_automata",
        b"regex_syntax",
        b"toml_edit",
        b"winnow",
        b"flt2dec",
        b"float_to_decimal",
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
