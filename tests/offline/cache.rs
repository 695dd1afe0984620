//! The caches of the site, by release.

use std::path::Path;

use says_who_tests::Browser;
use says_who_tests::page::ServiceWorker;

use crate::BASE;
use crate::releases::release_name;

/// Waits until the release is cached and a service worker controls this page.
pub(crate) async fn wait_until_cached(browser: &Browser, release: &Path) {
    let name = cache_name(release);
    ServiceWorker(browser)
        .wait_until_in_control_with(&name, &format!("{BASE}offline.html"))
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
    ServiceWorker(browser)
        .wait_for_only_cache(&cache_name(release))
        .await;
}

/// The name of a release's cache.
fn cache_name(release: &Path) -> String {
    format!("says-who {BASE} {}", release_name(release))
}
