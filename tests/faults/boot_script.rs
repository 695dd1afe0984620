//! The boot script runs in browsers that are too old for the app.

use std::path::Path;

use says_who_bundle::Bundle;

/// A browser too old for the app has to parse the boot script, or nothing marks the
/// page as failed. The script has wasm-bindgen's JavaScript in it.
#[test]
fn the_boot_script_uses_no_newer_syntax() {
    let folder = std::env::var_os("SAYS_WHO_TEST_BUNDLE").expect("run `cargo xtask test`");
    let bundle = Bundle::read(Path::new(&folder)).unwrap();
    let script = bundle.text(&bundle.manifest.boot).unwrap();
    assert!(script.contains("says-who-boot"));
    for newer in ["??", "||=", "&&=", "#private", "static{", "static {"] {
        assert!(!script.contains(newer), "it contains `{newer}`");
    }
    // Not `condition?.5:1`.
    let mut chains = script.match_indices("?.");
    let after = |at: usize| script.as_bytes().get(at + 2);
    assert!(chains.all(|(at, _)| after(at).is_some_and(u8::is_ascii_digit)));
    // Top-level `await` is newer than modules.
    assert!(!awaits_at_top_level(script));
}

/// Whether an `await` stands outside all braces.
fn awaits_at_top_level(script: &str) -> bool {
    let mut depth = 0_i32;
    for (at, letter) in script.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            'a' if depth == 0 && script[at..].starts_with("await ") => return true,
            _ => {}
        }
    }
    false
}
