//! Back, forward and reload: the target, the scroll position and the focus.

use says_who_tests::page::{Address, App, Document, Explainer, Focus, LinkTarget, Viewport};
use says_who_tests::{Engine, Start, in_every_engine};

use crate::EXPLAINER;

in_every_engine! {
    back_forward_and_reload,
    back_from_another_document_restores_scroll_and_focus,
}

// Uses real clicks: on back, browsers skip history entries that were added without
// user activation.
async fn back_forward_and_reload(engine: Engine) {
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    let link = ".contents a[href='#who-pays']";
    Document(&browser).mark().await;
    Viewport(&browser).scroll_to_centre(link).await;
    Viewport(&browser).wait_until_scrolled().await;
    let top = Viewport(&browser).rounded_top().await;
    browser.click(link).await;
    Explainer(&browser).wait_for_target("who-pays").await;
    browser.click("#who-pays .point__question a").await;
    Explainer(&browser).wait_for_item_page().await;
    Focus(&browser).wait_for_heading().await;

    browser.client.back().await.unwrap();
    let target = LinkTarget::new(&browser, "who-pays");
    target.wait_for_hash_on_explainer().await;
    // Focus returns to the link that was followed; its item is marked and visible.
    Focus(&browser)
        .wait_for("#who-pays .point__question a")
        .await;
    target.wait_for_mark_above_middle().await;
    browser.client.back().await.unwrap();
    Address(&browser).wait_until_back_at(link, top).await;
    browser.client.forward().await.unwrap();
    target.wait_for_hash_and_mark().await;
    assert!(
        Document(&browser).has_stayed().await,
        "navigation reloaded the page"
    );

    // Scroll away and reload: the URL's target takes precedence over the scroll
    // position.
    Viewport(&browser).scroll_to_top().await;
    Viewport(&browser).wait_until_at_top().await;
    browser.client.refresh().await.unwrap();
    App(&browser).wait_until_ready().await;
    Explainer(&browser).wait_for_target("who-pays").await;
}

async fn back_from_another_document_restores_scroll_and_focus(engine: Engine) {
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    let link = ".contents a[href='#who-pays']";
    Viewport(&browser).scroll_to_centre(link).await;
    Viewport(&browser).wait_until_scrolled().await;
    let top = Viewport(&browser).rounded_top().await;
    browser.click(link).await;
    Explainer(&browser).wait_for_target("who-pays").await;
    // Open another document. The first step back returns to the link's target, the
    // second to the link.
    Address(&browser).go_to("who-pays/cite.txt").await;
    Address(&browser).wait_for_path_end("cite.txt").await;
    browser.client.back().await.unwrap();
    App(&browser).wait_until_ready().await;
    Explainer(&browser).wait_until_marked("who-pays").await;
    browser.client.back().await.unwrap();
    Address(&browser).wait_until_back_at(link, top).await;
}
