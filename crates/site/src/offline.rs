//! Offline support: the service worker, which caches the pages a reader visits, and
//! the script by which pages register it. Their code is in `web/worker.js` and
//! `web/offline.js`; this module adds the release and its list of files.

use anyhow::Result;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::Site;
use super::escape::escape;
use super::prerender::{File, file_path};
use says_who_bundle::{Bundle, integrity};
use says_who_model::read::InputFile;
use says_who_routes::{Base, Route};
use says_who_view::pages::Page;

/// The worker's path below the base path. It never changes, so that the worker of
/// a newer release replaces that of an older one.
const WORKER_PATH: &str = "worker.js";

/// The number of hex digits in the name of a release.
const NAME_DIGITS: usize = 16;

/// The name of a release: a digest of everything that a site is made from. Two sites
/// of one release are the same, byte for byte.
pub(super) fn release_name(
    bundle: &Bundle,
    data: &[InputFile],
    base: &Base,
    origin: Option<&str>,
) -> Result<String> {
    let mut digest = Sha256::new();
    // The lengths distinguish two parts from one with the contents of both.
    let mut add = |part: &[u8]| {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    };
    add(env!("SAYS_WHO_GENERATOR").as_bytes());
    add(&serde_json::to_vec(&bundle.manifest)?);
    add(base.as_str().as_bytes());
    add(origin.unwrap_or_default().as_bytes());
    for file in data {
        add(file.path.as_bytes());
        add(&file.bytes);
    }
    let digits: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(digits[..NAME_DIGITS].to_owned())
}

/// The tag by which a page loads the script, with the script's settings as
/// attributes; empty for a site without offline support.
pub(super) fn script_tag(site: &Site<'_>) -> String {
    let Some(release) = site.release else {
        return String::new();
    };
    let script = &site.bundle.manifest.offline;
    let words = Page::at(site.library, &Route::Home).words();
    let base = site.base.as_str();
    let attributes = [
        ("src", &*format!("{base}{}", script.name)),
        ("integrity", &script.integrity),
        ("data-worker", &format!("{base}{WORKER_PATH}")),
        ("data-release", release),
        ("data-lang", words.language),
        ("data-newer", words.newer),
        ("data-show", words.show_newer),
        ("data-close", words.close),
    ];
    let attributes = attributes.map(|(name, value)| format!(r#" {name}="{}""#, escape(value)));
    format!(
        r#"<script type="module" fetchpriority="low"{}></script>"#,
        attributes.concat()
    )
}

/// The service worker of a release. It begins with the files that every page loads,
/// the pages to cache at once, and the offline fallback page. `read_page` returns the
/// file of a page, if there is one.
pub(super) fn worker(
    site: &Site<'_>,
    release: &str,
    read_page: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<File> {
    let manifest = &site.bundle.manifest;
    let logo = site.library.site.logo.as_ref();
    let logo = logo.map(|logo| (logo.file_name(), integrity(logo.bytes())));
    let assets = manifest
        .page_assets()
        .into_iter()
        .chain([&manifest.offline]);
    let assets = assets.map(|asset| (asset.name.clone(), asset.integrity.clone()));
    let files: Vec<(String, String)> = assets.chain(logo).collect();
    let page_entry = |route: Route| {
        let bytes = read_page(&file_path(&route))?;
        Some((route.to_string(), integrity(&bytes)))
    };
    let featured = site.library.disputes.first();
    let featured = featured.map(|dispute| Route::Dispute(dispute.id.clone()));
    let pages = [Route::Home].into_iter().chain(featured);
    let pages: Vec<(String, String)> = pages.filter_map(page_entry).collect();
    let settings = json!({
        "base": site.base.as_str(),
        "release": release,
        "files": files,
        "pages": pages,
        "offlinePage": page_entry(Route::NotOffline),
    });
    let script = site.bundle.text(&manifest.worker)?;
    Ok(worker_file(&settings, script))
}

/// The worker of a site without offline support. Such a site's pages don't load
/// the script, and it has no offline fallback page. Readers who still have an
/// older worker get this one, which deletes its caches and unregisters.
pub(super) fn unregistering_worker(site: &Site<'_>) -> Result<File> {
    let script = site.bundle.text(&site.bundle.manifest.worker_unregister)?;
    let settings = json!({ "base": site.base.as_str() });
    Ok(worker_file(&settings, script))
}

fn worker_file(settings: &serde_json::Value, script: &str) -> File {
    File {
        path: WORKER_PATH.to_owned(),
        text: format!("const site = {settings};\n{script}"),
    }
}
