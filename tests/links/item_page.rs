//! The page of an item: both sides, and the notice about an older version.

use says_who_tests::page::{Address, Explainer, Notices, click_by_script};
use says_who_tests::{Engine, in_every_engine};
use serde_json::{Value, json};

use crate::{EXPLAINER, POINT, STATEMENT, open_small};

in_every_engine! {
    every_kind_of_item_has_both_sides,
    a_link_to_an_older_version_shows_a_notice,
}

async fn every_kind_of_item_has_both_sides(engine: Engine) {
    let browser = open_small(engine).await;
    for id in [
        POINT,
        STATEMENT,
        "courier-saw-copy",
        "closure-letter",
        "bridge-closed",
        "letter-received",
        "radio-bridge",
    ] {
        browser.goto_hydrated(&format!("{EXPLAINER}{id}/")).await;
        let heads = browser
            .eval("return [...document.querySelectorAll('.cell')].filter((cell) => cell.innerText.trim().length > 30)
                     .map((cell) => cell.querySelector('.cell__head').innerText)")
            .await;
        let heads = heads.as_array().unwrap();
        assert!(
            heads.contains(&json!("County says")) && heads.contains(&json!("Town says")),
            "{id}: {heads:?}"
        );
        let page = browser.text("main").await;
        assert!(
            page.contains("As of 10 March 2021") && page.contains("Share and cite"),
            "{page}"
        );
        // The link to the explainer leads to the item there.
        click_by_script(&browser, ".item__whole a").await;
        Explainer(&browser).wait_for_target(id).await;
    }
    // On its own page, a statement is first in its cell, and only its sourcing is
    // unfolded.
    browser
        .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
        .await;
    let first = browser
        .eval("return document.querySelector('.cell .statement-card').id")
        .await;
    assert_eq!(first, json!(STATEMENT));
    assert_eq!(
        browser
            .eval("return document.querySelectorAll('details[open]').length")
            .await,
        json!(1)
    );
    // The links to the neighbours lead from point to point.
    browser.goto_hydrated(&format!("{EXPLAINER}{POINT}/")).await;
    browser.click(".neighbours__next a").await;
    Address(&browser).wait_for_path_end("/who-pays/").await;
}

async fn a_link_to_an_older_version_shows_a_notice(engine: Engine) {
    let browser = open_small(engine).await;
    browser
        .goto_hydrated(&format!("{EXPLAINER}engineer-sent-letter/?v=aearlier"))
        .await;
    Notices(&browser).wait_for_changed().await;
    let text = browser.text("#_changed").await;
    assert!(
        text.contains("14 March 2021")
            && text.contains("The date of the engineer's letter was corrected."),
        "{text}"
    );
    // A change to a statement also changes its point.
    browser
        .goto_hydrated(&format!("{EXPLAINER}{POINT}/?v=abefore2"))
        .await;
    Notices(&browser).wait_for_changed().await;
    // Navigating to another page removes the notice.
    browser.click(".neighbours__next a").await;
    browser.wait("return location.pathname.endsWith('/who-pays/') && document.querySelector('#_changed') === null").await;
    // A current, unknown, malformed or missing version shows no notice.
    let library =
        says_who_files::library(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"))
            .unwrap();
    let id = "engineer-sent-letter".parse().unwrap();
    let now = library.disputes[0].fingerprint(&id).unwrap();
    for query in [
        format!("?v={now}"),
        "?v=aaaaaaaa".to_owned(),
        "?v=%00<b>".to_owned(),
        "?v=".to_owned(),
        String::new(),
    ] {
        browser
            .goto_hydrated(&format!("{EXPLAINER}engineer-sent-letter/{query}"))
            .await;
        assert_eq!(Notices(&browser).changed().await, Value::Null, "{query}");
    }
}
