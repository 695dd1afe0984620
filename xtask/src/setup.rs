//! Installs the tools of a build into the user's tool cache, each in a folder named
//! after its name and version, so that a new clone does not install them again.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};
use says_who_bundle::fingerprint;

use crate::project::Project;
use crate::subprocess::{announce, run_cargo, run_quietly};
use crate::{tool_cache, which};

/// The compiler target for browsers.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The path of the standard library's source, below the compiler's sysroot.
pub(crate) const LIBRARY: &str = "lib/rustlib/src/rust";

/// Cargo settings for tools, which are compiled from source, so that nothing but the
/// registry has to be trusted: with the release profile of their authors, they take
/// minutes longer to compile.
const TOOL_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
];

/// Installs the missing build tools, several at once; returns a PATH that has all of
/// them.
pub(crate) fn install_tools(project: &Project) -> Result<OsString> {
    let cache = &tool_cache::folder()?;
    let _lock = lock_cache(cache)?;

    add_wasm_support(project)?;
    let trunk = project.tool_version("trunk")?;
    let bindgen = project.locked_version("wasm-bindgen")?;
    let npm_tools = ["binaryen", "sass", "esbuild", "terser"];
    let npm_tools: Vec<(&str, &str)> = npm_tools
        .into_iter()
        .map(|name| Ok((name, project.tool_version(name)?)))
        .collect::<Result<_>>()?;
    let folders = thread::scope(|scope| {
        let trunk = scope.spawn(|| {
            let flags = ["--locked", "--no-default-features", "--features", "rustls"];
            install_cargo_tool(cache, "trunk", trunk, "0", &flags)
        });
        // Without --locked: its lock file names a package that the registry has
        // removed.
        let bindgen =
            scope.spawn(|| install_cargo_tool(cache, "wasm-bindgen-cli", bindgen, "1", &[]));
        let npm_tools = npm_tools.iter();
        let npm_tools = npm_tools.map(|(name, version)| install_npm_tool(cache, name, version));
        let mut folders: Vec<PathBuf> = npm_tools.collect::<Result<_>>()?;
        for installing in [trunk, bindgen] {
            folders.push(joined(installing)?);
        }
        anyhow::Ok(folders)
    })?;
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().chain(env::split_paths(&path));
    env::join_paths(all).context("PATH can't hold the tool folders")
}

/// The result of a thread; continues its panic.
pub(crate) fn joined<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Installs cargo-fuzz; returns a PATH that has it.
pub(crate) fn install_cargo_fuzz(project: &Project) -> Result<OsString> {
    install_subcommand(project, "cargo-fuzz")
}

/// Installs cargo-deny; returns a PATH that has it.
pub(crate) fn install_cargo_deny(project: &Project) -> Result<OsString> {
    install_subcommand(project, "cargo-deny")
}

/// Installs a Cargo subcommand; returns a PATH that has it.
fn install_subcommand(project: &Project, name: &str) -> Result<OsString> {
    let version = project.tool_version(name)?;
    let cache = tool_cache::folder()?;
    let _lock = lock_cache(&cache)?;
    let folder = install_cargo_tool(&cache, name, version, "1", &["--locked"])?;
    let path = env::var_os("PATH").unwrap_or_default();
    let all = iter::once(folder).chain(env::split_paths(&path));
    env::join_paths(all).context("PATH can't hold the tool folders")
}

/// Installs geckodriver; returns `path` with it added.
pub(crate) fn install_geckodriver(project: &Project, path: &OsStr) -> Result<OsString> {
    let version = project.tool_version("geckodriver")?;
    let cache = tool_cache::folder()?;
    let _lock = lock_cache(&cache)?;
    let folder = install_cargo_tool(&cache, "geckodriver", version, "1", &["--locked"])?;
    let all = iter::once(folder).chain(env::split_paths(path));
    env::join_paths(all).context("PATH can't hold the tool folders")
}

/// Locks the cache, so that two builds don't install the same tool at once; the
/// second one waits.
fn lock_cache(cache: &Path) -> Result<File> {
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

/// Adds what the compiler needs for the app: the wasm target, and the source of the
/// standard library, which release builds compile.
fn add_wasm_support(project: &Project) -> Result<()> {
    let sysroot = sysroot(project)?;
    let add = |what: &str, arguments: [&str; 3]| {
        announce(&format!("adding the compiler's {what}"), "under a minute");
        run_quietly(
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

/// The sysroot of the project's compiler.
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

/// Compiles a tool. A higher `opt_level` of the compiler makes the tool faster and its
/// installation longer.
fn install_cargo_tool(
    cache: &Path,
    name: &str,
    version: &str,
    opt_level: &str,
    flags: &[&str],
) -> Result<PathBuf> {
    let folder = install(cache, name, version, |folder| {
        run_cargo(
            Command::new("cargo")
                .args(["install", name, "--version", version, "--root"])
                .arg(folder)
                .args(flags)
                // Don't use the project's target folder and settings.
                .env_remove("CARGO_TARGET_DIR")
                .envs(TOOL_PROFILE)
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level)
                .current_dir(cache),
            &format!("installing {name} {version}"),
            "look at its output above",
        )
    })?;
    Ok(folder.join("bin"))
}

/// The files of the tools that check pages: axe-core, Readability (Firefox's reader
/// view), the jar of the Nu HTML Checker, and the vocabulary of schema.org as
/// TypeScript types.
pub(crate) struct Checkers {
    pub(crate) axe: PathBuf,
    pub(crate) readability: PathBuf,
    pub(crate) nu: PathBuf,
    pub(crate) vocabulary: PathBuf,
}

/// Installs the tools that check pages.
pub(crate) fn install_checkers(project: &Project) -> Result<Checkers> {
    let cache = tool_cache::folder()?;
    let _lock = lock_cache(&cache)?;
    let package = |name: &str, file: &str| -> Result<PathBuf> {
        let folder = install_npm_package(&cache, name, project.tool_version(name)?)?;
        Ok(folder.join("node_modules").join(name).join(file))
    };
    Ok(Checkers {
        axe: package("axe-core", "axe.min.js")?,
        readability: package("@mozilla/readability", "Readability.js")?,
        nu: package("vnu-jar", "build/dist/vnu.jar")?,
        vocabulary: package("schema-dts", "dist/schema.d.ts")?,
    })
}

/// Installs the formatters and linters that `package-lock.json` in the folder `rules`
/// lists; returns their folder.
pub(crate) fn install_linters(rules: &Path) -> Result<PathBuf> {
    let cache = tool_cache::folder()?;
    let _lock = lock_cache(&cache)?;
    let lock = fs::read(rules.join("package-lock.json"))?;
    install(&cache, "linters", &fingerprint(&lock), |folder| {
        announce("installing the linters", "seconds");
        for name in ["package.json", "package-lock.json"] {
            fs::copy(rules.join(name), folder.join(name))?;
        }
        run_quietly(
            which::command("npm")
                .args(["ci", "--no-audit", "--no-fund", "--prefix"])
                .arg(folder)
                .current_dir(&cache),
            "install Node.js, which brings npm",
        )
    })
}

/// Installs Lighthouse; returns the path of its program.
pub(crate) fn install_lighthouse(project: &Project) -> Result<PathBuf> {
    let cache = tool_cache::folder()?;
    let _lock = lock_cache(&cache)?;
    let folder = install_npm_tool(&cache, "lighthouse", project.tool_version("lighthouse")?)?;
    which::find(folder.as_os_str(), "lighthouse")
        .with_context(|| format!("{} has no lighthouse", folder.display()))
}

fn install_npm_tool(cache: &Path, name: &str, version: &str) -> Result<PathBuf> {
    Ok(install_npm_package(cache, name, version)?.join("node_modules/.bin"))
}

fn install_npm_package(cache: &Path, name: &str, version: &str) -> Result<PathBuf> {
    install(cache, name, version, |folder| {
        announce(&format!("installing {name} {version}"), "seconds");
        run_quietly(
            which::command("npm")
                .args(["install", "--no-audit", "--no-fund", "--prefix"])
                .arg(folder)
                .arg(format!("{name}@{version}"))
                .current_dir(cache),
            "install Node.js, which brings npm",
        )
    })
}

/// A folder of the cache; `fill` installs into it if it does not exist.
pub(crate) fn install_with(
    name: &str,
    version: &str,
    how_long: &str,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let cache = tool_cache::folder()?;
    let _lock = lock_cache(&cache)?;
    install(&cache, name, version, |folder| {
        announce(&format!("installing {name} {version}"), how_long);
        fill(folder)
    })
}

/// Installs into a temporary folder and renames it when `fill` is done, so that an
/// interrupted installation is never used.
fn install(
    cache: &Path,
    name: &str,
    version: &str,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    // Names of scoped npm packages contain a slash.
    let folder = cache.join(format!("{}-{version}", name.replace('/', "-")));
    if folder.is_dir() {
        return Ok(folder);
    }
    let unfinished = tempfile::Builder::new()
        .prefix("unfinished-")
        .tempdir_in(cache)?;
    fill(unfinished.path())?;
    fs::rename(unfinished.keep(), &folder)
        .with_context(|| format!("{} can't be made", folder.display()))?;
    Ok(folder)
}
