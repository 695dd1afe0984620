//! Where a service worker is registered, and how it is unregistered.

use std::fs;

use says_who_tests::page::{App, Document, FramedPage, ServiceWorker, WorkerRegistration};
use says_who_tests::{Browser, Engine, Server, Start, in_every_engine, lacks};
use serde_json::json;

use crate::cache::wait_until_cached;
use crate::releases::{Releases, releases};
use crate::{BASE, EXPLAINER, ITEM, SECOND};

in_every_engine! {
    a_page_in_a_frame_registers_no_worker,
    turning_offline_support_off_unregisters_the_worker,
}

/// Whether the browser supports service workers. If not, reports that, and checks
/// that a page works without them.
pub(crate) async fn supports_service_workers(browser: &Browser) -> bool {
    browser.goto_hydrated(EXPLAINER).await;
    let has = ServiceWorker(browser).is_supported().await;
    if !has {
        lacks(browser.engine, "service workers: pages need a connection");
        browser.goto_hydrated(ITEM).await;
    }
    has
}

async fn turning_offline_support_off_unregisters_the_worker(engine: Engine) {
    let Releases { first, off, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;
    // Add caches of other sites on the same origin.
    let others = ["another", "says-who /a/ 0000", "says-who /a/b/c/ 0000"];
    ServiceWorker(&browser).add_caches(&others).await;
    server.site.set_folder(off);
    browser.goto_hydrated(ITEM).await;
    ServiceWorker(&browser).wait_until_unregistered().await;
    let mut left = ServiceWorker(&browser).cache_names().await;
    left.sort();
    assert_eq!(left, others);
    // No worker is registered again.
    browser.goto_hydrated(EXPLAINER).await;
    Document(&browser).reload().await;
    App(&browser).wait_until_complete(SECOND).await;
    let registered = ServiceWorker(&browser).registration_count().await;
    assert_eq!(registered, json!(0));
    assert!(!off.join("offline.html").exists());
}

async fn a_page_in_a_frame_registers_no_worker(engine: Engine) {
    let folder = says_who_tests::copy_site_with("a-b", |_, bytes| Some(bytes));
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put(
        "frame.html",
        &format!("<!DOCTYPE html><title>Frame</title><iframe src='{BASE}{EXPLAINER}'></iframe>"),
    );
    put("another.js", "");
    let browser = Start::folder(folder.path(), BASE)
        .load(engine, "frame.html")
        .await;
    FramedPage(&browser).wait_until_ready_and_complete().await;
    if !ServiceWorker(&browser).is_supported().await {
        return;
    }
    // Pages register the worker in an idle callback, so wait for one in the frame.
    // Browsers process the registrations of a scope one by one. When that of another
    // worker succeeds, a worker of the framed page would be there too.
    let workers = WorkerRegistration(&browser)
        .register_after_frame_is_idle(&format!("{BASE}another.js"))
        .await;
    assert_eq!(workers, [format!("{}another.js", browser.address)]);
}
