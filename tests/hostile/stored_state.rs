//! What the site stores about a reader.

use says_who_tests::page::{
    Address, Dialogs, Element, Explainer, LocalStorage, ServiceWorker, SessionStorage, Storage,
    click_by_script,
};
use says_who_tests::{Engine, Start, in_every_engine};

in_every_engine! {
    a_visit_stores_only_reading_state,
}

async fn a_visit_stores_only_reading_state(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    // Do everything a reader does: open pages, unfold, search, copy, turn the keyboard
    // shortcuts on or off, and go back.
    browser.goto_hydrated("").await;
    browser.goto_hydrated("bridge-repair/").await;
    browser.click(".sourcing__summary").await;
    SessionStorage(&browser)
        .wait_for_any_after_unfolding()
        .await;
    browser.click(".finder input").await;
    browser.type_text("notice").await;
    Address(&browser)
        .wait_for_query_including(&["q=notice"])
        .await;
    Dialogs(&browser).copy_link_and_open_shortcuts().await;
    let setting = "dialog[open] .keys__on input";
    Element::new(&browser, setting).wait_until_exists().await;
    browser.click(setting).await;
    Dialogs(&browser).close_if_open().await;
    click_by_script(&browser, ".point:not([hidden]) .point__question a").await;
    Explainer(&browser).wait_for_item_page().await;
    Address(&browser).go_back().await;
    Explainer(&browser).wait_until_shown().await;
    browser.goto_hydrated("bridge-repair/share/").await;
    browser.goto_hydrated("bridge-repair/figures/").await;
    browser.goto_hydrated("no/such/page/").await;

    assert_eq!(LocalStorage(&browser).keys().await, ["says-who-keys"]);
    let mut keys = SessionStorage(&browser).keys().await;
    keys.sort();
    assert_eq!(keys, ["says-who-places", "says-who-unfolded/bridge-repair"]);
    let storage = Storage(&browser);
    assert_eq!(storage.cookies().await, "");
    assert_eq!(storage.database_names().await, Vec::<String>::new());
    // The service worker may cache the site's own pages and files.
    let mut caches = ServiceWorker(&browser).cache_names().await;
    caches.retain(|name| !name.starts_with("says-who"));
    assert_eq!(caches, Vec::<String>::new());
    assert_eq!(storage.window_name().await, "");
    // There are no cookies that scripts can't see, either.
    assert!(browser.client.get_all_cookies().await.unwrap().is_empty());
}
