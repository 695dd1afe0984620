//! The search of the start page, over all disputes.

use says_who_tests::page::{Element, StartPage};
use says_who_tests::{Engine, Start, in_every_engine};

in_every_engine! {
    the_start_page_searches_all_disputes,
}

async fn the_start_page_searches_all_disputes(engine: Engine) {
    let browser = Start::site("stress").open(engine, "").await;
    let all = StartPage(&browser).disputes().await;
    browser.click(".disputes input").await;
    // Arabic words match with or without diacritics.
    browser.type_text("السّاعة").await;
    StartPage(&browser).wait_for_disputes("right-to-left").await;
    StartPage(&browser)
        .wait_for_message("1 of 7 disputes matches.")
        .await;
    // Links to matches have the query.
    let link = ".feature:not([hidden]) [data-within]:not([hidden]) a[href*='?q=']";
    Element::new(&browser, link).wait_until_exists().await;
    StartPage(&browser).clear_search().await;
    StartPage(&browser)
        .wait_for_disputes(all.as_str().unwrap())
        .await;
    StartPage(&browser).wait_for_message("").await;
    browser.type_text("no such words").await;
    StartPage(&browser).wait_for_disputes("").await;
    StartPage(&browser)
        .wait_for_message("No dispute matches.")
        .await;
    // The URL alone is enough.
    browser.goto_hydrated("?q=no+such+words").await;
    StartPage(&browser)
        .wait_for_message("No dispute matches.")
        .await;
}
