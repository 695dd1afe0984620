//! A page that arrives slowly: the app is there before the whole page.

use says_who_tests::page::{App, Element};
use says_who_tests::{Engine, FaultyServer, Start, in_every_engine};
use serde_json::Value;

use crate::EXPLAINER;

in_every_engine! {
    the_app_starts_once_the_whole_page_has_arrived,
}

/// A statement in the middle of the page.
const MIDDLE: &str = "id=\"mayor-never-saw-it\"";

async fn the_app_starts_once_the_whole_page_has_arrived(engine: Engine) {
    let server = FaultyServer::serve("a-b", |path, served| {
        if path == "bridge-repair/index.html" {
            served.halved_at(MIDDLE)
        } else {
            served
        }
    })
    .await;
    let browser = Start::without_site()
        .without_waiting()
        .browser(engine)
        .await;
    let page = format!("{}{EXPLAINER}", server.address);
    browser.goto(&page).await;
    App(&browser).wait_for_styles().await;
    App(&browser).wait_until_arrived().await;
    // What has arrived can be read, and nothing is said to be missing.
    assert_eq!(App(&browser).state().await, Value::Null);
    let ledger = Element::new(&browser, ".ledger .statement-card");
    let (before, first) = (ledger.count().await, browser.text("h1").await);
    assert!(first.contains("the bridge would close"), "{first}");

    server.release();
    App(&browser).wait_until_ready().await;
    assert!(ledger.count().await > before, "{before}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}
