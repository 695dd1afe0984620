//! Shortens the names of imports and exports that the wasm and wasm-bindgen's JavaScript
//! share. wasm-bindgen's names contain digests, which don't compress, and each name is
//! in both files: it saves 8.4 KB after gzip (5.1 in the wasm, 3.3 in the JavaScript).
//! This is the only place that changes generated code. It fails if that code is not as
//! expected.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::which;

/// An export of the glue that nothing uses. Without it, terser also removes the
/// code that only it needs.
const UNUSED_EXPORT: &str = "initSync, ";

/// The module name of the wasm's imports.
const IMPORT_MODULE: &str = "\"./app_bg.js\"";

/// The wasm features that Rust enables; wasm-opt rejects the file without them.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The renamed symbols as wasm-opt prints them: imports as (module, old name, new
/// name), exports as (old name, new name).
#[derive(Deserialize)]
struct RenamedSymbols {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Shortens the names in `wasm` and in `js`, wasm-bindgen's JavaScript for it, in
/// place. `path` is the PATH with the tools.
pub(super) fn shorten(wasm: &Path, js: &Path, path: &OsStr) -> Result<()> {
    let short = wasm.with_extension("short");
    let output = which::command_on(path, "wasm-opt")
        .arg("--minify-imports-and-exports-and-modules")
        .args(WASM_FEATURES)
        // The section is for tools, and this is the last tool.
        .arg("--strip-target-features")
        .arg(wasm)
        .arg("-o")
        .arg(&short)
        .env("PATH", path)
        .output()
        .context("wasm-opt did not start")?;
    ensure!(
        output.status.success(),
        "wasm-opt failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let renamed: RenamedSymbols =
        serde_json::from_slice(&output.stdout).context("wasm-opt printed no names")?;
    let text = fs::read_to_string(js).with_context(|| format!("{} can't be read", js.display()))?;
    fs::write(js, rename_in_glue(&text, &renamed)?)
        .with_context(|| format!("{} can't be written", js.display()))?;
    fs::rename(&short, wasm).with_context(|| format!("{} can't be written", wasm.display()))
}

/// Renames imports and exports in wasm-bindgen's glue.
fn rename_in_glue(glue: &str, renamed: &RenamedSymbols) -> Result<String> {
    ensure!(
        glue.contains(IMPORT_MODULE),
        "what wasm-bindgen wrote gives no {IMPORT_MODULE}"
    );
    let imports: HashMap<&str, &str> = renamed
        .imports
        .iter()
        .map(|(_, old, new)| (old.as_str(), new.as_str()))
        .collect();
    let exports: HashMap<&str, &str> = renamed
        .exports
        .iter()
        .map(|(old, new)| (old.as_str(), new.as_str()))
        .collect();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut short = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(at) = rest.find(is_name) {
        let (before, from) = rest.split_at(at);
        let name = from.split(|c| !is_name(c)).next().unwrap_or(from);
        short.push_str(before);
        let new = if short.ends_with("wasm.") {
            let new = exports.get(name);
            if new.is_none() {
                bail!("the program exports no `{name}`");
            }
            new
        } else {
            imports.get(name)
        };
        short.push_str(new.unwrap_or(&name));
        rest = &from[name.len()..];
    }
    short.push_str(rest);
    // wasm-opt gives every import module this name.
    Ok(short
        .replace(IMPORT_MODULE, "\"a\"")
        .replace(&format!("export {{ {UNUSED_EXPORT}"), "export { "))
}

#[cfg(test)]
mod tests {
    use super::{RenamedSymbols, rename_in_glue};

    fn renamed() -> RenamedSymbols {
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        let import =
            |old: &str, new: &str| ("./app_bg.js".to_owned(), old.to_owned(), new.to_owned());
        RenamedSymbols {
            imports: vec![import("__wbg_a_0123", "a"), import("__wbg_a_01234", "b")],
            exports: vec![pair("memory", "c"), pair("boot", "d")],
        }
    }

    #[test]
    fn only_whole_names_are_replaced() {
        let glue = r#"const memory = wasm.memory; x = { __wbg_a_0123: f(wasm.boot), __wbg_a_01234() {} }; y = { "./app_bg.js": x }"#;
        assert_eq!(
            rename_in_glue(glue, &renamed()).expect("all is known"),
            r#"const memory = wasm.c; x = { a: f(wasm.d), b() {} }; y = { "a": x }"#
        );
    }

    #[test]
    fn unknown_glue_is_refused() {
        assert!(rename_in_glue("wasm.memory", &renamed()).is_err());
        assert!(rename_in_glue(r#""./app_bg.js"; wasm.other"#, &renamed()).is_err());
    }
}
