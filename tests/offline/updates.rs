//! Newer releases: they are offered and not forced, and never mixed with older ones.

use says_who_tests::page::{App, Document, Element, Explainer, ServiceWorker, WorkerRegistration};
use says_who_tests::{Engine, Server, Start, copy_files, in_every_engine};
use serde_json::json;

use crate::cache::{cache_names, wait_until_cached, wait_until_only_cache};
use crate::registration::supports_service_workers;
use crate::releases::{Releases, release_name, releases, style_sheet};
use crate::{BASE, EXPLAINER, FIRST, ITEM, OTHER, SECOND};

in_every_engine! {
    a_newer_release_is_offered_and_not_forced,
    a_link_never_mixes_two_releases,
    an_update_in_one_window_does_not_reload_another,
    an_older_worker_gives_way_to_a_page_of_a_newer_release,
    an_incomplete_release_is_not_installed,
}

async fn a_newer_release_is_offered_and_not_forced(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;
    browser.goto_hydrated(ITEM).await;
    ServiceWorker(&browser).wait_until_page_cached(ITEM).await;
    browser.goto_hydrated(EXPLAINER).await;
    App(&browser).wait_until_complete(FIRST).await;
    Document(&browser).mark().await;

    server.site.set_folder(second);
    ServiceWorker(&browser).check_for_updates().await;
    ServiceWorker(&browser).wait_for_update_offer().await;
    assert_eq!(cache_names(&browser).await.len(), 2);
    assert!(ServiceWorker(&browser).is_waiting().await);
    // The page still gets its own release's files, which by now only the cache has.
    let sheet = style_sheet(first);
    assert!(!second.join(&sheet).exists());
    let status = ServiceWorker(&browser)
        .status_of(&format!("{BASE}{sheet}"))
        .await;
    assert_eq!(status, json!(200));
    browser.click(".sourcing__summary").await;
    App(&browser).wait_until_complete(FIRST).await;
    assert!(Document(&browser).has_stayed().await);

    browser.click(".newer button").await;
    Document(&browser).wait_until_replaced().await;
    App(&browser).wait_until_complete(SECOND).await;
    Document(&browser).mark().await;
    wait_until_only_cache(&browser, second).await;
    // The new release caches the visited pages again.
    ServiceWorker(&browser).wait_until_page_cached(ITEM).await;
    assert!(ServiceWorker(&browser).is_newest_and_has_stayed().await);
}

/// The page behind a link and the app that runs on it are from the same release,
/// whichever that is.
async fn a_link_never_mixes_two_releases(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
    server.site.set_folder(second);
    browser.click(".point__question a").await;
    Explainer(&browser).wait_for_hydrated_item_page().await;
    App(&browser).wait_until_complete("Was notice given").await;
    // The app that runs is the one that the page names.
    App(&browser).wait_until_own_app_loaded().await;
    let shown = Element::new(&browser, "script[data-release]")
        .attribute("data-release")
        .await
        .unwrap();
    let known = [first, second].map(|release| release_name(release));
    assert!(known.contains(&shown), "{shown}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn an_update_in_one_window_does_not_reload_another(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;
    Document(&browser).mark().await;
    let reading = browser.client.window().await.unwrap();
    let other = browser.client.new_window(true).await.unwrap();
    browser.client.switch_to_window(other.handle).await.unwrap();
    browser.goto_hydrated(EXPLAINER).await;
    server.site.set_folder(second);
    ServiceWorker(&browser).update().await;
    ServiceWorker(&browser).wait_for_update_offer().await;
    browser.click(".newer button").await;
    App(&browser).wait_until_complete(SECOND).await;
    // This keeps the first release's cache, because one of its pages is open.
    ServiceWorker(&browser).sweep_caches().await;

    browser.client.switch_to_window(reading).await.unwrap();
    ServiceWorker(&browser).wait_for_update_offer().await;
    App(&browser).wait_until_complete(FIRST).await;
    assert!(Document(&browser).has_stayed().await);
    let sheet = format!("{BASE}{}", style_sheet(first));
    let status = ServiceWorker(&browser).status_of(&sheet).await;
    assert_eq!(status, json!(200));
    assert_eq!(cache_names(&browser).await.len(), 2);

    browser.click(".newer button").await;
    App(&browser).wait_until_complete(SECOND).await;
    wait_until_only_cache(&browser, second).await;
}

async fn an_older_worker_gives_way_to_a_page_of_a_newer_release(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let mut server = Server::start(first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;

    // Open a cached page offline. Then deploy the next release, which has none of the
    // page's files.
    server.stop();
    browser.goto_hydrated(EXPLAINER).await;
    App(&browser).wait_until_complete(FIRST).await;
    server.site.set_folder(second);
    server.restart();
    ServiceWorker(&browser).check_for_updates().await;
    ServiceWorker(&browser).wait_for_update_offer().await;
    App(&browser).wait_until_complete(FIRST).await;

    // Under the older worker, open a page of the next release from the network. The
    // page is already from the release that would be offered, so its worker takes
    // over without a reload.
    browser.goto_hydrated(OTHER).await;
    App(&browser).wait_until_complete("We never saw it").await;
    Document(&browser).mark().await;
    wait_until_only_cache(&browser, second).await;
    assert!(ServiceWorker(&browser).is_newest_and_has_stayed().await);
    ServiceWorker(&browser).wait_until_page_cached(OTHER).await;
    // Offline, the next release opens.
    server.stop();
    browser.goto_hydrated(EXPLAINER).await;
    App(&browser).wait_until_complete(SECOND).await;
}

async fn an_incomplete_release_is_not_installed(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let mut server = Server::start(first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;
    let incomplete = tempfile::tempdir().unwrap();
    let style_sheet = style_sheet(second);
    copy_files(second, incomplete.path(), |file| {
        !file.ends_with(&style_sheet)
    });
    server.site.set_folder(incomplete.path());
    let state = WorkerRegistration(&browser).state_after_update().await;
    assert_eq!(state, "redundant");
    wait_until_only_cache(&browser, first).await;
    server.stop();
    browser.goto_hydrated(EXPLAINER).await;
    App(&browser).wait_until_complete(FIRST).await;
}
