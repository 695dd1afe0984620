//! Minifies the release bundle: shortens the names of imports and exports that
//! the wasm and wasm-bindgen's JS glue share, and minifies the JavaScript.
//! wasm-bindgen's names contain digests, which don't compress, and each name is in
//! both files.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::subprocess::run_quietly;
use crate::which;

/// An export of the glue that nothing uses. Without it, terser also removes the
/// code that only it needs.
const UNUSED_EXPORT: &str = "initSync, ";

/// The module name of the wasm's imports.
const IMPORT_MODULE: &str = "\"./app_bg.js\"";

/// Terser's compress options. Every browser that runs the wasm supports ES2020.
/// No function is called with `new` or uses `this`, so functions may become arrow
/// functions. The dropped warnings are wasm-bindgen's, for developers.
const TERSER_COMPRESS: &str =
    "passes=5,ecma=2020,unsafe_arrows,unsafe_methods,drop_console=['warn']";

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

/// Minifies the wasm and the JavaScript in `bundle`, and updates the hashed names
/// and the integrity digests in its index.html. `path` is the PATH with the tools.
pub(crate) fn minify(bundle: &Path, path: &OsStr) -> Result<()> {
    let index_html = bundle.join("index.html");
    let (js, wasm) = (
        find_one(bundle, "app-", ".js")?,
        find_one(bundle, "app-", "_bg.wasm")?,
    );

    let small = bundle.join("small.wasm");
    let output = which::command_on(path, "wasm-opt")
        .arg("--minify-imports-and-exports-and-modules")
        .args(WASM_FEATURES)
        // The section is for tools, and this is the last tool.
        .arg("--strip-target-features")
        .arg(&wasm)
        .arg("-o")
        .arg(&small)
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
    let glue = rename_in_glue(&read_text(&js)?, &renamed)?;

    let glue_file = bundle.join("glue.js");
    fs::write(&glue_file, glue)
        .with_context(|| format!("{} can't be written", glue_file.display()))?;
    let boot = find_one(bundle, "boot-", ".js")?;
    let (short_glue, short_boot) = (bundle.join("short-glue.js"), bundle.join("short-boot.js"));
    run_terser(&glue_file, &short_glue, path)?;
    run_terser(&boot, &short_boot, path)?;
    fs::remove_file(&glue_file)?;

    let mut html = read_text(&index_html)?;
    for file in [&js, &wasm] {
        ensure!(
            html.contains(&integrity(&read_bytes(file)?)),
            "the frame has no digest of {}",
            file.display()
        );
    }
    for (before, now, name) in [
        (&wasm, &small, ("app-", "_bg.wasm")),
        (&js, &short_glue, ("app-", ".js")),
        (&boot, &short_boot, ("boot-", ".js")),
    ] {
        html = replace_asset(html, before, now, name)?;
    }
    fs::write(&index_html, html)
        .with_context(|| format!("{} can't be written", index_html.display()))
}

/// Minifies the scripts of the service worker, which Trunk does not build, into the
/// folder `short` of the bundle, where the generator finds them.
pub(crate) fn minify_service_worker(root: &Path, bundle: &Path, path: &OsStr) -> Result<()> {
    let folder = bundle.join("short");
    fs::create_dir(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    ["offline.js", "worker.js"]
        .iter()
        .try_for_each(|name| run_terser(&root.join("web").join(name), &folder.join(name), path))
}

/// Minifies the module `long` into `short` with terser.
fn run_terser(long: &Path, short: &Path, path: &OsStr) -> Result<()> {
    run_quietly(
        which::command_on(path, "terser")
            .args([
                "--module",
                "--compress",
                TERSER_COMPRESS,
                "--mangle",
                "--output",
            ])
            .args([short, long])
            .env("PATH", path),
        "look at its output above",
    )
}

/// Replaces the file `before` with `now`, whose new name contains its digest, and
/// updates the name and the integrity digest, if there is one, in `html`.
fn replace_asset(html: String, before: &Path, now: &Path, name: (&str, &str)) -> Result<String> {
    let (old, new) = (
        integrity(&read_bytes(before)?),
        integrity(&read_bytes(now)?),
    );
    let digits: String = Sha256::digest(read_bytes(now)?)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let new_name = format!("{}{digits}{}", name.0, name.1);
    let old_name = before
        .file_name()
        .and_then(OsStr::to_str)
        .context("a name")?;
    ensure!(
        html.contains(old_name),
        "the frame does not name {}",
        before.display()
    );
    fs::remove_file(before)?;
    fs::rename(now, now.with_file_name(&new_name))?;
    Ok(html.replace(&old, &new).replace(old_name, &new_name))
}

/// The digest in the format of Subresource Integrity (w3.org/TR/SRI).
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} can't be read", path.display()))
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

/// Finds the one file whose name starts with `begin` and ends with `end`.
fn find_one(bundle: &Path, begin: &str, end: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(bundle)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(begin) && name.ends_with(end) {
            found.push(entry.path());
        }
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([path]) => Ok(path),
        Err(found) => bail!("Trunk wrote {} files `{begin}…{end}`, not one", found.len()),
    }
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))
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
