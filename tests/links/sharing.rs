//! The share panel, the device's own share sheet, and the share index.

use fantoccini::Locator;
use fantoccini::key::Key;
use says_who_tests::page::{
    Address, Clipboard, Dialogs, Document, Element, Focus, ShareIndex, ShareSheet, Status,
    click_by_script,
};
use says_who_tests::{Engine, Start, base, in_every_engine, with_boot};
use serde_json::json;

use crate::{EXPLAINER, POINT};

in_every_engine! {
    the_share_dialog,
    the_native_share_sheet,
    the_share_index,
}

async fn the_share_dialog(engine: Engine) {
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
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
    let file = Document(&browser)
        .file_content("notice-given/cite.bib")
        .await;
    assert!(
        file.starts_with("@misc{bridge-repair/notice-given,"),
        "{file}"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_native_share_sheet(engine: Engine) {
    // None of the three engines has a share sheet on Linux. Add a fake one before
    // the app starts.
    let folder = with_boot("a-b", Some(ShareSheet::FAKE));
    let browser = Start::folder(folder.path(), base("a-b"))
        .open(engine, &format!("{EXPLAINER}{POINT}/"))
        .await;
    browser.click(".share__device").await;
    ShareSheet(&browser).wait_for_count(1).await;
    let (title, url) = ShareSheet(&browser).first_title_and_url().await;
    assert_eq!(title, "Was notice given before the closure?");
    assert!(url.contains(&format!("{EXPLAINER}{POINT}/?v=")), "{url}");
    // If the reader cancels, nothing happens. If the browser refuses to share, the
    // link is copied.
    Clipboard(&browser).replace().await;
    ShareSheet(&browser).fail_with("AbortError").await;
    browser.click(".share__device").await;
    ShareSheet(&browser).wait_for_count(2).await;
    ShareSheet(&browser).fail_with("NotAllowedError").await;
    browser.click(".share__device").await;
    Clipboard(&browser).wait_for_count(1).await;
    // Without a share sheet, its button is hidden.
    let browser = Start::site("a-b")
        .open(engine, &format!("{EXPLAINER}{POINT}/"))
        .await;
    assert!(
        !ShareSheet(&browser).is_supported().await,
        "{engine:?} has a share sheet: test it"
    );
    let button = Element::new(&browser, ".share__device").rectangle().await;
    assert_eq!(button.width(), 0.0);
}

async fn the_share_index(engine: Engine) {
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    click_by_script(&browser, ".contents__sections > li:last-child > a").await;
    Element::new(&browser, ".share-entry")
        .wait_for_more_than(12)
        .await;
    ShareIndex(&browser).load_all_cards().await;
    ShareIndex(&browser).wait_for_cards_of_size(1200, 630).await;
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
