//! Keyboard shortcuts: what they do, and which keys they leave alone.

use says_who_tests::page::{
    Address, Dialogs, Element, Explainer, Finder, Focus, ForeignWidgets, Keyboard, Ledger,
    LocalStorage, Status,
};
use says_who_tests::{Engine, Start, in_every_engine};
use serde_json::json;

use crate::DISPUTE_PAGE;

in_every_engine! {
    shortcuts_do_what_their_dialog_says,
    shortcuts_ignore_the_keys_of_the_browser,
    shortcuts_ignore_editors_and_widgets,
}

async fn shortcuts_ignore_editors_and_widgets(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{DISPUTE_PAGE}?q=letter"))
        .await;
    ForeignWidgets(&browser).add().await;
    let acted = ForeignWidgets(&browser).with_handled_keys("jkoacfs?").await;
    assert_eq!(acted, Vec::<String>::new());
    assert_eq!(Address(&browser).query().await, "?q=letter");
    // Nor with the document as an editor, or with focus on another element than the
    // target of the event.
    let keyboard = Keyboard(&browser);
    let swap = json!({ "key": "s", "code": "KeyS" });
    Focus(&browser).clear().await;
    assert!(!keyboard.is_handled_in_design_mode(&swap).await);
    ForeignWidgets(&browser).focus("closed input").await;
    assert!(!keyboard.is_handled(&swap).await);
    // Shortcuts work on the page's own elements: a link, a button, a statement.
    for place in [
        ".breadcrumb a, .masthead a",
        "#_swap",
        "#engineer-sent-letter",
        "#engineer-sent-letter summary",
    ] {
        let unfold = json!({ "key": "o", "code": "KeyO" });
        assert!(keyboard.is_handled_on(place, &unfold).await, "{place}");
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn shortcuts_do_what_their_dialog_says(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    browser.type_text("j").await;
    Focus(&browser).wait_for_id("notice-given").await;
    browser.type_text("j").await;
    Focus(&browser).wait_for_id("who-pays").await;
    browser.type_text("k").await;
    Focus(&browser).wait_for_id("notice-given").await;
    browser.type_text("o").await;
    Ledger(&browser)
        .wait_until_only_point_unfolded("notice-given", 4)
        .await;
    browser.type_text("o").await;
    Explainer(&browser).wait_until_all_folded().await;
    browser.type_text("a").await;
    Explainer(&browser).wait_until_all_unfolded().await;
    browser.type_text("c").await;
    Status(&browser).wait_for_copied_link().await;
    Dialogs(&browser).close_all().await;
    browser.type_text("s").await;
    Address(&browser).wait_for_query("?first=town").await;
    browser.type_text("f").await;
    Focus(&browser).wait_for_id("_search").await;
    // In a text field, the keys type characters.
    browser.type_text("js?").await;
    Finder(&browser).wait_for_words("js?").await;
    Address(&browser)
        .wait_for_query("?q=js%3F&first=town")
        .await;
    Focus(&browser).clear().await;
    browser.type_text("?").await;
    Dialogs(&browser).wait_for_focus_in_shortcuts(8).await;
    // Shortcuts can be turned off, and on again.
    browser.click("dialog[open] input").await;
    browser.click("dialog[open] .panel__foot button").await;
    Focus(&browser).clear().await;
    browser.type_text("j").await;
    browser.type_text("?").await;
    assert!(!Element::new(&browser, "dialog[open]").exists().await);
    assert!(Element::new(&browser, "body").has_focus().await);
    browser.click(".masthead [data-keys]").await;
    Dialogs(&browser).wait_for_focus_in_shortcuts(8).await;
    browser.click("dialog[open] input").await;
    browser.click("dialog[open] .panel__foot button").await;
    assert_eq!(LocalStorage(&browser).keys().await, Vec::<String>::new());
    // On the page of an item, `j` opens the next item.
    browser.goto_hydrated("bridge-repair/notice-given/").await;
    browser.type_text("j").await;
    Address(&browser).wait_for_path_end("/who-pays/").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn shortcuts_ignore_the_keys_of_the_browser(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    let keyboard = Keyboard(&browser);
    for event in [
        json!({ "key": "j", "code": "KeyJ", "ctrlKey": true }),
        json!({ "key": "j", "code": "KeyJ", "metaKey": true }),
        json!({ "key": "j", "code": "KeyJ", "altKey": true }),
        json!({ "key": "j", "code": "KeyJ", "isComposing": true }),
        json!({ "key": "j", "code": "KeyJ", "repeat": true }),
        json!({ "key": "/" }),
        json!({ "key": "'" }),
        json!({ "key": " " }),
        json!({ "key": "Tab" }),
        json!({ "key": "ArrowDown" }),
        json!({ "key": "J", "shiftKey": true }),
        json!({ "key": "j", "shiftKey": true }),
        json!({ "key": "О", "code": "KeyJ", "shiftKey": true }),
        json!({ "key": "j", "code": "KeyJ", "keyCode": 229 }),
        json!({ "key": "Process", "code": "KeyJ" }),
        json!({ "key": "Dead", "code": "KeyJ" }),
    ] {
        assert!(!keyboard.is_handled(&event).await, "{event}");
    }
    assert!(Element::new(&browser, "body").has_focus().await);
    // On a Cyrillic keyboard, the shortcuts are on the same physical keys. Caps Lock
    // changes nothing.
    for (key, id) in [
        ("о", "notice-given"),
        ("J", "who-pays"),
        ("О", "later-notice"),
    ] {
        let event = json!({ "key": key, "code": "KeyJ" });
        assert!(keyboard.is_handled(&event).await, "{key}");
        Focus(&browser).wait_for_id(id).await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}
