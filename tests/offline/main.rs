//! The service worker: the site without a connection, and across releases.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod cache;
mod cached_responses;
mod offline_page;
mod registration;
mod releases;
mod updates;
mod visited_pages;

use says_who_tests::page::ServiceWorker;
use says_who_tests::{Browser, Engine, Server, Start};

use crate::cache::wait_until_cached;
use crate::registration::supports_service_workers;
use crate::releases::releases;

const BASE: &str = "/a/b/";
const EXPLAINER: &str = "bridge-repair/";
const ITEM: &str = "bridge-repair/who-pays/";
const OTHER: &str = "bridge-repair/mayor-never-saw-it/";
/// A page whose content is not in the explainer.
const FIGURES: &str = "bridge-repair/figures/";
/// A page that no release has.
const MISSING: &str = "bridge-repair/not-there/";

/// The start of the dispute's summary, which identifies the release.
const FIRST: &str = "The first release.";
const SECOND: &str = "The second release.";

/// Opens the first release and visits the explainer and an item's page, until both
/// are cached. `None` if the engine has no service workers.
async fn open_visited(engine: Engine) -> Option<(Server, Browser)> {
    let server = Server::start(&releases().first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    if !supports_service_workers(&browser).await {
        return None;
    }
    wait_until_cached(&browser, &releases().first).await;
    browser.goto_hydrated(ITEM).await;
    ServiceWorker(&browser).wait_until_page_cached(ITEM).await;
    Some((server, browser))
}
