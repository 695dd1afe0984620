//! Ids that are mangled, out of date, removed or unknown, and unknown query parameters.

use says_who_tests::page::{Address, Element, Explainer, Focus, Notices, click_by_script};
use says_who_tests::{Engine, Start, base, in_every_engine};

use crate::{EXPLAINER, POINT, STATEMENT};

in_every_engine! {
    mangled_ids_aliases_and_removed_ids,
    every_address_of_a_speaker_leads_to_the_speakers_page,
    an_unknown_id_shows_a_notice_with_suggestions,
    unknown_query_parameters_are_kept,
}

async fn mangled_ids_aliases_and_removed_ids(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let base = base("a-b");
    for hash in [
        "Mayor-Never-Saw-It",
        "%6Dayor%2Dnever-saw-it",
        "MAYOR-NEVER-SAW-IT",
        "mayor-never-saw-it).",
    ] {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("{EXPLAINER}#{hash}")).await;
        Explainer(&browser).wait_for_target(STATEMENT).await;
        assert_eq!(
            Address(&browser).path_query_and_hash().await,
            format!("{base}{EXPLAINER}#{STATEMENT}"),
            "{hash}"
        );
    }
    // An alias redirects, in the fragment and in the path.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{EXPLAINER}#was-notice-given"))
        .await;
    Explainer(&browser).wait_for_target(POINT).await;
    assert_eq!(
        Address(&browser).path_query_and_hash().await,
        format!("{base}{EXPLAINER}#{POINT}")
    );
    browser
        .goto_hydrated(&format!("{EXPLAINER}was-notice-given/?x=1"))
        .await;
    assert_eq!(
        Address(&browser).path_query_and_hash().await,
        format!("{base}{EXPLAINER}{POINT}/?x=1")
    );
    assert!(browser.text("h1").await.contains("Was notice given"));
    // For a mangled path, the server sends its error page, which redirects.
    browser.goto_hydrated("Bridge-Repair/WHO%2DPAYS").await;
    Explainer(&browser).wait_for_item_page().await;
    assert_eq!(
        Address(&browser).path_query_and_hash().await,
        format!("{base}{EXPLAINER}who-pays/")
    );
    // A removed item says why it was removed, in the explainer and on its own page;
    // its page also says when.
    browser
        .goto_hydrated(&format!("{EXPLAINER}#mayor-first-remark"))
        .await;
    Explainer(&browser)
        .wait_for_target("mayor-first-remark")
        .await;
    assert!(
        browser
            .text("#mayor-first-remark")
            .await
            .contains("The remark was about another bridge.")
    );
    browser
        .goto_hydrated(&format!("{EXPLAINER}mayor-first-remark/"))
        .await;
    let gone = browser.text("main").await;
    assert!(
        gone.contains("14 March 2021") && gone.contains("another bridge"),
        "{gone}"
    );
}

/// A speaker has a page, but no place on the page of the whole.
async fn every_address_of_a_speaker_leads_to_the_speakers_page(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let page = format!("{}{EXPLAINER}mayor/", base("a-b"));
    for address in ["#mayor", "#Mayor).", "mayor%22", "MAYOR/", "mayor/"] {
        browser.goto_hydrated("").await;
        browser
            .goto_hydrated(&format!("{EXPLAINER}{address}"))
            .await;
        Address(&browser).wait_for_path(&page).await;
        Explainer(&browser).wait_for_item_page().await;
        assert_eq!(browser.text("h1").await, "Jo Lind", "{address}");
    }
}

async fn an_unknown_id_shows_a_notice_with_suggestions(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    // In the explainer, as a notice.
    browser
        .goto_hydrated(&format!("{EXPLAINER}#mayor-never-saw"))
        .await;
    Focus(&browser).wait_for_id("_missing").await;
    let notice = browser.text("#_missing").await;
    assert!(
        notice.contains("“mayor-never-saw”") && notice.contains(STATEMENT),
        "{notice}"
    );
    click_by_script(&browser, "#_missing a").await;
    Explainer(&browser).wait_for_item_page().await;
    // On the server's error page.
    browser
        .goto_hydrated(&format!("{EXPLAINER}mayor-never-saw/"))
        .await;
    Element::new(&browser, "main")
        .wait_for_shown_words("“mayor-never-saw”")
        .await;
    let page = browser.text("main").await;
    assert!(
        page.contains(STATEMENT) && page.contains("Who pays for the detour?"),
        "{page}"
    );
    // The notice disappears when the URL changes.
    browser
        .goto_hydrated(&format!("{EXPLAINER}#no-such-thing"))
        .await;
    Notices(&browser).wait_for_missing().await;
    Address(&browser).set_hash("#who-pays").await;
    Notices(&browser).wait_for_no_missing().await;
}

async fn unknown_query_parameters_are_kept(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{EXPLAINER}?from=mail&v=zzz#{STATEMENT}"))
        .await;
    Explainer(&browser).wait_for_target(STATEMENT).await;
    assert_eq!(
        Address(&browser).path_query_and_hash().await,
        format!("{}{EXPLAINER}?from=mail&v=zzz#{STATEMENT}", base("a-b"))
    );
    browser
        .goto_hydrated(&format!("{EXPLAINER}?from=mail#was-notice-given"))
        .await;
    Explainer(&browser).wait_for_target(POINT).await;
    assert_eq!(
        Address(&browser).path_query_and_hash().await,
        format!("{}{EXPLAINER}?from=mail#{POINT}", base("a-b"))
    );
}
