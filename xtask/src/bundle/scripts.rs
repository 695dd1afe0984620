//! The scripts of the bundle: esbuild joins each with the modules that it imports, and
//! terser minifies those of a release (which is 150 bytes less than by esbuild, after
//! gzip). The syntax stays as it is written: a browser too
//! old for the app can still parse `web/boot.js`.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Profile;
use crate::subprocess::run_quietly;
use crate::which;

/// Terser's compress options. No function is called with `new` or uses `this`, so
/// functions may become arrow functions. The dropped warnings are wasm-bindgen's, for
/// developers.
const TERSER_COMPRESS: &str =
    "passes=5,ecma=2020,unsafe_arrows,unsafe_methods,drop_console=['warn']";

/// How a page loads a script.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As a module.
    Module,
    /// As a classic script or a service worker: its constants must not be global.
    Classic,
}

/// Makes scripts for a bundle.
pub(super) struct Scripts<'a> {
    pub(super) profile: Profile,
    /// The PATH with the tools.
    pub(super) path: &'a OsStr,
    /// What wasm-bindgen wrote; scripts import it as `says-who-app`.
    pub(super) app_js: &'a Path,
    /// A folder for temporary files.
    pub(super) work: &'a Path,
}

impl Scripts<'_> {
    /// Makes one script from the file `source`.
    pub(super) fn make(&self, source: &Path, kind: Kind) -> Result<Vec<u8>> {
        let joined = self.work.join("joined.js");
        let format = match kind {
            Kind::Module => "esm",
            Kind::Classic => "iife",
        };
        run_quietly(
            which::command_on(self.path, "esbuild")
                .arg(source)
                .args(["--bundle", "--charset=utf8", "--log-level=warning"])
                .arg(format!("--format={format}"))
                .arg(format!("--alias:says-who-app={}", self.app_js.display()))
                .arg(format!("--outfile={}", joined.display()))
                .env("PATH", self.path),
            "look at its output above",
        )?;
        let made = match self.profile {
            Profile::Serve => joined,
            Profile::Release | Profile::Stable => self.minify(&joined, kind)?,
        };
        fs::read(&made).with_context(|| format!("{} can't be read", made.display()))
    }

    fn minify(&self, joined: &Path, kind: Kind) -> Result<std::path::PathBuf> {
        let minified = self.work.join("minified.js");
        let mut terser = which::command_on(self.path, "terser");
        if kind == Kind::Module {
            terser.arg("--module");
        }
        run_quietly(
            terser
                .args(["--compress", TERSER_COMPRESS, "--mangle", "--output"])
                .args([&minified, joined])
                .env("PATH", self.path),
            "look at its output above",
        )?;
        Ok(minified)
    }
}
