//! The responses in the caches of the origin.

use std::collections::BTreeMap;

use super::eval_async;
use crate::Browser;

/// The status, type and redirected flag of each response by its URL.
const ALL: &str = "const all = {};
         for (const name of await caches.keys()) {
             const cache = await caches.open(name);
             for (const request of await cache.keys()) {
                 const { status, type, redirected } = await cache.match(request);
                 all[request.url] = [status, type, redirected];
             }
         }
         return all;";

/// A response in a cache.
#[derive(Debug, PartialEq)]
pub struct CachedResponse {
    /// The HTTP status.
    pub status: u16,
    /// The type, `basic` for a response of the same origin.
    pub kind: String,
    /// Whether the server redirected the request.
    pub is_redirected: bool,
}

/// The responses in all caches of the origin, by their URLs.
pub async fn cached_responses(browser: &Browser) -> BTreeMap<String, CachedResponse> {
    let all = eval_async(browser, ALL).await;
    let all: BTreeMap<String, (u16, String, bool)> = serde_json::from_value(all).unwrap();
    all.into_iter()
        .map(|(url, (status, kind, is_redirected))| {
            let response = CachedResponse {
                status,
                kind,
                is_redirected,
            };
            (url, response)
        })
        .collect()
}
