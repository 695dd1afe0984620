//! Copying links and quotations: with the clipboard API, without it, and by hand.

use std::collections::BTreeSet;

use says_who_tests::page::{
    Address, Clipboard, Dialogs, Element, Notices, PasteField, Status, click_by_script,
};
use says_who_tests::{Engine, Start, in_every_engine};
use serde_json::Value;

use crate::{EXPLAINER, STATEMENT};

in_every_engine! {
    copying_links_and_quotations,
    copying_falls_back_without_the_clipboard_api,
}

async fn copying_links_and_quotations(engine: Engine) {
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    Clipboard(&browser).replace().await;
    let before = (
        Address(&browser).path_query_and_hash().await,
        Address(&browser).history_length().await,
    );
    // Each item's control has an accessible name of its own.
    let controls = Element::new(&browser, "main .more");
    let items = controls.count().await;
    let names: BTreeSet<_> = controls
        .attributes("aria-label")
        .await
        .into_iter()
        .collect();
    assert_eq!(names.len() as u64, items);
    browser.click(".all-sources button").await;
    click_by_script(&browser, ".opening [data-copy=link]").await;
    let mut ids = vec![String::new()];
    for index in 0..items {
        let id = Dialogs(&browser).open_share_panel_at(index).await;
        Dialogs(&browser).wait_for_share_panel_of(&id).await;
        click_by_script(&browser, "dialog[open] [data-copy=link]").await;
        Clipboard(&browser).wait_for_count(index + 2).await;
        Status(&browser).wait_for("Link copied").await;
        Dialogs(&browser).close_with_button().await;
        ids.push(id);
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
    PasteField(&browser).add().await;
    assert_eq!(
        PasteField(&browser).paste().await,
        format!(
            "“We never saw it <or> heard of it.”\n— Jo Lind (Mayor), 9 March 2021, quoted from: The Valley Courier. {host}{EXPLAINER}{STATEMENT}/"
        )
    );
}

async fn copying_falls_back_without_the_clipboard_api(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    for has_clipboard in [true, false] {
        browser
            .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
            .await;
        let control = "main .controls [data-copy=link]";
        if has_clipboard {
            Clipboard(&browser).refuse().await;
        } else {
            Clipboard(&browser).remove().await;
        }
        // Next, the app tries the legacy API, `execCommand`.
        Clipboard(&browser).replace_legacy_api().await;
        click_by_script(&browser, control).await;
        Status(&browser).wait_for("Link copied").await;
        let (command, text) = Clipboard(&browser).legacy_command_and_text().await;
        assert_eq!(command, "copy");
        assert!(
            text.contains(&format!("{EXPLAINER}{STATEMENT}/?v=")),
            "{text}"
        );
        // If that fails too, a dialog shows the text, selected, to copy by hand.
        Clipboard(&browser).break_legacy_api().await;
        click_by_script(&browser, control).await;
        Dialogs(&browser).wait_for_text_to_copy().await;
        Dialogs(&browser)
            .wait_until_text_to_copy_is_selected()
            .await;
        Dialogs(&browser).close_with_button().await;
        Dialogs(&browser).wait_until_closed().await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}
