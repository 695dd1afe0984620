//! The app bundle: Trunk builds the wasm and the style sheet, and [`make_assets`] adds
//! the scripts and gives every file its name. It depends on neither the data nor the
//! base path, so one bundle serves every site, and it is rebuilt only when one of its
//! inputs changes.

mod scripts;
mod short_names;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use says_who_bundle::{Asset, MANIFEST, Manifest};
use sha2::{Digest, Sha256};

use crate::project::Project;
use crate::setup;
use crate::subprocess::{run_cargo, run_quietly};
use crate::which;
use scripts::{Kind, Scripts};

/// The inputs of the bundle: files, and folders with everything in them. After a
/// build, [`check_inputs`] reports an input that is missing from this list.
pub(crate) const INPUTS: [&str; 15] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/model/Cargo.toml",
    "crates/model/src",
    "crates/routes/Cargo.toml",
    "crates/routes/src",
    "crates/view/Cargo.toml",
    "crates/view/src",
    "icon.svg",
    "index.html",
    "rust-toolchain.toml",
    "src",
    "styles",
    "web",
];

/// Environment variables that make Cargo build the standard library for size in
/// release builds. With [`IMMEDIATE_ABORT`], every panic becomes a trap without
/// a message.
///
/// Together they reduced the gzipped wasm from 241 KB to 211 KB. Both features
/// are unstable; `RUSTC_BOOTSTRAP` enables them on the pinned stable compiler.
/// The risk: the next compiler version may change the flags, and then the build
/// fails here. Panic messages no longer reach the console of a published site
/// (`cargo xtask serve` still shows them); `web/boot.js` detects a panic by the
/// trap.
const BUILD_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

const IMMEDIATE_ABORT: &str = "-Cpanic=immediate-abort -Zunstable-options";

/// The build profile of the wasm.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small: for publishing.
    Release,
    /// Fast to rebuild: for `cargo xtask serve`.
    Serve,
}

impl Profile {
    /// The name of the Cargo profile.
    const fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Serve => "serve",
        }
    }
}

/// Returns the folder of the bundle for the current inputs, and builds it if it
/// is not cached. `path` is the PATH from [`crate::setup::install_tools`].
pub(crate) fn get_or_build(project: &Project, profile: Profile, path: &OsStr) -> Result<PathBuf> {
    let (bundles, bundle) = bundle_paths(project, profile)?;
    if bundle.is_dir() && inputs_file(&bundle).is_file() {
        return Ok(bundle);
    }
    fs::create_dir_all(&bundles).with_context(|| format!("{} can't be made", bundles.display()))?;
    // Build in the same folder, so that the final rename is atomic.
    let work = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(&bundles)
        .with_context(|| format!("{} can't be written to", bundles.display()))?;
    let new = work.path().join("bundle");
    build(project, profile, path, &new)?;
    for old in fs::read_dir(&bundles)? {
        let old = old?.path();
        if old != work.path() {
            // Ignore the error: the next build tries again.
            let _ = fs::remove_dir_all(&old).or_else(|_| fs::remove_file(&old));
        }
    }
    write_inputs_file(project, profile, &bundle)?;
    fs::rename(&new, &bundle).with_context(|| format!("{} can't be written", bundle.display()))?;
    Ok(bundle)
}

/// The folder with all cached bundles of a profile, and in it the folder of the
/// bundle for the current inputs.
fn bundle_paths(project: &Project, profile: Profile) -> Result<(PathBuf, PathBuf)> {
    let bundles = project.build_cache.join("bundles").join(profile.name());
    let bundle = bundles.join(digest(&project.root, INPUTS)?);
    Ok((bundles, bundle))
}

/// The file beside a bundle that lists the project files the compiler read for
/// it, one per line. The compiler's own `.d` file may belong to a later build.
fn inputs_file(bundle: &Path) -> PathBuf {
    bundle.with_extension("d")
}

fn write_inputs_file(project: &Project, profile: Profile, bundle: &Path) -> Result<()> {
    let dep_file = linked_wasm(project, profile).with_extension("d");
    let text = fs::read_to_string(&dep_file)
        .with_context(|| format!("{} can't be read", dep_file.display()))?;
    let root = format!("{}/", project.root.display());
    let read: Vec<&str> = text
        .split_whitespace()
        .filter_map(|word| word.strip_prefix(&root))
        .filter(|file| !file.ends_with(':') && !file.starts_with("target/"))
        .collect();
    let list = inputs_file(bundle);
    fs::write(&list, read.join("\n"))
        .with_context(|| format!("{} can't be written", list.display()))
}

/// Builds the bundle into the folder `out`.
pub(crate) fn build(project: &Project, profile: Profile, path: &OsStr, out: &Path) -> Result<()> {
    let work = tempfile::tempdir().context("no temporary folder can be made")?;
    run_trunk(project, profile, path, work.path())?;
    make_assets(project, profile, path, work.path(), out)
}

/// Makes the bundle in the folder `out` from what Trunk wrote into `dist`: makes the
/// scripts, names the files by their contents, and writes the manifest.
fn make_assets(
    project: &Project,
    profile: Profile,
    path: &OsStr,
    dist: &Path,
    out: &Path,
) -> Result<()> {
    let (wasm, app_js) = (dist.join("app_bg.wasm"), dist.join("app.js"));
    if profile == Profile::Release {
        short_names::shorten(&wasm, &app_js, path)?;
    }
    let scripts = Scripts {
        profile,
        path,
        app_js: &app_js,
        work: dist,
    };
    fs::create_dir_all(out).with_context(|| format!("{} can't be made", out.display()))?;
    let read =
        |path: &Path| fs::read(path).with_context(|| format!("{} can't be read", path.display()));
    let write = |asset: Asset, contents: &[u8]| {
        let path = out.join(&asset.name);
        fs::write(&path, contents)
            .with_context(|| format!("{} can't be written", path.display()))?;
        anyhow::Ok(asset)
    };
    let hashed = |start: &str, end: &str, contents: &[u8]| {
        write(Asset::hashed(start, end, contents), contents)
    };
    let web = |name: &str| project.root.join("web").join(name);
    let named = |name: &str, kind: Kind| {
        let script = scripts.make(&web(name), kind)?;
        write(Asset::named(name, &script), &script)
    };
    let manifest = Manifest {
        style: hashed("main", ".css", &read(&dist.join("main.css"))?)?,
        icon: hashed("icon", ".svg", &read(&project.root.join("icon.svg"))?)?,
        boot: hashed("boot", ".js", &scripts.make(&web("boot.js"), Kind::Module)?)?,
        app_js: hashed("app", ".js", &scripts.make(&app_js, Kind::Module)?)?,
        app_wasm: hashed("app", ".wasm", &read(&wasm)?)?,
        offline: hashed(
            "offline",
            ".js",
            &scripts.make(&web("offline.js"), Kind::Module)?,
        )?,
        worker: named("worker.js", Kind::Classic)?,
        worker_unregister: named("worker-unregister.js", Kind::Classic)?,
        embed: named("embed.js", Kind::Classic)?,
        embed_height: named("embed-height.js", Kind::Classic)?,
        boot_single: named("boot-single.js", Kind::Module)?,
    };
    let text = serde_json::to_string_pretty(&manifest)?;
    let path = out.join(MANIFEST);
    fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))
}

/// Runs Trunk, which writes the wasm, its JavaScript and the style sheet into `out`.
fn run_trunk(project: &Project, profile: Profile, path: &OsStr, out: &Path) -> Result<()> {
    // Remap source paths, which panic messages contain, so that the output is
    // the same on every machine.
    let mut flags = remap_flags(&project.cargo_home()?)?;
    let mut trunk = which::command_on(path, "trunk");
    trunk.arg("build").arg("--dist").arg(out).env("PATH", path);
    if profile == Profile::Release {
        let sysroot = setup::sysroot(project)?;
        // Fetch first: Trunk is configured offline and runs Cargo offline too.
        run_quietly(
            Command::new("cargo")
                .args(["fetch", "--locked", "--target", setup::TARGET])
                .envs(BUILD_STD)
                .current_dir(&project.root),
            "look at its output above",
        )?;
        trunk.envs(BUILD_STD);
        flags.push_str(&format!(
            " --remap-path-prefix={}=rust {IMMEDIATE_ABORT}",
            sysroot.join(setup::LIBRARY).display()
        ));
    }
    trunk
        .env("CARGO_TARGET_DIR", target_folder(project, profile))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
        // Trunk parses NO_COLOR as a boolean and fails on any other value.
        .env_remove("NO_COLOR")
        .current_dir(&project.root);
    match profile {
        Profile::Release => trunk.arg("--release"),
        Profile::Serve => trunk.args(["--cargo-profile", "serve"]),
    };
    run_cargo(
        &mut trunk,
        "building the app",
        "look at its output above; what was built before is untouched",
    )
}

/// Cargo's target folder for the wasm. Release builds have their own: build
/// scripts depend on `RUSTC_BOOTSTRAP`, so in a folder shared with native builds,
/// which don't set it, each build would invalidate the other.
fn target_folder(project: &Project, profile: Profile) -> PathBuf {
    match profile {
        Profile::Release => project.target.join("small"),
        Profile::Serve => project.target.clone(),
    }
}

/// The wasm as it was linked, before wasm-bindgen. The compiler's `.d` file with
/// its dependencies lies beside it.
pub(crate) fn linked_wasm(project: &Project, profile: Profile) -> PathBuf {
    target_folder(project, profile)
        .join(setup::TARGET)
        .join(profile.name())
        .join("app.wasm")
}

/// Compiler flags that remap the source paths of dependencies to `registry/`,
/// whatever the user's CARGO_HOME and whichever registry they came from.
fn remap_flags(cargo_home: &Path) -> Result<String> {
    let sources = cargo_home.join("registry/src");
    // The folder exists by now: Cargo has fetched packages for xtask and the tools.
    let registries = fs::read_dir(&sources)
        .with_context(|| format!("{} can't be read", sources.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    let flags = registries
        .iter()
        .map(|registry| format!("--remap-path-prefix={}=registry", registry.display()));
    Ok(flags.collect::<Vec<_>>().join(" "))
}

/// Checks that [`INPUTS`] covers every project file that the compiler read for
/// the wasm.
pub(crate) fn check_inputs(project: &Project, profile: Profile) -> Result<()> {
    let list = inputs_file(&bundle_paths(project, profile)?.1);
    let text =
        fs::read_to_string(&list).with_context(|| format!("{} can't be read", list.display()))?;
    let read: Vec<&str> = text.lines().collect();
    anyhow::ensure!(
        read.contains(&"src/boot.rs"),
        "{} does not list the app's files",
        list.display()
    );
    let missing = read.iter().find(|file| {
        !INPUTS
            .iter()
            .any(|input| Path::new(file).starts_with(input))
    });
    match missing {
        None => Ok(()),
        Some(file) => anyhow::bail!("{file} goes into the wasm; add it to INPUTS in bundle.rs"),
    }
}

/// A digest of these files, and of every file in these folders.
pub(crate) fn digest<'a>(root: &Path, inputs: impl IntoIterator<Item = &'a str>) -> Result<String> {
    let mut digest = Sha256::new();
    for input in inputs {
        add_to_digest(root, Path::new(input), &mut digest)?;
    }
    Ok(digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

fn add_to_digest(root: &Path, below: &Path, digest: &mut Sha256) -> Result<()> {
    let path = root.join(below);
    let unreadable = || format!("{} can't be read", path.display());
    if path.is_dir() {
        let mut names = Vec::new();
        for entry in fs::read_dir(&path).with_context(unreadable)? {
            names.push(entry.with_context(unreadable)?.file_name());
        }
        names.sort();
        return names
            .iter()
            .try_for_each(|name| add_to_digest(root, &below.join(name), digest));
    }
    let bytes = fs::read(&path).with_context(unreadable)?;
    digest.update(below.as_os_str().as_encoded_bytes());
    // Hash the length too: otherwise two files could hash like one file with the
    // content of both.
    digest.update((bytes.len() as u64).to_le_bytes());
    digest.update(&bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{INPUTS, digest};

    #[test]
    fn every_change_of_an_input_changes_the_digest() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        for input in INPUTS {
            if Path::new(input).extension().is_none() {
                fs::create_dir_all(root.join(input)).expect("a folder");
                fs::write(root.join(input).join("file"), "one").expect("a file");
            } else {
                let file = root.join(input);
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                fs::write(file, "one").expect("a file");
            }
        }
        let fingerprint = || digest(root, INPUTS);
        let one = fingerprint().expect("a digest");
        assert_eq!(one, fingerprint().expect("a digest"));
        fs::write(root.join("elsewhere"), "x").expect("a file");
        assert_eq!(one, fingerprint().expect("a digest"));
        for change in ["styles/file", "styles/another", "web/boot.js"] {
            let before = fingerprint().expect("a digest");
            fs::write(root.join(change), "two").expect("a file");
            assert_ne!(before, fingerprint().expect("a digest"), "{change}");
        }
        fs::remove_file(root.join("icon.svg")).expect("gone");
        assert!(fingerprint().is_err());
    }
}
