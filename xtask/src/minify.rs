//! The last step to what is published: the names by which the program and what
//! wasm-bindgen wrote around it know each other become short, and the latter
//! loses what only its readers need. wasm-bindgen's names hold digests, which no
//! compression makes smaller, and stand in both files.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::program;
use crate::step::quietly;

/// A way to start the program that nothing here takes: what only it needs goes
/// with it.
const UNUSED: &str = "initSync, ";

/// The name under which the program asks for its imports.
const MODULE: &str = "\"./app_bg.js\"";

/// How what is called shortens: by what every browser has that reads the program.
/// Nothing in it is made with `new` or asks for `this`, so functions may become
/// arrows. Warnings are wasm-bindgen's to developers.
const COMPRESS: &str = "passes=5,ecma=2020,unsafe_arrows,unsafe_methods,drop_console=['warn']";

/// What a program of today's Rust may use, so that it is read.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The names as wasm-opt tells them: of imports with the module before, and the
/// new one last.
#[derive(Deserialize)]
struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Makes the program in `shell`, and the JavaScript beside it, smaller, under new names and
/// with new digests on the frame. `path` has the tools.
pub(crate) fn minify(shell: &Path, path: &OsStr) -> Result<()> {
    let frame = shell.join("index.html");
    let (js, wasm) = (one(shell, "app-", ".js")?, one(shell, "app-", "_bg.wasm")?);

    let small = shell.join("small.wasm");
    let output = program::command_on(path, "wasm-opt")
        .arg("--minify-imports-and-exports-and-modules")
        .args(FEATURES)
        // What says so in the file is for tools, of which this is the last.
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
    let renamed: Renamed =
        serde_json::from_slice(&output.stdout).context("wasm-opt told no names")?;
    let glue = shortened(&read(&js)?, &renamed)?;

    let glue_file = shell.join("glue.js");
    fs::write(&glue_file, glue)
        .with_context(|| format!("{} can't be written", glue_file.display()))?;
    let boot = one(shell, "boot-", ".js")?;
    let (short_glue, short_boot) = (shell.join("short-glue.js"), shell.join("short-boot.js"));
    terser(&glue_file, &short_glue, path)?;
    terser(&boot, &short_boot, path)?;
    fs::remove_file(&glue_file)?;

    let mut html = read(&frame)?;
    for file in [&js, &wasm] {
        ensure!(
            html.contains(&integrity(&bytes(file)?)),
            "the frame has no digest of {}",
            file.display()
        );
    }
    for (before, now, name) in [
        (&wasm, &small, ("app-", "_bg.wasm")),
        (&js, &short_glue, ("app-", ".js")),
        (&boot, &short_boot, ("boot-", ".js")),
    ] {
        html = settled(html, before, now, name)?;
    }
    fs::write(&frame, html).with_context(|| format!("{} can't be written", frame.display()))
}

/// Makes the programs small that are no part of the shell, by which readers'
/// devices keep the site: the program that writes the pages finds them in a folder
/// of it.
pub(crate) fn shorten(root: &Path, shell: &Path, path: &OsStr) -> Result<()> {
    let folder = shell.join("short");
    fs::create_dir(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    ["offline.js", "worker.js"]
        .iter()
        .try_for_each(|name| terser(&root.join("web").join(name), &folder.join(name), path))
}

/// Writes `short`, which does what the module `long` does.
fn terser(long: &Path, short: &Path, path: &OsStr) -> Result<()> {
    quietly(
        program::command_on(path, "terser")
            .args(["--module", "--compress", COMPRESS, "--mangle", "--output"])
            .args([short, long])
            .env("PATH", path),
        "look at its output above",
    )
}

/// Puts the file `now` in the place of `before`, under a name by its digest; and
/// that name, and the digest where there is one, in the place of the old ones in
/// the frame.
fn settled(html: String, before: &Path, now: &Path, name: (&str, &str)) -> Result<String> {
    let (old, new) = (integrity(&bytes(before)?), integrity(&bytes(now)?));
    let digits: String = Sha256::digest(bytes(now)?)
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

/// A digest as Subresource Integrity writes it (w3.org/TR/SRI).
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} can't be read", path.display()))
}

/// What wasm-bindgen wrote, with the program's new names.
fn shortened(glue: &str, renamed: &Renamed) -> Result<String> {
    ensure!(
        glue.contains(MODULE),
        "what wasm-bindgen wrote gives no {MODULE}"
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
    // The pass gives every module this name.
    Ok(short
        .replace(MODULE, "\"a\"")
        .replace(&format!("export {{ {UNUSED}"), "export { "))
}

/// The one file whose name begins and ends like this.
fn one(shell: &Path, begin: &str, end: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(shell)? {
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

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{Renamed, shortened};

    fn renamed() -> Renamed {
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        let import =
            |old: &str, new: &str| ("./app_bg.js".to_owned(), old.to_owned(), new.to_owned());
        Renamed {
            imports: vec![import("__wbg_a_0123", "a"), import("__wbg_a_01234", "b")],
            exports: vec![pair("memory", "c"), pair("boot", "d")],
        }
    }

    #[test]
    fn only_whole_names_are_replaced() {
        let glue = r#"const memory = wasm.memory; x = { __wbg_a_0123: f(wasm.boot), __wbg_a_01234() {} }; y = { "./app_bg.js": x }"#;
        assert_eq!(
            shortened(glue, &renamed()).expect("all is known"),
            r#"const memory = wasm.c; x = { a: f(wasm.d), b() {} }; y = { "a": x }"#
        );
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(shortened("wasm.memory", &renamed()).is_err());
        assert!(shortened(r#""./app_bg.js"; wasm.other"#, &renamed()).is_err());
    }
}
