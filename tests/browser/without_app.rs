//! The site is readable without scripts, and if the app fails.

use std::fs;

use says_who_tests::page::{App, Sourcing};
use says_who_tests::{Engine, Start, copy_site_with, site};

use crate::built_pages::dispute_path;

#[tokio::test]
async fn the_site_is_readable_without_scripts() {
    let browser = Start::site("repo")
        .without_script()
        .browser(Engine::Chromium)
        .await;
    let dispute_path = dispute_path("repo");
    browser.goto(&dispute_path).await;
    // WebDriver returns only visible text, without folded parts.
    let shown = browser.text("main").await;
    let written = fs::read_to_string(site("repo").join(&dispute_path).join("index.html")).unwrap();
    let statements = written.matches("class=\"statement-card content\"").count();
    assert!(statements > 10);
    assert_eq!(shown.matches("Source: ").count(), statements);
    browser.click(".sourcing__summary").await;
    let unfolded = browser.text(".sourcing").await;
    assert!(unfolded.contains("reported by"), "{unfolded}");
    browser.click(".point__question a").await;
    assert!(
        browser
            .client
            .current_url()
            .await
            .unwrap()
            .path()
            .matches('/')
            .count()
            > 3
    );
    let item = browser.text("main").await;
    assert!(item.matches("says").count() >= 2, "{item}");
    // The app did not start.
    assert!(
        browser
            .client
            .find(fantoccini::Locator::Css("#app[data-app]"))
            .await
            .is_err()
    );
}

/// Opens the page of a dispute on a modified copy of a site on which the app fails,
/// and checks that sourcing unfolds without it.
async fn check_readable_without_app(change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) {
    let folder = copy_site_with("repo", change);
    let browser = Start::folder(folder.path(), "/repo/")
        .load(Engine::Chromium, &dispute_path("repo"))
        .await;
    App(&browser).wait_until_failed().await;
    browser.click(".sourcing__summary").await;
    Sourcing(&browser).wait_until_unfolded().await;
}

#[tokio::test]
async fn a_page_stays_readable_if_the_app_fails() {
    check_readable_without_app(|path, bytes| {
        Some(if path.ends_with(".wasm") {
            b"not wasm".to_vec()
        } else {
            bytes
        })
    })
    .await;
}
