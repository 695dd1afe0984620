//! The app bundle: the scripts, styles and the wasm that every page of a site needs.
//! It depends on neither the data nor the base path.
//!
//! `cargo xtask` makes it: a folder with the files and a manifest, `assets.json`. The
//! site generator reads the manifest and writes the names and digests into the pages.

mod digest;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

pub use digest::{fingerprint, integrity};

/// The file name of the manifest.
pub const MANIFEST: &str = "assets.json";

/// A file of the bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// Its file name.
    pub name: String,
    /// Its digest in the form of Subresource Integrity.
    pub integrity: String,
    /// Its size in bytes.
    pub bytes: usize,
}

impl Asset {
    /// A file whose name contains its fingerprint, as `main-0123456789abcdef.css` for
    /// `("main", ".css")`. Browsers may cache it forever.
    #[must_use]
    pub fn hashed(start: &str, end: &str, contents: &[u8]) -> Self {
        Self::named(&format!("{start}-{}{end}", fingerprint(contents)), contents)
    }

    /// A file with this name.
    #[must_use]
    pub fn named(name: &str, contents: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            integrity: integrity(contents),
            bytes: contents.len(),
        }
    }
}

/// What the files of a bundle are for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The style sheet.
    pub style: Asset,
    /// The icon, an SVG.
    pub icon: Asset,
    /// `web/boot.js` with wasm-bindgen's JavaScript: starts the app on a page.
    pub boot: Asset,
    /// The app.
    pub app_wasm: Asset,
    /// `web/offline.js`: registers the service worker.
    pub offline: Asset,
    /// `web/worker.js`: the service worker. The generator puts its settings before it.
    pub worker: Asset,
    /// `web/worker-unregister.js`: the service worker of a site without one.
    pub worker_unregister: Asset,
    /// `web/embed.js`: for pages that embed ours.
    pub embed: Asset,
    /// `web/embed-height.js`: inline script of pages for an iframe.
    pub embed_height: Asset,
    /// `web/boot-single.js` with wasm-bindgen's JavaScript: inline script of a copy in a
    /// single file.
    pub boot_single: Asset,
}

impl Manifest {
    /// The files that pages load by name. They lie in the root folder of each site.
    #[must_use]
    pub fn page_assets(&self) -> [&Asset; 4] {
        [&self.app_wasm, &self.boot, &self.icon, &self.style]
    }

    fn all(&self) -> [&Asset; 10] {
        [
            &self.app_wasm,
            &self.boot,
            &self.boot_single,
            &self.embed,
            &self.embed_height,
            &self.icon,
            &self.offline,
            &self.style,
            &self.worker,
            &self.worker_unregister,
        ]
    }
}

/// A complete bundle.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// What its files are for.
    pub manifest: Manifest,
    contents: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Bundle {
    /// Reads a bundle from a folder.
    ///
    /// # Errors
    ///
    /// Names a file that is missing or not the one in the manifest.
    pub fn read(folder: &Path) -> Result<Self> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).with_context(|| format!("{} can't be read", path.display()))
        };
        let manifest: Manifest = serde_json::from_slice(&read(MANIFEST)?)
            .with_context(|| format!("{} is invalid", folder.join(MANIFEST).display()))?;
        let files = manifest.all().map(|asset| asset.name.clone());
        let files = files.into_iter().map(|name| {
            let contents = read(&name)?;
            Ok((name, Cow::Owned(contents)))
        });
        Self::checked(manifest, files.collect::<Result<_>>()?)
    }

    /// A bundle whose files are part of a program: their names and contents, the
    /// manifest among them.
    ///
    /// # Errors
    ///
    /// As [`Bundle::read`].
    pub fn from_embedded(files: &[(&str, &'static [u8])]) -> Result<Self> {
        let manifest = files.iter().find(|(name, _)| *name == MANIFEST);
        let (_, manifest) = manifest.context("the app bundle has no manifest")?;
        let manifest = serde_json::from_slice(manifest).context("the manifest is invalid")?;
        let files = files.iter();
        let files = files.map(|(name, contents)| ((*name).to_owned(), Cow::Borrowed(*contents)));
        Self::checked(manifest, files.collect())
    }

    /// A bundle of almost empty files, for tests of pages.
    #[must_use]
    pub fn for_tests() -> Self {
        let mut contents = BTreeMap::new();
        let mut asset = |name: &str| {
            let text = format!("/* {name} */");
            let asset = Asset::named(name, text.as_bytes());
            contents.insert(name.to_owned(), Cow::Owned(text.into_bytes()));
            asset
        };
        let manifest = Manifest {
            style: asset("main.css"),
            icon: asset("icon.svg"),
            boot: asset("boot.js"),
            app_wasm: asset("app.wasm"),
            offline: asset("offline.js"),
            worker: asset("worker.js"),
            worker_unregister: asset("worker-unregister.js"),
            embed: asset("embed.js"),
            embed_height: asset("embed-height.js"),
            boot_single: asset("boot-single.js"),
        };
        Self { manifest, contents }
    }

    fn checked(manifest: Manifest, contents: BTreeMap<String, Cow<'static, [u8]>>) -> Result<Self> {
        for asset in manifest.all() {
            let found = contents.get(&asset.name);
            let found = found.with_context(|| format!("the app bundle has no `{}`", asset.name))?;
            ensure!(
                integrity(found) == asset.integrity,
                "`{}` in the app bundle is not the file in its manifest",
                asset.name
            );
        }
        Ok(Self { manifest, contents })
    }

    /// The contents of a file of the manifest.
    ///
    /// # Errors
    ///
    /// The file belongs to another bundle.
    pub fn contents(&self, asset: &Asset) -> Result<&[u8]> {
        let contents = self.contents.get(&asset.name).map(AsRef::as_ref);
        contents.with_context(|| format!("the app bundle has no `{}`", asset.name))
    }

    /// The contents of a text file of the manifest.
    ///
    /// # Errors
    ///
    /// The file belongs to another bundle, or is not UTF-8.
    pub fn text(&self, asset: &Asset) -> Result<&str> {
        std::str::from_utf8(self.contents(asset)?)
            .with_context(|| format!("`{}` in the app bundle is not UTF-8", asset.name))
    }

    /// Replaces the style sheet.
    pub fn set_style(&mut self, contents: Vec<u8>) {
        self.manifest.style = Asset::hashed("main", ".css", &contents);
        let name = self.manifest.style.name.clone();
        self.contents.insert(name, Cow::Owned(contents));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let bundle = Bundle::for_tests();
        for (name, contents) in &bundle.contents {
            fs::write(folder.path().join(name), contents).expect("a file");
        }
        let text = serde_json::to_string(&bundle.manifest).expect("JSON");
        fs::write(folder.path().join(MANIFEST), text).expect("a file");
        folder
    }

    #[test]
    fn a_bundle_is_read_with_its_files() {
        let folder = written();
        let mut bundle = Bundle::read(folder.path()).expect("a bundle");
        let boot = bundle.manifest.boot.clone();
        assert_eq!(bundle.text(&boot).expect("a text"), "/* boot.js */");
        bundle.set_style(b"a{}".to_vec());
        let style = bundle.manifest.style.clone();
        assert_eq!(style.name, format!("main-{}.css", fingerprint(b"a{}")));
        assert_eq!(bundle.contents(&style).expect("a style sheet"), b"a{}");
    }

    #[test]
    fn a_damaged_bundle_is_refused() {
        let refused = |name: &str, contents: Option<&str>| {
            let folder = written();
            let path = folder.path().join(name);
            match contents {
                None => fs::remove_file(path).expect("removed"),
                Some(contents) => fs::write(path, contents).expect("written"),
            }
            format!("{:#}", Bundle::read(folder.path()).expect_err("refused"))
        };
        assert!(refused("boot.js", None).contains("boot.js"));
        assert!(refused("boot.js", Some("other")).contains("`boot.js`"));
        assert!(refused(MANIFEST, None).contains(MANIFEST));
        assert!(refused(MANIFEST, Some("{}")).contains(MANIFEST));
    }
}
