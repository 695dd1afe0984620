//! Faults of the network or the app, in three browsers: the page stays readable, its
//! sources unfold, it says which features are unavailable, and it shows no controls
//! without effect.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod boot_script;
mod every_fault;
mod fault_table;
mod messages;
mod optional_features;
mod panic;
mod proxies;
mod saved_copy;
mod served_files;
mod slow_page;

use says_who_tests::Browser;
use says_who_tests::page::{Address, Dialogs, Element, Sourcing};

/// The explainer of the small dispute. Its site has the base path `/a/b/`.
const EXPLAINER: &str = "bridge-repair/";
const ALL_UNAVAILABLE: &str = "Search, filters and copying are unavailable; the text is complete.";
const COPYING_UNAVAILABLE: &str = "Copying is unavailable; the text is complete.";
const SEARCH_UNAVAILABLE: &str = "Search is unavailable; the list is complete.";

/// What Chromium logs when the published app panics, which has no panic messages.
const TRAP: &str = "Uncaught RuntimeError: unreachable";

/// Unfolds the sourcing of a statement with a click, and folds it again.
async fn unfold_and_fold(browser: &Browser, what: &str) {
    assert!(!Sourcing(browser).is_unfolded().await, "{what}");
    // The scroll spy updates the table of contents. Without styles, this moves the
    // content below it, so wait for the layout before the driver clicks.
    Sourcing(browser).scroll_to_summary().await;
    browser.click(".sourcing__summary").await;
    Sourcing(browser).wait_until_unfolded_with(what).await;
    browser.click(".sourcing__summary").await;
    Sourcing(browser).wait_until_folded().await;
}

/// Filters the page down to nothing, and opens a dialog over it.
async fn filter_and_open_dialog(browser: &Browser) {
    browser.click(".finder input").await;
    browser.type_text("no such word").await;
    Address(browser).wait_for_query("?q=no%20such%20word").await;
    Element::new(browser, ".point:not([hidden])")
        .wait_until_gone()
        .await;
    Dialogs(browser).open_shortcuts().await;
    Dialogs(browser).wait_until_open().await;
}
