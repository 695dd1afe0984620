//! The share panel, the device's own share sheet, and the share index.

use fantoccini::Locator;
use fantoccini::key::Key;
use says_who_tests::page::{Address, Clipboard, Dialogs, Focus, Status, click_by_script};
use says_who_tests::{Browser, Engine, Script, base, in_every_engine, with_boot};
use serde_json::json;

use crate::{EXPLAINER, POINT, open_small};

in_every_engine! {
    the_share_dialog,
    the_native_share_sheet,
    the_share_index,
}

async fn the_share_dialog(engine: Engine) {
    let browser = open_small(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
    let before = (
        Address(&browser).path_query_and_hash().await,
        Address(&browser).history_length().await,
    );
    let control = format!("#{POINT} .point__head [data-share]");
    for _ in 0..2 {
        Focus(&browser).set(&control).await;
        click_by_script(&browser, &control).await;
        Dialogs(&browser).wait_for_share_panel().await;
        Clipboard(&browser).replace().await;
        for (what, shows) in [
            ("cite.bib", "@misc{bridge-repair/notice-given,"),
            ("cite.ris", "TY  - GEN"),
            ("cite.json", "[{\"id\":\"bridge-repair/notice-given\""),
            (
                "cite.txt",
                "The Bridge Papers, 14 March 2021: Was notice given",
            ),
            ("embed", "<iframe src=\"http"),
        ] {
            click_by_script(&browser, &format!("dialog[open] [data-copy=\"{what}\"]")).await;
            Clipboard(&browser).wait_for_last(shows).await;
        }
        Status(&browser).wait_for("Embed code copied").await;
        // The message is in the dialog, because screen readers don't announce live
        // regions outside a modal dialog.
        assert_eq!(
            Dialogs(&browser).message().await,
            json!("Embed code copied")
        );
        let field = browser
            .client
            .find(Locator::Css("dialog[open] .panel__foot button"))
            .await
            .unwrap();
        field
            .send_keys(&char::from(Key::Escape).to_string())
            .await
            .unwrap();
        Dialogs(&browser).wait_until_closed().await;
        Focus(&browser).wait_for(&control).await;
        // When the dialog opens again, the old message is gone.
        click_by_script(&browser, &control).await;
        Dialogs(&browser).wait_for_no_message().await;
        Dialogs(&browser).close().await;
    }
    assert_eq!(
        before,
        (
            Address(&browser).path_query_and_hash().await,
            Address(&browser).history_length().await
        )
    );
    // The citation is also a file.
    let file = browser.eval("const asked = new XMLHttpRequest(); asked.open('GET', 'notice-given/cite.bib', false); asked.send(); return asked.responseText").await;
    assert!(
        file.as_str()
            .unwrap()
            .starts_with("@misc{bridge-repair/notice-given,"),
        "{file}"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_native_share_sheet(engine: Engine) {
    // None of the three engines has a share sheet on Linux. Add a fake one before
    // the app starts.
    let folder = with_boot(
        "a-b",
        Some(
            "window.sent = []; navigator.share = (data) => { window.sent.push(data); return window.refuse ? Promise.reject(new DOMException('', window.refuse)) : Promise.resolve(); };",
        ),
    );
    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.goto_hydrated(&format!("{EXPLAINER}{POINT}/")).await;
    browser.click(".share__device").await;
    browser.wait("return window.sent.length === 1").await;
    let sent = browser.eval("return window.sent[0]").await;
    assert_eq!(sent["title"], json!("Was notice given before the closure?"));
    assert!(
        sent["url"]
            .as_str()
            .unwrap()
            .contains(&format!("{EXPLAINER}{POINT}/?v=")),
        "{sent}"
    );
    // If the reader cancels, nothing happens. If the browser refuses to share, the
    // link is copied.
    Clipboard(&browser).replace().await;
    browser.eval("window.refuse = 'AbortError'").await;
    browser.click(".share__device").await;
    browser.wait("return window.sent.length === 2").await;
    browser.eval("window.refuse = 'NotAllowedError'").await;
    browser.click(".share__device").await;
    Clipboard(&browser).wait_for_count(1).await;
    // Without a share sheet, its button is hidden.
    let browser = open_small(engine).await;
    browser.goto_hydrated(&format!("{EXPLAINER}{POINT}/")).await;
    assert_eq!(
        browser.eval("return 'share' in navigator").await,
        json!(false),
        "{engine:?} has a share sheet: test it"
    );
    assert_eq!(
        browser
            .eval("return document.querySelector('.share__device').offsetWidth")
            .await,
        json!(0)
    );
}

async fn the_share_index(engine: Engine) {
    let browser = open_small(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
    click_by_script(&browser, ".contents__sections > li:last-child > a").await;
    browser
        .wait("return document.querySelectorAll('.share-entry').length > 12")
        .await;
    browser.eval("document.querySelectorAll('.share-entry img').forEach((card) => { card.loading = 'eager'; })").await;
    browser
        .wait("return [...document.querySelectorAll('.share-entry img')].every((card) => card.complete && card.naturalWidth === 1200 && card.naturalHeight === 630)")
        .await;
    Clipboard(&browser).replace().await;
    click_by_script(
        &browser,
        ".share-entry [data-copy=\"cite.txt\"][data-item=radio-bridge]",
    )
    .await;
    Clipboard(&browser)
        .wait_for_last("Valley Radio, 9 March 2021: Mayor on the bridge.")
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}
