//! Copying links and quotations: with the clipboard API, without it, and by hand.

use fantoccini::Locator;
use fantoccini::key::Key;
use says_who_tests::page::{Address, Clipboard, Dialogs, Notices, Status, click_by_script};
use says_who_tests::{Engine, in_every_engine};
use serde_json::{Value, json};

use crate::{EXPLAINER, STATEMENT, open_small};

in_every_engine! {
    copying_links_and_quotations,
    copying_falls_back_without_the_clipboard_api,
}

async fn copying_links_and_quotations(engine: Engine) {
    let browser = open_small(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
    Clipboard(&browser).replace().await;
    let before = (
        Address(&browser).path_query_and_hash().await,
        Address(&browser).history_length().await,
    );
    // Each item's control has an accessible name of its own.
    let items = browser
        .eval("return document.querySelectorAll('main .more').length")
        .await;
    let items = items.as_u64().unwrap();
    let names = browser
        .eval("return new Set([...document.querySelectorAll('main .more')].map((one) => one.ariaLabel)).size")
        .await;
    assert_eq!(names, json!(items));
    browser.click(".all-sources button").await;
    click_by_script(&browser, ".opening [data-copy=link]").await;
    let mut ids = vec![String::new()];
    for index in 0..items {
        let more = format!("document.querySelectorAll('main .more')[{index}]");
        let id = browser
            .eval(&format!("{more}.click(); return {more}.closest('[id]').id"))
            .await;
        let id = id.as_str().unwrap();
        Dialogs(&browser).wait_for_share_panel_of(id).await;
        click_by_script(&browser, "dialog[open] [data-copy=link]").await;
        Clipboard(&browser).wait_for_count(index + 2).await;
        Status(&browser).wait_for("Link copied").await;
        Dialogs(&browser).close_with_button().await;
        ids.push(id.to_owned());
    }
    assert!(ids.len() > 12, "too few items with a control: {ids:?}");
    let copied = Clipboard(&browser).copied().await;
    let host = browser.address.clone();
    for (id, link) in ids.iter().zip(copied.as_array().unwrap()) {
        let link = link.as_str().unwrap();
        let expected = if id.is_empty() {
            format!("{host}{EXPLAINER}")
        } else {
            format!("{host}{EXPLAINER}{id}/?v=")
        };
        assert!(link.starts_with(&expected), "{link}");
        assert_eq!(
            link.len(),
            expected.len() + if id.is_empty() { 0 } else { 8 },
            "{link}"
        );
    }
    assert_eq!(
        before,
        (
            Address(&browser).path_query_and_hash().await,
            Address(&browser).history_length().await
        )
    );
    // A copied link opens the item without a change notice.
    let link = copied[1]
        .as_str()
        .unwrap()
        .strip_prefix(&host)
        .unwrap()
        .to_owned();
    browser.goto_hydrated(&link).await;
    assert_eq!(Notices(&browser).changed().await, Value::Null);

    // Use the real clipboard: copy by a click, paste with the keyboard.
    browser
        .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
        .await;
    browser.click("[data-copy=quotation]").await;
    Status(&browser).wait_for("copied").await;
    browser
        .eval(
            "const field = document.createElement('textarea'); field.id = '_paste';
               document.querySelector('main').prepend(field); field.focus()",
        )
        .await;
    let field = browser.client.find(Locator::Id("_paste")).await.unwrap();
    field
        .send_keys(&format!(
            "{}v{}",
            char::from(Key::Control),
            char::from(Key::Null)
        ))
        .await
        .unwrap();
    browser
        .wait("return document.querySelector('#_paste').value.length > 0")
        .await;
    let pasted = browser
        .eval("return document.querySelector('#_paste').value")
        .await;
    assert_eq!(
        pasted,
        json!(format!(
            "“We never saw it <or> heard of it.”\n— Jo Lind (Mayor), 9 March 2021, quoted from: The Valley Courier. {host}{EXPLAINER}{STATEMENT}/"
        ))
    );
}

async fn copying_falls_back_without_the_clipboard_api(engine: Engine) {
    let browser = open_small(engine).await;
    for refusal in [
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } })",
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })",
    ] {
        browser
            .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
            .await;
        let control = "main .controls [data-copy=link]";
        browser.eval(refusal).await;
        // Next, the app tries the legacy API, `execCommand`.
        browser
            .eval("document.execCommand = (name) => { window.by = [name, String(getSelection()) || document.activeElement.value]; return true; }")
            .await;
        click_by_script(&browser, control).await;
        Status(&browser).wait_for("Link copied").await;
        let by = browser.eval("return window.by").await;
        assert_eq!(by[0], json!("copy"));
        assert!(
            by[1]
                .as_str()
                .unwrap()
                .contains(&format!("{EXPLAINER}{STATEMENT}/?v=")),
            "{by}"
        );
        // If that fails too, a dialog shows the text, selected, to copy by hand.
        browser.eval("document.execCommand = () => false").await;
        click_by_script(&browser, control).await;
        Dialogs(&browser).wait_for_text_to_copy().await;
        browser
            .wait("const field = document.querySelector('dialog[open] textarea');
                   return field === document.activeElement && field.selectionEnd === field.value.length && field.value.length > 30")
            .await;
        Dialogs(&browser).close_with_button().await;
        Dialogs(&browser).wait_until_closed().await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}
