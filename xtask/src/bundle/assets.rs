//! The asset step: from what Trunk built and the scripts in `web/` to named files and
//! their manifest.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use says_who_bundle::{Asset, MANIFEST, Manifest};

use super::scripts::{Kind, Scripts};
use super::{Profile, short_names};
use crate::project::Project;

/// Makes the bundle in the folder `out` from what Trunk wrote into `dist`: makes the
/// scripts, names the files by their contents, and writes the manifest.
pub(super) fn make_assets(
    project: &Project,
    profile: Profile,
    path: &OsStr,
    dist: &Path,
    out: &Path,
) -> Result<()> {
    let (wasm, app_js) = (dist.join("app_bg.wasm"), dist.join("app.js"));
    if profile != Profile::Serve {
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
