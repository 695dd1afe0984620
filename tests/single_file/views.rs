//! The views of the file: searched, filtered, unfolded, and with swapped sides.

use says_who_tests::page::{App, Explainer, Finder, Focus, click_by_script};
use says_who_tests::{Engine, Script, in_every_engine};
use serde_json::json;

use crate::{WITHOUT_SITE_URL, assert_no_requests, load, open};

in_every_engine! {
    searching_unfolding_and_swapping_sides,
    views_work_if_the_browser_refuses_history_entries,
}

async fn searching_unfolding_and_swapping_sides(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITHOUT_SITE_URL).await;
    Finder(&browser).search("heard of it").await;
    Explainer(&browser).wait_for_points("notice-given").await;
    browser.wait("return location.search === '?q=heard+of+it' || location.search === '?q=heard%20of%20it'").await;
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
    browser.wait("return location.search.startsWith('?source=') && document.querySelector('.point[hidden]') !== null").await;
    click_by_script(&browser, ".finder > button:last-child").await;
    browser
        .wait("return document.querySelector('.point[hidden]') === null && location.search === ''")
        .await;

    browser.click(".all-sources button").await;
    browser
        .wait(
            "return document.querySelectorAll('.sourcing:not([open])').length === 0
                 && document.querySelector('.all-sources button').innerText === 'Hide all sources'",
        )
        .await;
    browser.click("#_swap").await;
    browser
        .wait("return document.querySelector('.cell__head').textContent === 'Town says' && location.search === '?first=town'")
        .await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

async fn views_work_if_the_browser_refuses_history_entries(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITHOUT_SITE_URL).await;
    browser
        .eval(
            "window.refused = 0;
             for (const name of ['pushState', 'replaceState'])
               History.prototype[name] = () => { window.refused += 1; throw new DOMException('no', 'SecurityError'); }",
        )
        .await;
    Finder(&browser).search("heard of it").await;
    browser.wait("return window.refused > 0").await;
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
    click_by_script(&browser, ".finder > button:last-child").await;
    Explainer(&browser).wait_for_all_points().await;
    App(&browser).wait_until_ready().await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}
