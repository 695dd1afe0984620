//! Navigation from page to page, and to URLs that don't exist.

use says_who_tests::page::{Document, Element, Explainer, Focus, Questions, Viewport};
use says_who_tests::{Engine, Start};
use serde_json::json;

use crate::built_pages::dispute_path;

#[tokio::test]
async fn navigation_sets_title_focus_and_scroll_position() {
    let browser = Start::site("repo")
        .open(Engine::Chromium, &dispute_path("repo"))
        .await;
    let title = browser.client.title().await.unwrap();
    Document(&browser).mark().await;
    Questions(&browser).scroll_to(1).await;
    // The app saves the position on the scroll event.
    Viewport(&browser).wait_until_scrolled_past(200).await;
    let top = Viewport(&browser).rounded_top().await;
    Questions(&browser).follow(1).await;
    Explainer(&browser).wait_for_item_page().await;
    Focus(&browser).wait_for_heading().await;
    assert_eq!(Viewport(&browser).top().await, json!(0));
    assert_ne!(browser.client.title().await.unwrap(), title);

    browser.client.back().await.unwrap();
    Explainer(&browser).wait_until_shown().await;
    Viewport(&browser).wait_until_scrolled_to(&top).await;
    Questions(&browser).wait_for_focus(1).await;
    assert_eq!(browser.client.title().await.unwrap(), title);

    browser.client.forward().await.unwrap();
    Explainer(&browser).wait_for_item_page().await;
    assert!(
        Document(&browser).has_stayed().await,
        "a page was loaded from the server"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_unknown_url_names_the_requested_id() {
    let browser = Start::site("repo")
        .open(Engine::Chromium, "nothing/at/all/")
        .await;
    assert!(Element::new(&browser, "main a").count().await > 3);
    browser
        .goto_hydrated(&format!("{}no-such-thing/", dispute_path("repo")))
        .await;
    Element::new(&browser, "main")
        .wait_for_shown_words("“no-such-thing”")
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
        let foreign = Element::new(
            &browser,
            "#app script:not(#_data, #_words), #app img, #app b b",
        );
        assert_eq!(foreign.count().await, 0, "{hostile}");
    }
}
