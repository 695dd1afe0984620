//! The query with the order of the sides is kept from page to page.

use says_who_tests::page::{Address, Explainer, Sides};
use says_who_tests::{Engine, Start, base, in_every_engine};

use crate::WHOLE;

in_every_engine! {
    the_order_of_sides_is_kept_across_pages,
}

async fn the_order_of_sides_is_kept_across_pages(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{WHOLE}?first=town#who-pays"))
        .await;
    let base = base("a-b");
    let wait_for_first = async |side: &str| {
        let is_in_query = side == "second";
        Sides(&browser)
            .wait_for_order_and_query(side, "first=town", is_in_query)
            .await;
    };
    wait_for_first("second").await;
    browser.click("#who-pays .point__question a").await;
    Explainer(&browser)
        .wait_for_item_page_at(&format!("{base}{WHOLE}who-pays/"))
        .await;
    wait_for_first("second").await;
    // To the next point, and back to the page of the whole dispute.
    browser.click(".neighbours__next a").await;
    Explainer(&browser)
        .wait_for_item_page_at(&format!("{base}{WHOLE}later-notice/"))
        .await;
    wait_for_first("second").await;
    browser.click(".item__whole a").await;
    Address(&browser)
        .wait_for_focused_target("later-notice")
        .await;
    wait_for_first("second").await;
    // Without the query, the sides are in their usual order.
    browser.goto_hydrated(&format!("{WHOLE}who-pays/")).await;
    wait_for_first("first").await;
}
