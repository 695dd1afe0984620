//! A dispute in a single file that is opened from disk, in three browser engines; and
//! the command that writes it.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[path = "../support/parsing.rs"]
mod parsing;

mod command;
mod copying;
mod links;
mod markup;
mod sandboxed_frame;
mod saved_copy;
mod views;
mod without_script;

use says_who_tests::page::{Address, App};
use says_who_tests::{Browser, Start, site};

/// The single files of the small dispute, without and with the URL of the site.
const WITHOUT_SITE_URL: &str = "one.html";
const WITH_SITE_URL: &str = "one-online.html";

const SITE: &str = "https://example.org/a/b/";
const STATEMENT: &str = "mayor-never-saw-it";

/// A browser to start on the folder of the built sites.
fn start() -> Start {
    let folder = url::Url::from_directory_path(site("")).unwrap();
    assert_eq!(folder.scheme(), "file");
    Start::address(folder)
}

/// Loads a file afresh, and waits until the app has hydrated it.
async fn load(browser: &Browser, path: &str) {
    // A browser loads nothing if only the fragment of the URL changes.
    browser.client.goto("about:blank").await.unwrap();
    browser.goto(path).await;
    let name = path.split(['?', '#']).next().unwrap();
    App(browser)
        .wait_until_ready_at_path_end(&format!("/{name}"))
        .await;
}

/// Asserts that the page is still the file `name`, and that it made no requests and
/// logged no errors.
async fn assert_no_requests(browser: &Browser, name: &str) {
    let path = Address(browser).protocol_and_path().await;
    assert!(
        path.starts_with("file:") && path.ends_with(&format!("/{name}")),
        "{path}"
    );
    assert_eq!(browser.loaded_urls().await, Vec::<String>::new());
    assert_eq!(browser.console().await, Vec::<String>::new());
}
