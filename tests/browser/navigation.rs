//! Navigation from page to page, and to URLs that don't exist.

use says_who_tests::{Browser, Script};
use serde_json::json;

use crate::built_pages::dispute_path;

#[tokio::test]
async fn navigation_sets_title_focus_and_scroll_position() {
    let browser = Browser::open("repo", Script::On).await;
    browser.goto_hydrated(&dispute_path("repo")).await;
    let title = browser.client.title().await.unwrap();
    browser.eval("window.stayed = true; document.querySelectorAll('.point__question a')[1].scrollIntoView({ block: 'center' })").await;
    // The app saves the position on the scroll event.
    browser
        .wait("window.y = Math.round(scrollY); return scrollY > 200")
        .await;
    browser
        .eval("document.querySelectorAll('.point__question a')[1].click()")
        .await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    browser
        .wait("return document.activeElement.tagName === 'H1'")
        .await;
    assert_eq!(browser.eval("return scrollY").await, json!(0));
    assert_ne!(browser.client.title().await.unwrap(), title);

    browser.client.back().await.unwrap();
    browser
        .wait("return document.querySelector('.opening') !== null")
        .await;
    browser
        .wait("return Math.abs(scrollY - window.y) < 3")
        .await;
    browser
        .wait(
            "return document.activeElement === document.querySelectorAll('.point__question a')[1]",
        )
        .await;
    assert_eq!(browser.client.title().await.unwrap(), title);

    browser.client.forward().await.unwrap();
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    assert_eq!(
        browser.eval("return window.stayed").await,
        json!(true),
        "a page was loaded from the server"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_unknown_url_names_the_requested_id() {
    let browser = Browser::open("repo", Script::On).await;
    browser.goto_hydrated("nothing/at/all/").await;
    assert!(
        browser
            .eval("return document.querySelectorAll('main a').length")
            .await
            .as_u64()
            .unwrap()
            > 3
    );
    browser
        .goto_hydrated(&format!("{}no-such-thing/", dispute_path("repo")))
        .await;
    browser
        .wait("return document.querySelector('main').innerText.includes('“no-such-thing”')")
        .await;
    for hostile in [
        "%3Cscript%3E/",
        "..%2f..%2f/",
        "%00/",
        "a/b/c/d/",
        "%E2%80%AE/",
        "?x=%3Cb%3E#%3Cimg%20src=x%3E",
    ] {
        browser
            .goto_hydrated(&format!("{}{hostile}", dispute_path("repo")))
            .await;
        let foreign = browser
            .eval("return document.querySelectorAll('#app script, #app img, #app b b').length")
            .await;
        assert_eq!(foreign, json!(0), "{hostile}");
    }
}
