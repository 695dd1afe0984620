//! Features that a browser may lack or refuse, without which the app works.

use says_who_tests::page::{App, Dialogs, Document, Explainer, Finder, Focus, click_by_script};
use says_who_tests::{Engine, FaultyServer, Start, in_every_engine};
use serde_json::json;

use crate::EXPLAINER;
use crate::served_files::prepend_to_boot;

in_every_engine! {
    the_app_works_without_optional_features,
}

/// Features that a browser may lack or refuse, each with a script that breaks it. Only
/// what needs the feature may stop working.
const BROKEN_FEATURES: &[(&str, &str)] = &[
    (
        "access to storage",
        "for (const name of ['localStorage', 'sessionStorage'])
           Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    (
        "storage objects",
        "for (const name of ['localStorage', 'sessionStorage'])
           Object.defineProperty(window, name, { get: () => null });",
    ),
    (
        "space in storage",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    ),
    (
        "reading from storage",
        "Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError'); };",
    ),
    (
        "history entries",
        "for (const name of ['pushState', 'replaceState'])
           history[name] = () => { throw new DOMException('too often', 'SecurityError'); };",
    ),
    ("performance entries", "performance.getEntriesByType = () => [];"),
    ("custom highlights", "delete globalThis.Highlight;"),
    ("a clock: it stands at the epoch", "Date.now = () => 0;"),
    ("a clock: it is before the epoch", "Date.now = () => -1e12;"),
    ("a clock: it is far ahead", "const ahead = Date.UTC(2100, 0, 1); Date.now = () => ahead;"),
    ("a clock: it gives NaN", "Date.now = () => NaN;"),
];

async fn the_app_works_without_optional_features(engine: Engine) {
    let browser = Start::without_site()
        .without_waiting()
        .browser(engine)
        .await;
    for &(what, remove) in BROKEN_FEATURES {
        let server = FaultyServer::serve("a-b", move |path, served| {
            prepend_to_boot(path, served, remove)
        })
        .await;
        browser
            .goto_and_wait(&format!("{}{EXPLAINER}", server.address), App::IS_READY)
            .await;
        browser.console().await;
        // Use everything: unfolding, search, keyboard shortcuts, navigation.
        browser.click(".all-sources button").await;
        Explainer(&browser).wait_until_all_unfolded().await;
        browser.click(".finder input").await;
        browser.type_text("toll").await;
        Finder(&browser).wait_until_filtered().await;
        Dialogs(&browser).open_shortcuts().await;
        Dialogs(&browser).wait_for_shortcuts_setting().await;
        browser.click("dialog[open] input").await;
        Dialogs(&browser).close_with_button().await;
        Document(&browser).mark().await;
        click_by_script(&browser, ".point__question a").await;
        Explainer(&browser).wait_for_item_page().await;
        Focus(&browser).wait_for_heading().await;
        assert!(Document(&browser).has_stayed().await, "{what}");
        assert_eq!(App(&browser).state().await, json!("ready"), "{what}");
        assert_eq!(browser.console().await, Vec::<String>::new(), "{what}");
    }
}
