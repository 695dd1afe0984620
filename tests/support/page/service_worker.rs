//! The service worker: its caches, and the offer of a newer release.

use serde_json::{Value, json};

use super::{eval_async, wait_async};
use crate::Browser;

/// The service worker of the site.
pub struct ServiceWorker<'b>(pub &'b Browser);

impl ServiceWorker<'_> {
    /// Whether the browser supports service workers.
    pub async fn is_supported(&self) -> bool {
        self.0.eval("return 'serviceWorker' in navigator").await == json!(true)
    }

    /// The names of all caches of the origin.
    pub async fn cache_names(&self) -> Vec<String> {
        let names = eval_async(self.0, "return caches.keys()").await;
        let names = names.as_array().unwrap().iter();
        names
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    }

    /// Waits until a page is in a cache.
    pub async fn wait_until_page_cached(&self, path: &str) {
        let address = json!(format!("{}{path}", self.0.address));
        wait_async(
            self.0,
            &format!("return (await caches.match({address})) !== undefined;"),
        )
        .await;
    }

    /// The status of the response for a file, past the browser's own cache.
    pub async fn status_of(&self, path: &str) -> Value {
        let path = json!(path);
        let status = format!("return (await fetch({path}, {{ cache: 'reload' }})).status;");
        eval_async(self.0, &status).await
    }

    /// Makes the page check for a newer release, as when a reader returns to its tab.
    pub async fn check_for_updates(&self) {
        self.0
            .eval("document.dispatchEvent(new Event('visibilitychange'))")
            .await;
    }

    /// Makes the browser check for a newer release, even if the page is not visible.
    pub async fn update(&self) {
        self.0
            .eval("navigator.serviceWorker.getRegistration().then((one) => one.update())")
            .await;
    }

    /// Waits for the offer of a newer release.
    pub async fn wait_for_update_offer(&self) {
        self.0
            .wait("return document.querySelector('.newer button') !== null")
            .await;
        let words = self.0.text(".newer").await;
        assert!(
            words.contains("A newer version of this site is ready."),
            "{words}"
        );
    }

    /// Whether no newer release is offered, in the document that was marked with
    /// [`super::Document::mark`].
    pub async fn is_newest_and_has_stayed(&self) -> bool {
        let is_newest = "return document.querySelector('.newer') === null && window.stayed";
        self.0.eval(is_newest).await == json!(true)
    }

    /// Whether a newer service worker waits to take over.
    pub async fn is_waiting(&self) -> bool {
        let waits = "return (await navigator.serviceWorker.getRegistration()).waiting !== null;";
        eval_async(self.0, waits).await == json!(true)
    }

    /// The number of registered service workers.
    pub async fn registration_count(&self) -> Value {
        let count = "return (await navigator.serviceWorker.getRegistrations()).length;";
        eval_async(self.0, count).await
    }

    /// Waits until no service worker is registered.
    pub async fn wait_until_unregistered(&self) {
        let is_unregistered =
            "return (await navigator.serviceWorker.getRegistrations()).length === 0;";
        wait_async(self.0, is_unregistered).await;
    }

    /// Waits until the service worker `worker.js` is active for the path `scope`, and has
    /// a cache whose name is `prefix`, the scope and the release, separated by spaces.
    pub async fn wait_until_active_with_cache(&self, scope: &str, prefix: &str) {
        self.0
            .wait(&format!(
                "navigator.serviceWorker.getRegistration().then(async (one) => {{
               const release = document.querySelector('[data-release]').dataset.release;
               const worker = one?.active?.scriptURL;
               window.kept = worker === location.origin + {worker}
                 && one.scope === location.origin + {scope}
                 && (await caches.keys()).includes({cache} + release);
             }});
             return window.kept === true",
                worker = json!(format!("{scope}worker.js")),
                cache = json!(format!("{prefix} {scope} ")),
                scope = json!(scope),
            ))
            .await;
    }

    /// Waits until a service worker controls the page, and the cache with this name has
    /// the file with this path.
    pub async fn wait_until_in_control_with(&self, cache: &str, path: &str) {
        let (cache, path) = (json!(cache), json!(path));
        let is_cached = format!(
            "if (!navigator.serviceWorker.controller) return false;
             return (await caches.match(location.origin + {path}, {{ cacheName: {cache} }})) !== undefined;"
        );
        wait_async(self.0, &is_cached).await;
    }

    /// Waits until the cache with this name is the only one of the origin.
    pub async fn wait_for_only_cache(&self, name: &str) {
        let name = json!(name);
        wait_async(
            self.0,
            &format!("return JSON.stringify(await caches.keys()) === JSON.stringify([{name}]);"),
        )
        .await;
    }

    /// Adds empty caches to the origin.
    pub async fn add_caches(&self, names: &[&str]) {
        let add = format!(
            "for (const name of {}) await caches.open(name);",
            json!(names)
        );
        eval_async(self.0, &add).await;
    }

    /// Makes the service worker delete the caches of releases of which no page is open.
    pub async fn sweep_caches(&self) {
        self.0
            .eval("navigator.serviceWorker.controller.postMessage('sweep')")
            .await;
    }

    /// Waits until a page is in a cache, and the service worker controls the open page.
    pub async fn wait_until_page_cached_and_controlled(&self, path: &str) {
        let address = format!("{}{path}", self.0.address);
        wait_async(
            self.0,
            &format!(
                "return (await caches.match({})) !== undefined && navigator.serviceWorker.controller !== null;",
                json!(address)
            ),
        )
        .await;
    }
}
