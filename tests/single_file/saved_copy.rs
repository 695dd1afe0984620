//! A copy of the file that a browser saved.

use std::fs;

use says_who_tests::page::{Document, Explainer, Finder};
use says_who_tests::{Browser, Engine, Script, in_every_engine};
use serde_json::json;

use crate::{STATEMENT, WITHOUT_SITE_URL, load, open};

in_every_engine! {
    a_copy_saved_by_a_browser_is_complete,
}

/// The browser saves the page after hydration.
async fn a_copy_saved_by_a_browser_is_complete(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITHOUT_SITE_URL).await;
    browser
        .wait(&format!(
            "document.querySelector('#{STATEMENT} .sourcing').open = true;
             return document.querySelector('#{STATEMENT} .sourcing').open"
        ))
        .await;
    Finder(&browser).search("heard of it").await;
    Explainer(&browser).wait_for_points("notice-given").await;
    let html = Document(&browser).html().await;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("saved.html"), html).unwrap();
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Browser::open_address(engine, address.into(), Script::On).await;
    browser.goto("saved.html").await;
    browser
        .wait("return ['ready', 'failed'].includes(document.querySelector('#app').dataset.app)")
        .await;
    // Whether or not the app can hydrate it again, every point is visible, and the
    // controls are shown only if they work.
    let seen = browser
        .eval(
            "const shown = (one) => getComputedStyle(one).visibility === 'visible' && one.getClientRects().length > 0;
             const count = (selector) => [...document.querySelectorAll(selector)].filter(shown).length;
             const ready = document.querySelector('#app').dataset.app === 'ready';
             return [
               document.querySelectorAll('.point').length - count('.point'),
               count('.control') > 0 === ready,
               count('.without-app') === (ready ? 0 : 1),
             ]",
        )
        .await;
    assert_eq!(seen, json!([0, true, true]));
}
