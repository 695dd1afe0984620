//! Everything a reader can do on a page with hostile texts.

use says_who_tests::Browser;
use says_who_tests::stress::{ADDRESS, MARKUP, QUOTED};
use serde_json::json;

use crate::harm::{COUNT_SHOWN, assert_unharmed};
use crate::{EXPLAINER, parsing};

/// Searches, filters, swaps the sides, shares, copies and navigates.
pub(crate) async fn use_everything(browser: &Browser) {
    browser.goto_hydrated(EXPLAINER).await;
    let shown = browser.eval(COUNT_SHOWN).await;
    assert!(shown["times"].as_u64().unwrap() > 20, "{shown}");
    // The source's URL is unchanged, in one attribute.
    let link = browser
        .eval("return document.querySelector('.chain a[rel]').getAttribute('href')")
        .await;
    assert_eq!(link, json!(ADDRESS));

    let search = "const field = document.querySelector('.finder input');
        field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }));";
    for words in [MARKUP, QUOTED, "<img src=x onerror=window.pwned=1>"] {
        browser
            .client
            .execute(search, vec![json!(words)])
            .await
            .unwrap();
        browser
            .wait("return document.querySelector('.finder__count').innerText !== '' && location.search.includes('q=')")
            .await;
        assert_unharmed(browser, words).await;
    }
    browser
        .client
        .execute(search, vec![json!("")])
        .await
        .unwrap();
    // Set every filter. One is the name of an outlet.
    browser
        .eval("document.querySelector('.finder__more').open = true")
        .await;
    browser
        .wait("return document.querySelector('.finder select') !== null")
        .await;
    browser
        .eval(
            "for (const choice of document.querySelectorAll('.finder select')) {
                 choice.selectedIndex = choice.options.length - 1;
                 choice.dispatchEvent(new Event('change', { bubbles: true }));
               }
               document.querySelector('#_swap').click()",
        )
        .await;
    browser
        .wait("return location.search.includes('outlet=') && location.search.includes('first=')")
        .await;
    assert_unharmed(browser, "filtered").await;
    let query = browser.eval("return location.search").await;
    browser
        .goto_hydrated(&format!("{EXPLAINER}{}", query.as_str().unwrap()))
        .await;
    browser
        .wait("return document.querySelector('.finder__count').innerText !== ''")
        .await;
    assert_unharmed(browser, "filtered, then loaded").await;

    // The share dialog of every kind of item, and everything it copies.
    browser.goto_hydrated(&format!("{EXPLAINER}share/")).await;
    browser
        .eval("window.copied = [];
               Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { copied.push(text); } } });
               const button = (what) => document.querySelector(`dialog[open] [data-copy='${what}']`);
               const frame = () => new Promise(requestAnimationFrame);
               (async () => {
                 for (const opener of document.querySelectorAll('#app main [data-share]')) {
                   opener.click();
                   while (document.querySelector('dialog[open] .panel__inside') === null) await frame();
                   for (const copy of document.querySelectorAll('dialog[open] [data-copy]')) copy.click();
                   document.querySelector('dialog[open] .panel__foot button').click();
                   while (document.querySelector('dialog[open]') !== null) await frame();
                 }
                 window.done = true;
               })()")
        .await;
    browser.wait("return window.done === true").await;
    assert_unharmed(browser, "shared").await;
    // An embed code is a single frame, with or without the script that sets its height.
    let copied = browser.eval("return copied").await;
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
    browser.eval("window.stayed = true").await;
    for id in ["library-001", "house-rules", "gazette"] {
        let open = format!("document.querySelector(\"[id='{id}'] .more\").click()");
        browser.eval(&open).await;
        // Follow the permalink in the dialog.
        browser
            .wait("const link = document.querySelector('dialog[open] a.share__text'); link?.click(); return link !== null")
            .await;
        browser
            .wait("return document.querySelector('.item') !== null")
            .await;
        assert_unharmed(browser, id).await;
        browser
            .eval("document.querySelector('.item__whole a').click()")
            .await;
        browser
            .wait("return document.querySelector('.opening') !== null")
            .await;
    }
    assert_eq!(browser.eval("return window.stayed").await, json!(true));
    assert_unharmed(browser, "after in-app navigation").await;
}
