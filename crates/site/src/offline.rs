//! Offline support: the service worker, which caches the pages a reader visits, and
//! the script by which pages register it. Their code is in `web/worker.js` and
//! `web/offline.js`; this module adds the release and its asset manifest.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::Site;
use super::digest::{fingerprint, integrity};
use super::escape::escape;
use super::prerender::{File, file_path, is_app_page};
use super::strip_comments::strip_comments;
use says_who_routes::{Base, Route};
use says_who_view::citations::json_string;
use says_who_view::pages::Page;

/// The worker's path below the base path. It never changes, so that the worker of
/// a newer release replaces that of an older one.
const WORKER_PATH: &str = "worker.js";

const WORKER_JS: &str = include_str!("../../../web/worker.js");
const WORKER_UNREGISTER_JS: &str = include_str!("../../../web/worker-unregister.js");
const OFFLINE_JS: &str = include_str!("../../../web/offline.js");

/// The folder of the bundle with the minified scripts, if they were minified
/// (`xtask/src/minify.rs`).
const MINIFIED_FOLDER: &str = "short";

/// A file name below the base path, and the file's contents.
pub(super) type Asset = (String, Vec<u8>);

/// Collects the files of a release while they are generated.
///
/// Each page names the release, which is a digest of everything that is served to
/// a reader. Cards are included through their digests, which the pages contain.
/// Pages are written before the digest is known, with a placeholder in its place,
/// so that they don't have to stay in memory.
pub(super) struct ReleaseBuilder {
    script: Asset,
    worker: String,
    /// The tag by which a page loads the script, with the placeholder in it.
    tag: String,
    digest: Sha256,
    /// The path of each page with a placeholder, and the placeholder's byte offset.
    placeholders: Vec<(String, usize)>,
}

/// A finished release.
pub(super) struct Release {
    script: Asset,
    worker: String,
    pub(super) name: String,
    /// Where to write the name: the path of each page with a placeholder, and the
    /// placeholder's byte offset.
    pub(super) placeholders: Vec<(String, usize)>,
}

/// Stands for the release name. It has the same length and can't be part of a URL.
const RELEASE_PLACEHOLDER: &str = "{{{{{{{{{{{{{{{{";

impl ReleaseBuilder {
    /// Starts a release with `assets`, the files of the `bundle` that every page
    /// loads.
    pub(super) fn new(site: &Site<'_>, bundle: &Path, assets: &[Asset]) -> Result<Self> {
        let script = minified(bundle, "offline.js", OFFLINE_JS)?.into_bytes();
        let name = format!("offline-{}.js", fingerprint(&script));
        let mut digest = Sha256::new();
        for (name, bytes) in assets {
            hash_file(&mut digest, name, bytes);
        }
        Ok(Self {
            tag: script_tag(site, &name, &script),
            script: (name, script),
            worker: minified(bundle, WORKER_PATH, WORKER_JS)?,
            digest,
            placeholders: Vec::new(),
        })
    }

    /// Adds a file to the release and returns it as it is to be written: with the
    /// script tag, if it is a page of the app.
    pub(super) fn add(&mut self, mut file: File) -> File {
        hash_file(&mut self.digest, &file.path, file.text.as_bytes());
        let head_end = is_app_page(&file).then(|| file.text.find("</head>"));
        let placeholder = self.tag.find(RELEASE_PLACEHOLDER);
        let (Some(head_end), Some(placeholder)) = (head_end.flatten(), placeholder) else {
            return file;
        };
        file.text.insert_str(head_end, &self.tag);
        let offset = head_end + placeholder;
        self.placeholders.push((file.path.clone(), offset));
        file
    }

    /// Names the release, after all files were added.
    pub(super) fn finish(mut self) -> Release {
        // Hashed as served: another version of the minifier may change them.
        for script in [self.worker.as_bytes(), &self.script.1] {
            hash_file(&mut self.digest, "", script);
        }
        let digest = self.digest.finalize();
        let bytes = digest.iter().take(RELEASE_PLACEHOLDER.len() / 2);
        Release {
            script: self.script,
            worker: self.worker,
            name: bytes.map(|byte| format!("{byte:02x}")).collect(),
            placeholders: self.placeholders,
        }
    }
}

impl Release {
    /// The script and the service worker. The worker's manifest lists the assets
    /// that every page loads, the pages to precache, and the offline fallback
    /// page. `read_page` returns the file of a page, if there is one, with its
    /// placeholder replaced.
    pub(super) fn files(
        self,
        site: &Site<'_>,
        assets: &[Asset],
        read_page: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> [Asset; 2] {
        let assets = assets.iter().chain([&self.script]);
        let assets = assets.map(|(name, bytes)| manifest_entry(name, bytes));
        let assets: Vec<String> = assets.collect();
        let page_entry = |route: Route| {
            let bytes = read_page(&file_path(&route))?;
            Some(manifest_entry(&route.to_string(), &bytes))
        };
        let featured = site.library.disputes.first();
        let featured = featured.map(|dispute| Route::Dispute(dispute.id.clone()));
        let pages = [Route::Home].into_iter().chain(featured);
        let pages: Vec<String> = pages.filter_map(page_entry).collect();
        let manifest = format!(
            r#"{{"base":{},"release":"{}","files":[{}],"pages":[{}],"offlinePage":{}}}"#,
            json_string(site.base.as_str()),
            self.name,
            assets.join(","),
            pages.join(","),
            page_entry(Route::NotOffline).unwrap_or_default(),
        );
        [self.script, worker_file(&manifest, &self.worker)]
    }
}

/// Adds a file to a digest. The lengths distinguish two files from one with the
/// contents of both.
fn hash_file(digest: &mut Sha256, name: &str, bytes: &[u8]) {
    for part in [name.as_bytes(), bytes] {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
}

/// The worker of a site without offline support. Such a site's pages don't load
/// the script, and it has no offline fallback page. Readers who still have an
/// older worker get this one, which deletes its caches and unregisters.
pub(super) fn unregistering_worker(base: &Base) -> Asset {
    worker_file(
        &format!(r#"{{"base":{}}}"#, json_string(base.as_str())),
        &strip_comments(WORKER_UNREGISTER_JS),
    )
}

fn worker_file(manifest: &str, script: &str) -> Asset {
    let text = format!("const site = {manifest};\n{script}");
    (WORKER_PATH.to_owned(), text.into_bytes())
}

/// The tag by which a page loads the script, with the script's settings as
/// attributes.
fn script_tag(site: &Site<'_>, name: &str, script: &[u8]) -> String {
    let words = Page::at(site.library, &Route::Home).words();
    let base = site.base.as_str();
    let attributes = [
        ("src", format!("{base}{name}")),
        ("integrity", integrity(script)),
        ("data-worker", format!("{base}{WORKER_PATH}")),
        ("data-release", RELEASE_PLACEHOLDER.to_owned()),
        ("data-lang", words.language.to_owned()),
        ("data-newer", words.newer.to_owned()),
        ("data-show", words.show_newer.to_owned()),
        ("data-close", words.close.to_owned()),
    ];
    let attributes = attributes.map(|(name, value)| format!(r#" {name}="{}""#, escape(&value)));
    format!(r#"<script type="module"{}></script>"#, attributes.concat())
}

/// The entry of a file in the worker's manifest.
fn manifest_entry(path: &str, bytes: &[u8]) -> String {
    format!("[{},\"{}\"]", json_string(path), integrity(bytes))
}

/// A script as it is served: minified in a bundle for publishing, otherwise with
/// its comments stripped.
fn minified(bundle: &Path, name: &str, script: &str) -> Result<String> {
    let folder = bundle.join(MINIFIED_FOLDER);
    if !folder.is_dir() {
        return Ok(strip_comments(script));
    }
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}
