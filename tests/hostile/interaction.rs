//! Everything a reader can do on a page with hostile texts.

use says_who_tests::Browser;
use says_who_tests::page::{
    Address, Clipboard, Document, Element, Explainer, Finder, HostileTexts, SharePanel,
    click_by_script,
};
use says_who_tests::stress::{ADDRESS, MARKUP, QUOTED};

use crate::harm::assert_unharmed;
use crate::{EXPLAINER, parsing};

/// Searches, filters, swaps the sides, shares, copies and navigates.
pub(crate) async fn use_everything(browser: &Browser) {
    browser.goto_hydrated(EXPLAINER).await;
    let shown = HostileTexts(browser).markup_count().await;
    assert!(shown > 20, "{shown}");
    // The source's URL is unchanged, in one attribute.
    let link = Element::new(browser, ".chain a[rel]");
    let link = link.attribute("href").await;
    assert_eq!(link.as_deref(), Some(ADDRESS));

    for words in [MARKUP, QUOTED, "<img src=x onerror=window.pwned=1>"] {
        Finder(browser).search(words).await;
        Finder(browser).wait_for_any_count_and_query("q=").await;
        assert_unharmed(browser, words).await;
        // The next count is then that of the next search.
        Finder(browser).search("").await;
        Finder(browser).wait_for_count("").await;
    }
    // Set every filter. One is the name of an outlet.
    Finder(browser).unfold_filters().await;
    Element::new(browser, ".finder select")
        .wait_until_exists()
        .await;
    Finder(browser).choose_last_of_all().await;
    click_by_script(browser, "#_swap").await;
    Address(browser)
        .wait_for_query_including(&["outlet=", "first="])
        .await;
    assert_unharmed(browser, "filtered").await;
    let query = Address(browser).query().await;
    browser.goto_hydrated(&format!("{EXPLAINER}{query}")).await;
    Finder(browser).wait_for_any_count().await;
    assert_unharmed(browser, "filtered, then loaded").await;

    // The share dialog of every kind of item, and everything it copies.
    browser.goto_hydrated(&format!("{EXPLAINER}share/")).await;
    Clipboard(browser).replace().await;
    SharePanel(browser).copy_everything_of_all_items().await;
    assert_unharmed(browser, "shared").await;
    // An embed code is a single frame, with or without the script that sets its height.
    let copied = Clipboard(browser).copied().await;
    let frames = copied.as_array().unwrap().iter();
    let frames: Vec<_> = frames
        .map(|text| text.as_str().unwrap())
        .filter(|text| text.starts_with("<iframe"))
        .collect();
    assert!(frames.len() > 5);
    for frame in &frames {
        let mut tags = parsing::tokens(frame);
        if tags.len() == 4 {
            let script = tags.split_off(2);
            assert!(
                script[0].starts_with("<script async=\"\" src=\"http://127.0.0.1:")
                    && script[0].ends_with("/embed.js\""),
                "{script:?}"
            );
            assert_eq!(script[1], "</script", "{script:?}");
        }
        assert_eq!(tags.len(), 2, "{tags:?}");
        assert_eq!(tags[1], "</iframe", "{tags:?}");
        assert!(
            tags[0].starts_with("<iframe src=\"http://127.0.0.1:"),
            "{tags:?}"
        );
        assert!(
            tags[0].ends_with(" style=\"border:1px solid #d5d0c4\""),
            "{tags:?}"
        );
    }
    assert!(
        frames
            .iter()
            .any(|frame| frame.contains("&quot; autofocus"))
    );

    // Navigate in the app, without page loads.
    browser.goto_hydrated(EXPLAINER).await;
    Document(browser).mark().await;
    for id in ["library-001", "house-rules", "gazette"] {
        click_by_script(browser, &format!("[id='{id}'] .more")).await;
        // Follow the permalink in the dialog.
        SharePanel(browser).follow_link().await;
        Explainer(browser).wait_for_item_page().await;
        assert_unharmed(browser, id).await;
        click_by_script(browser, ".item__whole a").await;
        Explainer(browser).wait_until_shown().await;
    }
    assert!(Document(browser).has_stayed().await);
    assert_unharmed(browser, "after in-app navigation").await;
}
