//! The page that is shown without a connection.

use says_who_tests::page::{App, Element, LinkTarget, OfflinePage, ServiceWorker, click_by_script};
use says_who_tests::{Engine, Server, Start, in_every_engine};
use serde_json::json;

use crate::releases::releases;
use crate::{BASE, EXPLAINER, FIGURES, ITEM, MISSING, open_visited};

in_every_engine! {
    the_offline_page_lists_the_cached_pages,
    the_offline_page_says_if_nothing_is_cached,
}

async fn the_offline_page_lists_the_cached_pages(engine: Engine) {
    let Some((mut server, browser)) = open_visited(engine).await else {
        return;
    };
    // A page that is opened without a page load is cached too.
    browser.click(".neighbours__previous a").await;
    let shown = "bridge-repair/notice-given/";
    ServiceWorker(&browser).wait_until_page_cached(shown).await;

    server.stop();
    browser.goto_hydrated(FIGURES).await;
    App(&browser)
        .wait_until_complete("Not available offline")
        .await;
    assert_eq!(
        Element::new(&browser, "main").style("visibility").await,
        "visible"
    );
    // Only the cached pages are listed, all of them, by title.
    let listed = OfflinePage(&browser).listed_paths().await;
    let all = ["", EXPLAINER, shown, ITEM].map(|path| format!("{BASE}{path}"));
    assert_eq!(listed, json!(all));
    let page = browser.text("main").await;
    for words in [
        "These pages are available offline",
        "The Bridge Papers",
        "Did the county tell the town that the bridge would close?",
        "Was notice given before the closure?",
        "Who pays for the detour?",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("No pages are saved"), "{page}");
    // Each link works.
    for path in &all {
        browser.goto_hydrated(FIGURES).await;
        click_by_script(&browser, &format!("[data-cached] a[href=\"{path}\"]")).await;
        OfflinePage(&browser).wait_until_replaced_by(path).await;
    }
    // An item that was not visited opens in the explainer. A missing page is named.
    browser.goto_hydrated("bridge-repair/later-notice/").await;
    LinkTarget::new(&browser, "later-notice")
        .wait_for_path_hash_and_focus(&format!("{BASE}{EXPLAINER}"))
        .await;
    browser.goto_hydrated(MISSING).await;
    App(&browser)
        .wait_until_complete("There is no “not-there”")
        .await;
    // With a connection, the offline page lists the same pages.
    server.restart();
    browser.goto_hydrated("offline.html").await;
    assert_eq!(OfflinePage(&browser).listed_paths().await, json!(all));
}

async fn the_offline_page_says_if_nothing_is_cached(engine: Engine) {
    let server = Server::start(&releases().first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    // Open it before anything is cached.
    browser.goto_hydrated("offline.html").await;
    let page = browser.text("main").await;
    assert!(
        page.contains("No pages are saved on this device") && !page.contains("These pages"),
        "{page}"
    );
}
