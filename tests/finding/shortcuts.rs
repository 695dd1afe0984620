//! Keyboard shortcuts: what they do, and which keys they leave alone.

use says_who_tests::page::{Address, Dialogs, Explainer, Finder, Focus};
use says_who_tests::{Engine, in_every_engine};
use serde_json::json;

use crate::{DISPUTE_PAGE, open};

in_every_engine! {
    shortcuts_do_what_their_dialog_says,
    shortcuts_ignore_the_keys_of_the_browser,
    shortcuts_ignore_editors_and_widgets,
}

async fn shortcuts_ignore_editors_and_widgets(engine: Engine) {
    let browser = open(engine, &format!("{DISPUTE_PAGE}?q=letter")).await;
    browser
        .eval(
            "window.places = [];
             const add = (name, make) => {
               for (const parent of [document.body, document.querySelector('#app main')]) {
                 const host = document.createElement('div');
                 parent.append(host);
                 places.push([name, make(host)]);
               }
             };
             const make = (spec) => {
               const [tag, ...attributes] = spec.split(' '), one = document.createElement(tag);
               for (const [name, value = ''] of attributes.map((one) => one.split('='))) one.setAttribute(name, value);
               if (['p', 'b', 'div', 'a', 'button'].includes(tag)) one.textContent = 'x';
               return one;
             };
             const inner = (outer, spec) => (host) => {
               const [one, other] = [make(outer), spec && make(spec)];
               host.append(one);
               if (other) one.append(other);
               return other ?? one;
             };
             const shadow = (mode, spec) => (host) => {
               const inside = make(spec);
               host.attachShadow({ mode }).append(inside);
               return inside;
             };
             for (const spec of ['input', 'textarea', 'p contenteditable', 'button', 'a href=#x']) {
               add('open ' + spec, shadow('open', spec));
               add('open in ours ' + spec, (host) => { host.tabIndex = -1; return shadow('open', spec)(host); });
               add('closed ' + spec, (host) => {
                 const outer = make('x-note tabindex=-1');
                 host.append(outer);
                 return shadow('closed', spec)(outer);
               });
             }
             for (const role of ['textbox', 'searchbox', 'combobox', 'spinbutton', 'slider', 'listbox', 'menu', 'grid', 'tree', 'application', 'dialog']) {
               add(role, inner(`div role=${role} tabindex=0`));
               add('in ' + role, inner(`div role=${role}`, 'b tabindex=-1'));
             }
             for (const spec of ['p contenteditable tabindex=0', 'p contenteditable=plaintext-only tabindex=0', 'input type=checkbox',
               'input type=range', 'input type=date', 'input', 'select', 'textarea', 'audio controls tabindex=0', 'video controls tabindex=0',
               'x-editor tabindex=-1', 'div tabindex=0', 'iframe tabindex=0', 'object tabindex=0'])
               add(spec, inner(spec));
             add('in an editor', inner('p contenteditable', 'b tabindex=-1'));
             add('in plain text', inner('p contenteditable=plaintext-only', 'b tabindex=-1'));
             return places.length",
        )
        .await;
    let acted = browser
        .eval(
            "return places.filter(([name, place]) => {
               place.focus();
               const taken = [...'jkoacfs?'].map((key) => place.dispatchEvent(new KeyboardEvent('keydown',
                 { bubbles: true, composed: true, cancelable: true, key, code: 'Key' + key.toUpperCase() })));
               return taken.includes(false);
             }).map(([name]) => name)",
        )
        .await;
    assert_eq!(acted, json!([]));
    assert_eq!(Address(&browser).query().await, "?q=letter");
    // Nor with the document as an editor, or with focus on another element than the
    // target of the event.
    let press = "document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 's', code: 'KeyS' }))";
    let left = browser
        .eval(&format!("document.activeElement.blur(); document.designMode = 'on'; const one = {press}; document.designMode = 'off';
             places.find(([name]) => name === 'closed input')[1].focus(); const other = {press}; return [one, other]"))
        .await;
    assert_eq!(left, json!([true, true]));
    // Shortcuts work on the page's own elements: a link, a button, a statement.
    for place in [
        ".breadcrumb a, .masthead a",
        "#_swap",
        "#engineer-sent-letter",
        "#engineer-sent-letter summary",
    ] {
        let taken = browser
            .eval(&format!("const place = document.querySelector('{place}'); place.focus();
                 return document.activeElement === place && !place.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, composed: true, cancelable: true, key: 'o', code: 'KeyO' }}))"))
            .await;
        assert_eq!(taken, json!(true), "{place}");
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn shortcuts_do_what_their_dialog_says(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    browser.type_text("j").await;
    Focus(&browser).wait_for_id("notice-given").await;
    browser.type_text("j").await;
    Focus(&browser).wait_for_id("who-pays").await;
    browser.type_text("k").await;
    Focus(&browser).wait_for_id("notice-given").await;
    browser.type_text("o").await;
    browser
        .wait("return document.querySelectorAll('#notice-given .sourcing[open]').length === 4 && document.querySelectorAll('.sourcing[open]').length === 4")
        .await;
    browser.type_text("o").await;
    Explainer(&browser).wait_until_all_folded().await;
    browser.type_text("a").await;
    Explainer(&browser).wait_until_all_unfolded().await;
    browser.type_text("c").await;
    browser
        .wait("return ['Link copied', ''].includes(document.querySelector('[role=status]').innerText) && (document.querySelector('[role=status]').innerText || document.querySelector('dialog[open] textarea')) !== null")
        .await;
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
    browser
        .wait("const panel = document.querySelector('dialog[open]'); return panel !== null && panel.querySelectorAll('kbd').length === 8 && panel.contains(document.activeElement)")
        .await;
    // Shortcuts can be turned off, and on again.
    browser.click("dialog[open] input").await;
    browser.click("dialog[open] .panel__foot button").await;
    Focus(&browser).clear().await;
    browser.type_text("j").await;
    browser.type_text("?").await;
    let nothing = "return document.querySelector('dialog[open]') === null && document.activeElement === document.body";
    assert_eq!(browser.eval(nothing).await, json!(true));
    browser.click(".masthead [data-keys]").await;
    browser.click("dialog[open] input").await;
    browser.click("dialog[open] .panel__foot button").await;
    assert_eq!(
        browser
            .eval("return Object.keys(localStorage).length")
            .await,
        json!(0)
    );
    // On the page of an item, `j` opens the next item.
    browser.goto_hydrated("bridge-repair/notice-given/").await;
    browser.type_text("j").await;
    Address(&browser).wait_for_path_end("/who-pays/").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn shortcuts_ignore_the_keys_of_the_browser(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let pressed = browser
        .eval(
            "const press = (options) => document.body.dispatchEvent(
               new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...options }));
             return ['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'repeat']
               .map((with_) => press({ key: 'j', code: 'KeyJ', [with_]: true }))
               .concat([press({ key: '/' }), press({ key: \"'\" }), press({ key: ' ' }), press({ key: 'Tab' }),
                 press({ key: 'ArrowDown' }), press({ key: 'J', shiftKey: true }),
                 press({ key: 'j', shiftKey: true }), press({ key: 'О', code: 'KeyJ', shiftKey: true }),
                 press({ key: 'j', code: 'KeyJ', keyCode: 229 }),
                 press({ key: 'Process', code: 'KeyJ' }), press({ key: 'Dead', code: 'KeyJ' })])
               .concat([document.activeElement === document.body])",
        )
        .await;
    assert_eq!(pressed, json!(vec![true; 17]), "no key was handled");
    // On a Cyrillic keyboard, the shortcuts are on the same physical keys. Caps Lock
    // changes nothing.
    for (key, id) in [
        ("о", "notice-given"),
        ("J", "who-pays"),
        ("О", "later-notice"),
    ] {
        let taken = browser
            .eval(&format!("return !document.body.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, key: '{key}', code: 'KeyJ' }}))"))
            .await;
        assert_eq!(taken, json!(true), "{key}");
        Focus(&browser).wait_for_id(id).await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}
