//! The caches of the site, by release.

use std::path::Path;

use says_who_tests::Browser;
use says_who_tests::page::{ServiceWorker, wait_async};

use crate::BASE;
use crate::releases::release_name;

/// Waits until the release is cached and a service worker controls this page.
pub(crate) async fn wait_until_cached(browser: &Browser, release: &Path) {
    let id = release_name(release);
    wait_async(
        browser,
        &format!(
            "if (!navigator.serviceWorker.controller) return false;
             const name = 'says-who {BASE} {id}';
             return (await caches.match(location.origin + '{BASE}offline.html', {{ cacheName: name }})) !== undefined;"
        ),
    )
    .await;
}

/// The names of the site's caches.
pub(crate) async fn cache_names(browser: &Browser) -> Vec<String> {
    let mut names = ServiceWorker(browser).cache_names().await;
    names.retain(|name| name.starts_with("says-who "));
    names
}

/// Waits until this release has the only cache.
pub(crate) async fn wait_until_only_cache(browser: &Browser, release: &Path) {
    let name = format!("says-who {BASE} {}", release_name(release));
    wait_async(
        browser,
        &format!("return JSON.stringify(await caches.keys()) === JSON.stringify(['{name}']);"),
    )
    .await;
}
