//! Items: links to them, their own pages, their sourcing.

use says_who_tests::{Browser, Script};
use serde_json::json;

use crate::built_pages::{dispute_path, first_statement};

#[tokio::test]
async fn a_link_to_an_item_scrolls_to_it_and_focuses_it() {
    let browser = Browser::open("repo", Script::On).await;
    let dispute_path = dispute_path("repo");
    browser.goto_hydrated(&dispute_path).await;
    let id = first_statement(&browser).await;
    let here = "const here = document.querySelector('[data-here]');
                const head = document.querySelector('.ledger__heads').getBoundingClientRect();
                return here !== null && here === document.activeElement
                  && here.getBoundingClientRect().top >= head.height && here.getBoundingClientRect().top < 300";
    // By a full page load, and via the item's own page.
    browser.goto_hydrated(&format!("{dispute_path}#{id}")).await;
    browser.wait(here).await;
    browser.goto_hydrated(&format!("{dispute_path}{id}/")).await;
    browser.click(".item__whole a").await;
    browser
        .wait("return document.querySelector('.opening') !== null")
        .await;
    browser.wait(here).await;
    assert_eq!(
        browser.eval("return location.hash").await,
        json!(format!("#{id}"))
    );
}

#[tokio::test]
async fn an_item_page_shows_the_item_unfolded_and_the_other_side() {
    let browser = Browser::open("repo", Script::On).await;
    let dispute_path = dispute_path("repo");
    browser.goto_hydrated(&dispute_path).await;
    let id = first_statement(&browser).await;
    browser.goto_hydrated(&format!("{dispute_path}{id}/")).await;
    let first = browser
        .eval("return document.querySelector('.cell .statement-card').id")
        .await;
    assert_eq!(first, json!(id));
    let open = browser
        .eval("return document.querySelectorAll('details[open]').length")
        .await;
    assert_eq!(open, json!(1));
    let cells = browser.eval("return [...document.querySelectorAll('.cell')].filter((cell) => cell.innerText.trim().length > 40).length").await;
    assert_eq!(cells, json!(2));
}

#[tokio::test]
async fn sourcing_unfolds_without_a_history_entry() {
    let browser = Browser::open("repo", Script::On).await;
    browser.goto_hydrated(&dispute_path("repo")).await;
    browser.click(".sourcing__summary").await;
    browser.wait("return document.querySelector('.sourcing').open && document.querySelector('.chain').offsetHeight > 0").await;
    let before = browser.eval("return history.length").await;
    browser.click(".sourcing__summary").await;
    browser
        .wait("return !document.querySelector('.sourcing').open")
        .await;
    assert_eq!(browser.eval("return history.length").await, before);
}
