//! Which responses are cached: error responses never are.

use std::collections::BTreeMap;

use says_who_tests::page::{App, CachedResponse, ServiceWorker, cached_responses};
use says_who_tests::{Browser, Engine, Failure, Server, Start, in_every_engine};
use url::Url;

use crate::cache::wait_until_cached;
use crate::registration::supports_service_workers;
use crate::releases::releases;
use crate::{BASE, ITEM, MISSING};

in_every_engine! {
    error_responses_are_never_cached,
}

/// The responses that should not be cached, by their URLs.
async fn bad_cache_entries(browser: &Browser) -> BTreeMap<String, CachedResponse> {
    let mut all = cached_responses(browser).await;
    assert!(all.len() > 8, "{all:?}");
    let origin = Url::parse(&browser.address).unwrap().origin();
    let origin = origin.ascii_serialization();
    all.retain(|url, response| {
        let is_good = response.status == 200
            && response.kind == "basic"
            && !response.is_redirected
            && url.starts_with(&origin);
        !is_good || url.contains("not-there") || url.contains("later-notice")
    });
    all
}

async fn error_responses_are_never_cached(engine: Engine) {
    let mut server = Server::start(&releases().first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
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
