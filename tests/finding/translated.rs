//! Search and counts on a page that a translator or an extension changed.

use says_who_tests::page::{Address, App, Dialogs, Explainer, Finder, Status};
use says_who_tests::{Browser, Engine, Script, in_every_engine, with_boot};
use serde_json::json;

use crate::{ALL_POINTS, DISPUTE_PAGE, open};

in_every_engine! {
    a_page_translated_before_hydration_can_be_searched,
    counts_stay_right_on_a_page_translated_after_hydration,
}

/// Defines `translate()`, which wraps every text node in `font` elements, as page
/// translators do.
const TRANSLATE: &str = "const translate = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (text.parentElement.closest('script, style, template, font, option, textarea') || !text.data.trim()) continue;
        const outer = document.createElement('font'), inner = document.createElement('font');
        outer.append(inner);
        text.replaceWith(outer);
        inner.append(document.createTextNode(text.data));
      }
    };";

async fn a_page_translated_before_hydration_can_be_searched(engine: Engine) {
    for change in [
        TRANSLATE.to_owned() + "translate();",
        // Extensions that highlight words split text nodes. Others add elements or
        // remove comments.
        "for (const text of [...document.querySelectorAll('.finder span, .finder button, .finder summary')].map((one) => one.firstChild)) text.splitText(3);".to_owned(),
        "document.querySelector('.finder label').append(document.createElement('x-button'));".to_owned(),
        "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT), all = []; while (walker.nextNode()) all.push(walker.currentNode); all.forEach((one) => one.remove());".to_owned(),
    ] {
        let folder = with_boot("a-b", Some(&change));
        let browser = Browser::open_folder(engine, folder.path(), "/a/b/", Script::On).await;
        browser.goto_hydrated(DISPUTE_PAGE).await;
        Finder(&browser).search("register").await;
        Explainer(&browser).wait_for_shown(&["notice-given"], &["clerk-on-register"]).await;
        assert_eq!(
            browser.text(".finder__count").await,
            "1 of 3 points matches, with 1 matching statement (both sides shown)"
        );
        let written = browser
            .eval("return [...document.querySelectorAll('.finder label span, .finder summary, #_swap')].map((one) => one.textContent)")
            .await;
        assert_eq!(written, json!(["Search the statements", "Swap sides", "Filters"]), "{change}");
        browser.click("#_swap").await;
        Address(&browser).wait_for_query("?q=register&first=town").await;
        assert_eq!(browser.console().await, Vec::<String>::new(), "{change}");
    }
}

async fn counts_stay_right_on_a_page_translated_after_hydration(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let one = "1 of 3 points matches, with 1 matching statement (both sides shown)";
    let translate = TRANSLATE.to_owned() + "translate();";
    browser.eval(&translate).await;
    Finder(&browser).search("register").await;
    Finder(&browser).wait_for_count(one).await;
    browser.eval(&translate).await;
    Finder(&browser).search("nothing has this").await;
    Finder(&browser).wait_for_count("No matches").await;
    browser.eval(&translate).await;
    Finder(&browser).search("\"a formal notice\"").await;
    Finder(&browser).wait_for_count(one).await;
    Explainer(&browser)
        .wait_for_shown(&["notice-given"], &["engineer-sent-letter"])
        .await;
    let marked = Finder(&browser).highlighted().await;
    assert!(
        marked.as_array().unwrap().is_empty() || marked == json!(["a formal notice"]),
        "{marked}"
    );
    browser.eval(&translate).await;
    // Text that was translated since then is searched in its translation.
    browser
        .eval("const text = document.querySelector('#engineer-sent-letter .statement-card__words font font'); text.textContent = 'Le comté';
             document.querySelector('#_search').focus()")
        .await;
    browser
        .eval("document.querySelector('#_search').dispatchEvent(new FocusEvent('focus')); document.querySelector('#_search').dispatchEvent(new FocusEvent('focusin', { bubbles: true }))")
        .await;
    Finder(&browser).search("comte").await;
    Finder(&browser).wait_for_count(one).await;
    // Counts are also written if their text nodes were removed.
    browser
        .eval("for (const place of document.querySelectorAll('.finder__count, .finder [aria-live], .all-sources__count')) place.replaceChildren()")
        .await;
    Finder(&browser).search("").await;
    Finder(&browser).wait_for_count("").await;
    let open = |count: &str, offer: &str| {
        format!(
            "return document.querySelector('.all-sources__count').textContent === 'Sources open: {count} of 5'
                 && document.querySelector('.all-sources button').textContent === '{offer} all sources'"
        )
    };
    browser.click(".all-sources button").await;
    browser.wait(&open("5", "Hide")).await;
    browser.eval(&translate).await;
    browser.click(".all-sources button").await;
    browser.wait(&open("0", "Show")).await;
    browser.eval(&translate).await;
    browser.click(".finder__more > summary").await;
    Finder(&browser).wait_for_filters().await;
    browser.eval(&translate).await;
    browser
        .eval("const side = document.querySelector('.finder__choices select'); side.value = 'town'; side.dispatchEvent(new Event('change', { bubbles: true }))")
        .await;
    Finder(&browser)
        .wait_for_count("2 of 3 points match, with 3 matching statements (both sides shown)")
        .await;
    browser.eval(&translate).await;
    browser.click("#_swap").await;
    Address(&browser)
        .wait_for_query("?side=town&first=town")
        .await;
    Status(&browser).wait_for_swapped().await;
    browser.click(".finder__count + button").await;
    Finder(&browser).wait_for_count("").await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    for id in ["who-pays", "notice-given"] {
        browser
            .eval(&format!(
                "{translate} document.getElementById('{id}').scrollIntoView()"
            ))
            .await;
        browser
            .wait(&format!("return document.querySelector('.contents [aria-current]')?.getAttribute('href') === '#{id}' && document.querySelectorAll('.whereabouts__here').length === 1"))
            .await;
    }
    browser.eval(&translate).await;
    browser.click(".masthead [data-keys]").await;
    Dialogs(&browser).wait_for_shortcuts().await;
    Dialogs(&browser).close().await;
    assert_eq!(App(&browser).state().await, json!("ready"));
    assert_eq!(browser.console().await, Vec::<String>::new());
}
