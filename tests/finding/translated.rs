//! Search and counts on a page that a translator or an extension changed.

use says_who_tests::page::{
    Address, AllSources, App, Clipboard, Comparison, Contents, Dialogs, Element, Explainer, Finder,
    Focus, Status, Viewport, click_by_script,
};
use says_who_tests::{Engine, Start, in_every_engine, with_boot};
use serde_json::json;

use crate::{ALL_POINTS, DISPUTE_PAGE};

in_every_engine! {
    a_page_translated_before_hydration_can_be_searched,
    counts_stay_right_on_a_page_translated_after_hydration,
    a_translated_page_is_shared_compared_swapped_and_left,
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

/// Splits text nodes, as extensions do that highlight words.
const SPLIT_TEXTS: &str = "for (const text of [...document.querySelectorAll('.finder span, .finder button, .finder summary')].map((one) => one.firstChild)) text.splitText(3);";

/// Adds an element to a label, as extensions do.
const ADD_ELEMENT: &str =
    "document.querySelector('.finder label').append(document.createElement('x-button'));";

/// Removes all comments, as extensions do.
const REMOVE_COMMENTS: &str =
    "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT), all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    all.forEach((one) => one.remove());";

/// Translates the words of a statement again, into another language.
const TRANSLATE_STATEMENT: &str =
    "const text = document.querySelector('#engineer-sent-letter .statement-card__words font font');
    text.textContent = 'Le comté';";

/// Once more, without a focus event.
const TRANSLATE_STATEMENT_AGAIN: &str =
    "const text = document.querySelector('#engineer-sent-letter .statement-card__words font font');
    text.firstChild.data = 'Das Komitat';";

/// Removes the text nodes of all counts, as extensions do.
const REMOVE_COUNTS: &str = "for (const place of document.querySelectorAll('.finder__count, .finder [aria-live], .all-sources__count')) place.replaceChildren()";

async fn a_page_translated_before_hydration_can_be_searched(engine: Engine) {
    for change in [
        TRANSLATE.to_owned() + "translate();",
        SPLIT_TEXTS.to_owned(),
        ADD_ELEMENT.to_owned(),
        REMOVE_COMMENTS.to_owned(),
    ] {
        let folder = with_boot("a-b", Some(&change));
        let browser = Start::folder(folder.path(), "/a/b/")
            .open(engine, DISPUTE_PAGE)
            .await;
        Finder(&browser).search("register").await;
        Explainer(&browser)
            .wait_for_shown(&["notice-given"], &["clerk-on-register"])
            .await;
        assert_eq!(
            browser.text(".finder__count").await,
            "1 of 3 points matches, with 1 matching statement (both sides shown)"
        );
        let written = Element::new(&browser, ".finder label span, .finder summary, #_swap");
        assert_eq!(
            written.text_contents().await,
            ["Search the statements", "Swap sides", "Filters", "Compare"],
            "{change}"
        );
        browser.click("#_swap").await;
        Address(&browser)
            .wait_for_query("?q=register&first=town")
            .await;
        assert_eq!(browser.console().await, Vec::<String>::new(), "{change}");
    }
}

async fn counts_stay_right_on_a_page_translated_after_hydration(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
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
    let marked = Finder(&browser)
        .highlighted_with(&["a formal notice"])
        .await;
    assert_eq!(marked, ["a formal notice"]);
    browser.eval(&translate).await;
    // Text that was translated since then is searched in its translation.
    browser.eval(TRANSLATE_STATEMENT).await;
    Focus(&browser).set("#_search").await;
    Finder(&browser).send_focus_events().await;
    Finder(&browser).search("comte").await;
    Finder(&browser).wait_for_count(one).await;
    // So is text that changes while the reader is searching.
    browser.eval(TRANSLATE_STATEMENT_AGAIN).await;
    Finder(&browser).search("komitat").await;
    Finder(&browser).wait_for_count(one).await;
    // Counts are also written if their text nodes were removed.
    browser.eval(REMOVE_COUNTS).await;
    Finder(&browser).search("").await;
    Finder(&browser).wait_for_count("").await;
    browser.click(".all-sources button").await;
    AllSources(&browser)
        .wait_for_folded_count(0, "Hide all sources")
        .await;
    browser.eval(&translate).await;
    browser.click(".all-sources button").await;
    AllSources(&browser)
        .wait_for_unfolded_count(0, "Show all sources")
        .await;
    browser.eval(&translate).await;
    browser.click(".finder__more > summary").await;
    Finder(&browser).wait_for_filters().await;
    browser.eval(&translate).await;
    Finder(&browser).choose("Side", "town").await;
    Finder(&browser)
        .wait_for_count("2 of 3 points match, with 3 matching statements (both sides shown)")
        .await;
    browser.eval(&translate).await;
    browser.click("#_swap").await;
    Address(&browser)
        .wait_for_query("?side=town&first=town")
        .await;
    Status(&browser).wait_for_swapped().await;
    browser.click(".filter-bar button").await;
    Finder(&browser).wait_for_count("").await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    for id in ["who-pays", "notice-given"] {
        browser.eval(&translate).await;
        Viewport(&browser).scroll_to(id).await;
        Contents(&browser).wait_for_current(id).await;
        Element::new(&browser, ".whereabouts__here")
            .wait_for_count(1)
            .await;
    }
    browser.eval(&translate).await;
    browser.click(".masthead [data-keys]").await;
    Dialogs(&browser).wait_for_shortcuts().await;
    Dialogs(&browser).close().await;
    assert_eq!(App(&browser).state().await, json!("ready"));
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_translated_page_is_shared_compared_swapped_and_left(engine: Engine) {
    let translate = TRANSLATE.to_owned() + "translate();";
    for is_translated_before in [true, false] {
        let before = if is_translated_before { &translate } else { "" };
        let folder = with_boot("a-b", Some(before));
        let browser = Start::folder(folder.path(), "/a/b/")
            .open(engine, DISPUTE_PAGE)
            .await;
        browser.eval(&translate).await;
        Clipboard(&browser).replace().await;
        // Twice: the second dialog takes the place of a translated one.
        for id in ["engineer-sent-letter", "mayor-never-saw-it"] {
            click_by_script(&browser, &format!("#{id} .more")).await;
            Dialogs(&browser).wait_for_share_panel_of(id).await;
            browser.eval(&translate).await;
            click_by_script(&browser, "dialog[open] [data-copy=quotation]").await;
            Status(&browser)
                .wait_for("Words and attribution copied")
                .await;
            Dialogs(&browser).close_with_button().await;
        }
        let copied = Clipboard(&browser).copied().await;
        let last = copied.as_array().unwrap().last().unwrap().to_string();
        assert!(last.contains("We never saw it"), "{last}");

        browser.click("#_swap").await;
        Address(&browser).wait_for_query("?first=town").await;
        browser.eval(&translate).await;
        browser.click("#_swap").await;
        Address(&browser).wait_for_query("").await;
        Status(&browser).wait_for("Now listed first: County.").await;

        // What is compared is in the translation, too.
        browser.eval(TRANSLATE_STATEMENT).await;
        click_by_script(&browser, "#engineer-sent-letter .more").await;
        Dialogs(&browser)
            .wait_for_share_panel_of("engineer-sent-letter")
            .await;
        click_by_script(&browser, "dialog[open] .share__compare a").await;
        Comparison(&browser).wait_for("Compare").await;
        Element::new(&browser, ".comparison .statement-card__words")
            .wait_for_words("Le comté")
            .await;
        browser.eval(&translate).await;
        click_by_script(&browser, ".comparison__list a").await;
        Element::new(&browser, ".comparison .statement-card")
            .wait_for_count(2)
            .await;
        browser.eval(&translate).await;

        // To another page, and back.
        click_by_script(&browser, ".comparison__point a").await;
        Element::new(&browser, ".item").wait_until_exists().await;
        browser.eval(&translate).await;
        Address(&browser).go_back().await;
        Element::new(&browser, ".comparison .statement-card")
            .wait_for_count(2)
            .await;
        browser.eval(&translate).await;
        Comparison(&browser).leave().await;
        Comparison(&browser).wait_until_gone().await;
        Finder(&browser).search("register").await;
        Explainer(&browser)
            .wait_for_shown(&["notice-given"], &["clerk-on-register"])
            .await;
        assert_eq!(App(&browser).state().await, json!("ready"));
        assert_eq!(browser.console().await, Vec::<String>::new());
    }
}
