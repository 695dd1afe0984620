//! Swapping the sides.

use says_who_tests::page::{Address, Element, Focus, Ledger, Status};
use says_who_tests::{Browser, Engine, Start, in_every_engine};
use serde_json::json;

use crate::DISPUTE_PAGE;

in_every_engine! {
    swapping_sides_moves_only_the_columns,
}

/// What swapping the sides may change, and what it must not.
struct Order {
    /// The headings of the columns.
    heads: Vec<String>,
    /// The statements of the first point, by side.
    statements: Vec<Vec<String>>,
    /// The links to the sections, sorted.
    sections: Vec<Option<String>>,
    /// The statements whose sourcing is unfolded, sorted.
    unfolded: Vec<String>,
}

impl Order {
    async fn of(browser: &Browser) -> Self {
        let heads = Element::new(browser, ".ledger__head").text_contents().await;
        let statements = Ledger(browser).statements_by_side("notice-given").await;
        let sections = Element::new(browser, ".whole__sections a");
        let mut sections = sections.attributes("href").await;
        sections.sort();
        let mut unfolded = Ledger(browser).unfolded_ids().await;
        unfolded.sort();
        Self {
            heads,
            statements,
            sections,
            unfolded,
        }
    }
}

async fn swapping_sides_moves_only_the_columns(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    browser.click("#clerk-on-register .sourcing__summary").await;
    let first = Order::of(&browser).await;
    assert_eq!(
        first.statements,
        [
            vec!["engineer-sent-letter"],
            vec!["mayor-never-saw-it", "clerk-on-register"]
        ]
    );
    browser.click("#_swap").await;
    Address(&browser).wait_for_query("?first=town").await;
    Status(&browser).wait_for_swapped().await;
    let mut swapped = Order::of(&browser).await;
    swapped.heads.reverse();
    assert_eq!(swapped.heads, first.heads);
    swapped.statements.reverse();
    assert_eq!(swapped.statements, first.statements);
    assert_eq!(swapped.sections, first.sections);
    assert_eq!(swapped.unfolded, first.unfolded);
    assert_eq!(Focus(&browser).id().await, json!("_swap"));
    // The URL alone is enough. Swapping again removes the parameter.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?first=town"))
        .await;
    Ledger(&browser)
        .wait_for_first_statement("notice-given", "mayor-never-saw-it")
        .await;
    browser.click("#_swap").await;
    Address(&browser).wait_for_query("").await;
    let statements = Ledger(&browser).statements_by_side("notice-given").await;
    assert_eq!(statements, first.statements);
    assert_eq!(browser.console().await, Vec::<String>::new());
}
