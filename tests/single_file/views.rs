//! The views of the file: searched, filtered, unfolded, and with swapped sides.

use says_who_tests::page::{
    Address, AllSources, App, Explainer, Finder, Focus, View, click_by_script,
};
use says_who_tests::{Engine, in_every_engine};
use serde_json::json;

use crate::{WITHOUT_SITE_URL, assert_no_requests, load, start};

in_every_engine! {
    searching_unfolding_and_swapping_sides,
    views_work_if_the_browser_refuses_history_entries,
}

async fn searching_unfolding_and_swapping_sides(engine: Engine) {
    let browser = start().browser(engine).await;
    load(&browser, WITHOUT_SITE_URL).await;
    Finder(&browser).search("heard of it").await;
    Explainer(&browser).wait_for_points("notice-given").await;
    Address(&browser)
        .wait_for_query_among(&["?q=heard+of+it", "?q=heard%20of%20it"])
        .await;
    // A reload restores the view.
    browser.client.refresh().await.unwrap();
    App(&browser).wait_until_ready().await;
    Explainer(&browser).wait_for_points("notice-given").await;
    // A link to an item that the filter hides shows it.
    click_by_script(&browser, ".contents a[href='#who-pays']").await;
    Explainer(&browser)
        .wait_for_target_in_window("who-pays")
        .await;
    click_by_script(&browser, ".provenance a[href^='?source=radio-bridge']").await;
    View(&browser)
        .wait_for_hidden_point_and_query_start("?source=")
        .await;
    click_by_script(&browser, ".finder__count + button").await;
    View(&browser).wait_for_all_points_and_no_query().await;

    browser.click(".all-sources button").await;
    AllSources(&browser)
        .wait_for_folded_count(0, "Hide all sources")
        .await;
    browser.click("#_swap").await;
    View(&browser)
        .wait_for_first_side_and_query("Town says", "?first=town")
        .await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

async fn views_work_if_the_browser_refuses_history_entries(engine: Engine) {
    let browser = start().browser(engine).await;
    load(&browser, WITHOUT_SITE_URL).await;
    Address(&browser).refuse_history_entries().await;
    Finder(&browser).search("heard of it").await;
    Address(&browser).wait_until_history_entry_refused().await;
    Explainer(&browser).wait_for_points("notice-given").await;
    assert_eq!(Finder(&browser).words().await, json!("heard of it"));
    browser.click("#_swap").await;
    Explainer(&browser).wait_for_first_side("Town says").await;
    // A link to an item keeps the search and the swap.
    click_by_script(&browser, ".contents a[href='#notice-given']").await;
    Explainer(&browser)
        .wait_for_target_in_window("notice-given")
        .await;
    Explainer(&browser).wait_for_points("notice-given").await;
    Explainer(&browser).wait_for_first_side("Town says").await;
    // A link to a filtered view applies its filter and moves focus to its target.
    click_by_script(&browser, ".provenance a[href^='?source=radio-bridge']").await;
    Focus(&browser).wait_for_id("_points").await;
    Finder(&browser).wait_for_words("").await;
    Explainer(&browser).wait_for_some_points().await;
    click_by_script(&browser, ".finder__count + button").await;
    Explainer(&browser).wait_for_all_points().await;
    App(&browser).wait_until_ready().await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}
