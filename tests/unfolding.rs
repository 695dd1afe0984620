//! Unfolding all sources at once, in three browser engines.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::page::{Absences, Address, AllSources, Element, Explainer, LocalStorage};
use says_who_tests::{Engine, Start, in_every_engine};

in_every_engine! {
    the_button_matches_the_open_sources,
    unfolded_sources_stay_open_for_the_session,
    a_long_list_of_searched_sources_is_folded,
}

const DISPUTE_PAGE: &str = "bridge-repair/";

async fn the_button_matches_the_open_sources(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    let before = Address(&browser).history_length().await;
    AllSources(&browser)
        .wait_for_unfolded_count(0, "Show all sources")
        .await;
    browser.click(".sourcing__summary").await;
    AllSources(&browser)
        .wait_for_unfolded_count(1, "Show all sources")
        .await;
    browser.click(".all-sources button").await;
    AllSources(&browser)
        .wait_for_folded_count(0, "Hide all sources")
        .await;
    let said = Element::new(&browser, "[role=status]").shown_texts().await;
    assert!(said[0].starts_with("Sources open: "), "{said:?}");
    // Also if sources are folded one by one, by the user or by a script.
    browser.click(".sourcing__summary").await;
    AllSources(&browser)
        .wait_for_folded_count(1, "Show all sources")
        .await;
    AllSources(&browser).fold_only_first(3).await;
    AllSources(&browser)
        .wait_for_folded_count(3, "Show all sources")
        .await;
    browser.click(".all-sources button").await;
    AllSources(&browser)
        .wait_for_folded_count(0, "Hide all sources")
        .await;
    browser.click(".all-sources button").await;
    AllSources(&browser)
        .wait_for_unfolded_count(0, "Show all sources")
        .await;
    assert_eq!(Address(&browser).history_length().await, before);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn unfolded_sources_stay_open_for_the_session(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    for id in ["engineer-sent-letter", "clerk-on-register"] {
        browser.click(&format!("#{id} .sourcing__summary")).await;
    }
    AllSources(&browser)
        .wait_for_unfolded_count(2, "Show all sources")
        .await;
    // To an item and back, and after a reload.
    browser.click("#who-pays .point__question a").await;
    Explainer(&browser).wait_for_item_page().await;
    browser.click(".breadcrumb a").await;
    AllSources(&browser)
        .wait_for_unfolded_count(2, "Show all sources")
        .await;
    browser.goto_hydrated("").await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    AllSources(&browser)
        .wait_for_unfolded_count(2, "Show all sources")
        .await;
    // The target of a link is unfolded too. It is visible, although unfolding the
    // items above has moved it.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}#mayor-county-pays"))
        .await;
    Explainer(&browser)
        .wait_for_unfolded_focus("mayor-county-pays")
        .await;
    AllSources(&browser)
        .wait_for_unfolded_count(3, "Show all sources")
        .await;
    // Sources that were folded again stay folded.
    browser.click(".all-sources button").await;
    AllSources(&browser)
        .wait_for_folded_count(0, "Hide all sources")
        .await;
    browser.click(".all-sources button").await;
    AllSources(&browser)
        .wait_for_unfolded_count(0, "Show all sources")
        .await;
    browser.goto_hydrated("").await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    AllSources(&browser)
        .wait_for_unfolded_count(0, "Show all sources")
        .await;
    let kept = LocalStorage(&browser).keys().await;
    assert!(kept.is_empty(), "stored beyond the session: {kept:?}");
}

/// The sources that were searched for a side's statement: many are folded into one
/// line, a few are listed.
async fn a_long_list_of_searched_sources_is_folded(engine: Engine) {
    let browser = Start::site("repo")
        .open(engine, "did-the-ferry-answer/")
        .await;
    let summary = "#what-kastel-sent .absence__searched > summary";
    assert_eq!(browser.text(summary).await, "Searched: 9 sources");
    browser.click(summary).await;
    Absences(&browser)
        .wait_for_searched_sources("what-kastel-sent", 9)
        .await;
    browser.goto_hydrated("millrace-bylaw/").await;
    let few = browser
        .text("#reason-for-the-change .absence__searched")
        .await;
    assert_eq!(few.matches(';').count(), 2, "{few}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}
