//! The boot script runs in browsers that are too old for the app.

use std::fs;

/// A browser too old for the app has to parse the boot script, or nothing marks the
/// page as failed.
#[test]
fn the_boot_script_uses_no_newer_syntax() {
    let boot = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../web/boot.js")).unwrap();
    for newer in ["?.", "??", "||=", "&&=", "#private", "static {"] {
        assert!(!boot.contains(newer), "boot.js contains `{newer}`");
    }
    // Top-level `await` is newer than modules.
    assert!(!boot.lines().any(|line| line.starts_with("await ")));
}
