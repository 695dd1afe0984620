//! The page of an item: both sides, and the notice about an older version.

use says_who_tests::page::{Address, Element, Explainer, Notices, Sides, click_by_script};
use says_who_tests::{Engine, Start, in_every_engine};
use serde_json::Value;

use crate::{EXPLAINER, POINT, STATEMENT};

in_every_engine! {
    every_kind_of_item_has_both_sides,
    a_link_to_an_older_version_shows_a_notice,
}

async fn every_kind_of_item_has_both_sides(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
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
        let heads = Sides(&browser).headings_of_filled_cells().await;
        let has = |says: &str| heads.iter().any(|head| head == says);
        assert!(has("County says") && has("Town says"), "{id}: {heads:?}");
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
    let statements = Element::new(&browser, ".cell .statement-card").ids().await;
    assert_eq!(statements[0], STATEMENT);
    let unfolded = Element::new(&browser, "details[open]").count().await;
    assert_eq!(unfolded, 1);
    // The links to the neighbours lead from point to point.
    browser.goto_hydrated(&format!("{EXPLAINER}{POINT}/")).await;
    browser.click(".neighbours__next a").await;
    Address(&browser).wait_for_path_end("/who-pays/").await;
}

async fn a_link_to_an_older_version_shows_a_notice(engine: Engine) {
    let browser = Start::site("a-b")
        .open(
            engine,
            &format!("{EXPLAINER}engineer-sent-letter/?v=aearlier"),
        )
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
    Notices(&browser)
        .wait_for_path_end_without_changed("/who-pays/")
        .await;
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
