//! The tools a build needs, each in a folder of its own, by name and version,
//! in a cache that belongs to the user: a new clone builds none of them again.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::step::{quietly, say};
use crate::{cache, program};

/// The compiler's target for browsers.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Where the standard library's source lies, below the compiler's folder.
pub(crate) const LIBRARY: &str = "lib/rustlib/src/rust";

/// Installs what is missing; gives the PATH under which all of it is found.
pub(crate) fn tools(project: &Project) -> Result<OsString> {
    let cache = cache::folder()?;
    let _lock = locked(&cache)?;

    wasm(project)?;
    let trunk = project.tool("trunk")?;
    let bindgen = project.locked("wasm-bindgen")?;
    let binaryen = project.tool("binaryen")?;
    let sass = project.tool("sass")?;
    let terser = project.tool("terser")?;
    let folders = [
        cargo_tool(
            &cache,
            "trunk",
            trunk,
            "5 minutes the first time",
            &["--locked", "--no-default-features", "--features", "rustls"],
        )?,
        // Without --locked: its lock file names a package that is no longer served.
        cargo_tool(
            &cache,
            "wasm-bindgen-cli",
            bindgen,
            "2 minutes the first time",
            &[],
        )?,
        npm_tool(&cache, "binaryen", binaryen)?,
        npm_tool(&cache, "sass", sass)?,
        npm_tool(&cache, "terser", terser)?,
    ];
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().chain(env::split_paths(&path));
    env::join_paths(all).context("PATH can't hold the tool folders")
}

/// Installs cargo-fuzz; gives the PATH under which it is found.
pub(crate) fn cargo_fuzz(project: &Project) -> Result<OsString> {
    subcommand(project, "cargo-fuzz", "1 minute the first time")
}

/// Installs cargo-deny; gives the PATH under which it is found.
pub(crate) fn cargo_deny(project: &Project) -> Result<OsString> {
    subcommand(project, "cargo-deny", "5 minutes the first time")
}

/// Installs a subcommand of cargo's; gives the PATH under which it is found.
fn subcommand(project: &Project, name: &str, how_long: &str) -> Result<OsString> {
    let version = project.tool(name)?;
    let cache = cache::folder()?;
    let _lock = locked(&cache)?;
    let folder = cargo_tool(&cache, name, version, how_long, &["--locked"])?;
    let path = env::var_os("PATH").unwrap_or_default();
    let all = iter::once(folder).chain(env::split_paths(&path));
    env::join_paths(all).context("PATH can't hold the tool folders")
}

/// Installs geckodriver as well; gives `path` with it.
pub(crate) fn geckodriver(project: &Project, path: &OsStr) -> Result<OsString> {
    let version = project.tool("geckodriver")?;
    let cache = cache::folder()?;
    let _lock = locked(&cache)?;
    let folder = cargo_tool(
        &cache,
        "geckodriver",
        version,
        "3 minutes the first time",
        &["--locked"],
    )?;
    let all = iter::once(folder).chain(env::split_paths(path));
    env::join_paths(all).context("PATH can't hold the tool folders")
}

/// The cache to oneself: two builds at once must not install the same tool; the
/// second one waits.
fn locked(cache: &Path) -> Result<File> {
    fs::create_dir_all(cache).with_context(|| {
        format!(
            "{} can't be made; set SAYS_WHO_CACHE to a folder that can",
            cache.display()
        )
    })?;
    let lock = File::create(cache.join("lock"))?;
    lock.lock().context("the tool cache can't be locked")?;
    Ok(lock)
}

/// What the compiler needs for the browser app: its target, and the standard
/// library's source, which is built with what is published.
fn wasm(project: &Project) -> Result<()> {
    let sysroot = sysroot(project)?;
    let add = |what: &str, arguments: [&str; 3]| {
        say(&format!("adding the compiler's {what}"), "under a minute");
        quietly(
            Command::new("rustup")
                .args(arguments)
                .current_dir(&project.root),
            "install rustup, or that part of the compiler by your system's means",
        )
    };
    if !sysroot.join("lib/rustlib").join(TARGET).is_dir() {
        add(&format!("{TARGET} target"), ["target", "add", TARGET])?;
    }
    if !sysroot.join(LIBRARY).join("library/std").is_dir() {
        add("standard library", ["component", "add", "rust-src"])?;
    }
    Ok(())
}

/// The folder of the project's compiler.
pub(crate) fn sysroot(project: &Project) -> Result<PathBuf> {
    let output = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(&project.root)
        .output()
        .context("rustc did not start; install Rust with rustup")?;
    Ok(PathBuf::from(
        String::from_utf8_lossy(&output.stdout).trim(),
    ))
}

fn cargo_tool(
    cache: &Path,
    name: &str,
    version: &str,
    how_long: &str,
    flags: &[&str],
) -> Result<PathBuf> {
    let folder = install(cache, name, version, how_long, |folder| {
        quietly(
            Command::new("cargo")
                .args(["install", name, "--version", version, "--root"])
                .arg(folder)
                .args(flags)
                // Built apart from the project, whose settings it should not take.
                .env_remove("CARGO_TARGET_DIR")
                .current_dir(cache),
            "look at its output above",
        )
    })?;
    Ok(folder.join("bin"))
}

/// What checks pages: axe-core's script, the script of Firefox's reader view, the Nu
/// HTML Checker's archive, and the vocabulary of schema.org as types of TypeScript.
pub(crate) struct Checkers {
    pub(crate) axe: PathBuf,
    pub(crate) readability: PathBuf,
    pub(crate) nu: PathBuf,
    pub(crate) vocabulary: PathBuf,
}

/// Installs what checks pages.
pub(crate) fn checkers(project: &Project) -> Result<Checkers> {
    let cache = cache::folder()?;
    let _lock = locked(&cache)?;
    let package = |name: &str, file: &str| -> Result<PathBuf> {
        let folder = npm_package(&cache, name, project.tool(name)?)?;
        Ok(folder.join("node_modules").join(name).join(file))
    };
    Ok(Checkers {
        axe: package("axe-core", "axe.min.js")?,
        readability: package("@mozilla/readability", "Readability.js")?,
        nu: package("vnu-jar", "build/dist/vnu.jar")?,
        vocabulary: package("schema-dts", "dist/schema.d.ts")?,
    })
}

/// Installs Lighthouse; gives its program.
pub(crate) fn lighthouse(project: &Project) -> Result<PathBuf> {
    let cache = cache::folder()?;
    let _lock = locked(&cache)?;
    let folder = npm_tool(&cache, "lighthouse", project.tool("lighthouse")?)?;
    program::find(folder.as_os_str(), "lighthouse")
        .with_context(|| format!("{} has no lighthouse", folder.display()))
}

fn npm_tool(cache: &Path, name: &str, version: &str) -> Result<PathBuf> {
    Ok(npm_package(cache, name, version)?.join("node_modules/.bin"))
}

fn npm_package(cache: &Path, name: &str, version: &str) -> Result<PathBuf> {
    install(cache, name, version, "under a minute", |folder| {
        quietly(
            program::command("npm")
                .args(["install", "--no-audit", "--no-fund", "--prefix"])
                .arg(folder)
                .arg(format!("{name}@{version}"))
                .current_dir(cache),
            "install Node.js, which brings npm",
        )
    })
}

/// A folder of the cache, filled if it is not there.
pub(crate) fn in_cache(
    name: &str,
    version: &str,
    how_long: &str,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let cache = cache::folder()?;
    let _lock = locked(&cache)?;
    install(&cache, name, version, how_long, fill)
}

/// Installs into a folder beside its place and moves it there when it is
/// whole, so that an interrupted installation never counts.
fn install(
    cache: &Path,
    name: &str,
    version: &str,
    how_long: &str,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    // A package of a scope of npm's has a slash in its name.
    let folder = cache.join(format!("{}-{version}", name.replace('/', "-")));
    if folder.is_dir() {
        return Ok(folder);
    }
    say(&format!("installing {name} {version}"), how_long);
    let unfinished = tempfile::Builder::new()
        .prefix("unfinished-")
        .tempdir_in(cache)?;
    fill(unfinished.path())?;
    fs::rename(unfinished.keep(), &folder)
        .with_context(|| format!("{} can't be made", folder.display()))?;
    Ok(folder)
}
