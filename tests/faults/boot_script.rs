//! The boot script runs in browsers that are too old for the app.

use std::fs;

/// A browser too old for the app has to parse the boot script, or nothing marks the
/// page as failed.
#[test]
fn the_boot_script_uses_no_newer_syntax() {
    for name in ["boot.js", "failure.js"] {
        let script = format!("{}/../web/{name}", env!("CARGO_MANIFEST_DIR"));
        let script = fs::read_to_string(script).unwrap();
        for newer in ["?.", "??", "||=", "&&=", "#private", "static {"] {
            assert!(!script.contains(newer), "{name} contains `{newer}`");
        }
        // Top-level `await` is newer than modules.
        assert!(!script.lines().any(|line| line.starts_with("await ")));
    }
}
