//! Swapping the sides.

use says_who_tests::page::{Address, Focus, Status};
use says_who_tests::{Engine, in_every_engine};
use serde_json::{Value, json};

use crate::{DISPUTE_PAGE, open};

in_every_engine! {
    swapping_sides_moves_only_the_columns,
}

async fn swapping_sides_moves_only_the_columns(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let order = "const side = (cell) => [...cell.querySelectorAll('.statement-card')].map((one) => one.id);
        return [
            [...document.querySelectorAll('.ledger__head')].map((one) => one.textContent),
            [...document.querySelectorAll('#notice-given .cell')].map(side),
            [...document.querySelectorAll('.whole__sections a')].map((one) => one.getAttribute('href')).sort(),
            [...document.querySelectorAll('.sourcing[open]')].map((one) => one.parentElement.id).sort(),
        ]";
    browser.click("#clerk-on-register .sourcing__summary").await;
    let first = browser.eval(order).await;
    assert_eq!(
        first[1],
        json!([
            ["engineer-sent-letter"],
            ["mayor-never-saw-it", "clerk-on-register"]
        ])
    );
    browser.click("#_swap").await;
    Address(&browser).wait_for_query("?first=town").await;
    Status(&browser).wait_for_swapped().await;
    let swapped = browser.eval(order).await;
    let reversed =
        |list: &Value| Value::Array(list.as_array().unwrap().iter().rev().cloned().collect());
    assert_eq!(swapped[0], reversed(&first[0]));
    assert_eq!(swapped[1], reversed(&first[1]));
    assert_eq!(swapped[2], first[2]);
    assert_eq!(swapped[3], first[3]);
    assert_eq!(Focus(&browser).id().await, json!("_swap"));
    // The URL alone is enough. Swapping again removes the parameter.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?first=town"))
        .await;
    browser
        .wait("return document.querySelector('#notice-given .cell .statement-card').id === 'mayor-never-saw-it'")
        .await;
    browser.click("#_swap").await;
    Address(&browser).wait_for_query("").await;
    assert_eq!(browser.eval(order).await[1], first[1]);
    assert_eq!(browser.console().await, Vec::<String>::new());
}
