//! A copy of the file that a browser saved.

use std::fs;

use says_who_tests::page::{App, Document, Element, Explainer, Finder};
use says_who_tests::{Engine, Start, in_every_engine};
use serde_json::json;

use crate::{STATEMENT, WITHOUT_SITE_URL, load, start};

in_every_engine! {
    a_copy_saved_by_a_browser_is_complete,
}

/// The browser saves the page after hydration.
async fn a_copy_saved_by_a_browser_is_complete(engine: Engine) {
    let browser = start().browser(engine).await;
    load(&browser, WITHOUT_SITE_URL).await;
    Explainer(&browser).set_unfolded(STATEMENT, true).await;
    Finder(&browser).search("heard of it").await;
    Explainer(&browser).wait_for_points("notice-given").await;
    let html = Document(&browser).html().await;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("saved.html"), html).unwrap();
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Start::address(address).load(engine, "saved.html").await;
    App(&browser).wait_until_ready_or_failed().await;
    // Whether or not the app can hydrate it again, every point is visible, and the
    // controls are shown only if they work.
    let is_ready = App(&browser).state().await == json!("ready");
    let points = Element::new(&browser, ".point");
    assert_eq!(points.shown_count().await, points.count().await);
    let controls = Element::new(&browser, ".control").shown_count().await;
    assert_eq!(controls > 0, is_ready, "{controls}");
    let messages = Element::new(&browser, ".without-app").shown_count().await;
    assert_eq!(messages, u64::from(!is_ready));
}
