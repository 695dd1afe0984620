//! The query with the order of the sides is kept from page to page.

use says_who_tests::{Engine, base, in_every_engine};

use crate::WHOLE;
use crate::small_site::{on_its_page, open_small_site};

in_every_engine! {
    the_order_of_sides_is_kept_across_pages,
}

async fn the_order_of_sides_is_kept_across_pages(engine: Engine) {
    let browser = open_small_site(engine).await;
    browser
        .goto_hydrated(&format!("{WHOLE}?first=town#who-pays"))
        .await;
    let first = |side: &str| {
        format!(
            "return document.querySelector('main [data-side]')?.dataset.side === '{side}' && location.search.includes('first=town') === {}",
            side == "second"
        )
    };
    browser.wait(&first("second")).await;
    browser.click("#who-pays .point__question a").await;
    browser
        .wait(&on_its_page(&format!("{}{WHOLE}who-pays/", base("a-b"))))
        .await;
    browser.wait(&first("second")).await;
    // To the next point, and back to the page of the whole dispute.
    browser.click(".neighbours__next a").await;
    browser
        .wait(&on_its_page(&format!(
            "{}{WHOLE}later-notice/",
            base("a-b")
        )))
        .await;
    browser.wait(&first("second")).await;
    browser.click(".item__whole a").await;
    browser.wait("return location.hash === '#later-notice' && document.activeElement.id === 'later-notice'").await;
    browser.wait(&first("second")).await;
    // Without the query, the sides are in their usual order.
    browser.goto_hydrated(&format!("{WHOLE}who-pays/")).await;
    browser.wait(&first("first")).await;
}
