//! Which responses are cached: error responses never are.

use std::collections::BTreeMap;

use says_who_tests::page::{App, ServiceWorker, eval_async};
use says_who_tests::{Browser, Engine, Failure, Server, in_every_engine};
use serde_json::{Value, json};

use crate::cache::wait_until_cached;
use crate::registration::supports_service_workers;
use crate::releases::releases;
use crate::{BASE, ITEM, MISSING, open};

in_every_engine! {
    error_responses_are_never_cached,
}

/// The responses that should not be cached: their URLs, and their status, type and
/// redirected flag (`good` if only the URL is wrong).
async fn bad_cache_entries(browser: &Browser) -> BTreeMap<String, Value> {
    let all = eval_async(
        browser,
        "const all = {};
         for (const name of await caches.keys()) {
             const cache = await caches.open(name);
             for (const request of await cache.keys()) {
                 const { status, type, redirected } = await cache.match(request);
                 all[request.url] = status === 200 && type === 'basic' && !redirected
                     && request.url.startsWith(location.origin) ? 'good' : [status, type, redirected];
             }
         }
         return all;",
    )
    .await;
    let all = all.as_object().unwrap();
    assert!(all.len() > 8, "{all:?}");
    let bad = all.iter().filter(|(path, how)| {
        **how != json!("good") || path.contains("not-there") || path.contains("later-notice")
    });
    bad.map(|(path, how)| (path.clone(), how.clone())).collect()
}

async fn error_responses_are_never_cached(engine: Engine) {
    let mut server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, &releases().first).await;
    // Request a missing page, a redirect, and a file that is not a page.
    browser.goto_hydrated(MISSING).await;
    App(&browser)
        .wait_until_complete("There is no “not-there”")
        .await;
    browser.goto_hydrated("bridge-repair/who-pays").await;
    browser.goto("bridge-repair/cite.txt").await;
    browser.goto_hydrated(ITEM).await;
    ServiceWorker(&browser).wait_until_page_cached(ITEM).await;

    server.fail(Failure::Error);
    // A cached page comes from the cache; for any other page, the server's error is
    // shown.
    browser.goto_hydrated(ITEM).await;
    App(&browser).wait_until_complete("Who pays").await;
    browser.goto("bridge-repair/later-notice/").await;
    assert_eq!(browser.client.title().await.unwrap(), "500");
    server.restart();
    browser.goto_hydrated("").await;
    assert_eq!(bad_cache_entries(&browser).await, BTreeMap::new());
}
