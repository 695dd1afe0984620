//! Items: links to them, their own pages, their sourcing.

use says_who_tests::page::{Address, Element, Explainer, Sourcing};
use says_who_tests::{Engine, Start};

use crate::built_pages::{dispute_path, first_statement};

#[tokio::test]
async fn a_link_to_an_item_scrolls_to_it_and_focuses_it() {
    let browser = Start::site("repo").browser(Engine::Chromium).await;
    let dispute_path = dispute_path("repo");
    browser.goto_hydrated(&dispute_path).await;
    let id = first_statement(&browser).await;
    // By a full page load, and via the item's own page.
    browser.goto_hydrated(&format!("{dispute_path}#{id}")).await;
    Explainer(&browser).wait_for_focused_mark_near_top().await;
    browser.goto_hydrated(&format!("{dispute_path}{id}/")).await;
    browser.click(".item__whole a").await;
    Explainer(&browser).wait_until_shown().await;
    Explainer(&browser).wait_for_focused_mark_near_top().await;
    assert_eq!(Address(&browser).hash().await, format!("#{id}"));
}

#[tokio::test]
async fn an_item_page_shows_the_item_unfolded_and_the_other_side() {
    let browser = Start::site("repo").browser(Engine::Chromium).await;
    let dispute_path = dispute_path("repo");
    browser.goto_hydrated(&dispute_path).await;
    let id = first_statement(&browser).await;
    browser.goto_hydrated(&format!("{dispute_path}{id}/")).await;
    let first = Element::new(&browser, ".cell .statement-card");
    assert_eq!(first.attribute("id").await, Some(id));
    let open = Element::new(&browser, "details[open]").count().await;
    assert_eq!(open, 1);
    let mut cells = Element::new(&browser, ".cell").shown_texts().await;
    cells.retain(|text| text.trim().chars().count() > 40);
    assert_eq!(cells.len(), 2, "{cells:?}");
}

#[tokio::test]
async fn sourcing_unfolds_without_a_history_entry() {
    let browser = Start::site("repo")
        .open(Engine::Chromium, &dispute_path("repo"))
        .await;
    browser.click(".sourcing__summary").await;
    Sourcing(&browser).wait_until_unfolded().await;
    let before = Address(&browser).history_length().await;
    browser.click(".sourcing__summary").await;
    Sourcing(&browser).wait_until_folded().await;
    assert_eq!(Address(&browser).history_length().await, before);
}
