//! The filters: their values are in the URL, and a link target is shown despite them.

use std::fs;

use says_who_tests::page::{
    Address, Contents, Element, Explainer, Finder, Ledger, Viewport, click_by_script,
};
use says_who_tests::{Engine, Start, in_every_engine, lacks, with_boot};
use serde_json::json;

use crate::{ALL_POINTS, DISPUTE_PAGE};

in_every_engine! {
    a_date_filters_only_when_complete,
    every_filter_is_in_the_url,
    a_party_is_a_choice_beside_the_sides,
    choices_have_their_counts_under_the_other_filters,
    an_unknown_value_is_shown_and_can_be_taken_back,
    a_filter_is_named_in_sight_and_cleared_in_place,
    a_page_without_its_data_can_be_read,
    a_link_target_is_shown_despite_a_filter,
    a_summary_matches_no_speaker_filter,
}

async fn a_date_filters_only_when_complete(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    browser.click(".finder__more > summary").await;
    Element::new(&browser, ".finder__choices input[type=date]")
        .wait_until_exists()
        .await;
    Finder(&browser).record_counts().await;
    // The values that browsers report while a year is typed.
    for value in ["0002-03-09", "0020-03-09", "0202-03-09"] {
        let left = Finder(&browser).set_last_date(value).await;
        assert_eq!(left, value, "an incomplete value is not replaced");
    }
    Finder(&browser).set_last_date("2021-03-09").await;
    Address(&browser).wait_for_query("?until=2021-03-09").await;
    let town = [
        "mayor-never-saw-it",
        "clerk-on-register",
        "mayor-county-pays",
    ];
    Explainer(&browser)
        .wait_for_shown(&["notice-given", "who-pays"], &town)
        .await;
    // While the date is changed, the previous one applies until the new one is
    // complete.
    for value in ["0002-03-10", "0202-03-10"] {
        Finder(&browser).set_last_date(value).await;
    }
    Explainer(&browser)
        .wait_for_shown(&["notice-given", "who-pays"], &town)
        .await;
    Finder(&browser).set_last_date("2021-03-01").await;
    Address(&browser).wait_for_query("?until=2021-03-01").await;
    let heard = Finder(&browser).recorded().await;
    assert_eq!(
        heard,
        json!([
            "2 of 3 points match, with 3 matching statements (both sides shown)",
            "No matches"
        ])
    );
    // Cleared.
    if engine == Engine::Webkit {
        lacks(engine, "a date field that reports that a script emptied it");
        browser.click(".finder__count ~ .control").await;
    } else {
        Finder(&browser).set_last_date("").await;
    }
    Address(&browser).wait_for_query("").await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn every_filter_is_in_the_url(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    browser.click(".finder__more > summary").await;
    Finder(&browser).wait_for_filters().await;
    for (label, value, query, statements) in [
        (
            "Side",
            "town",
            "side=town",
            vec![
                "mayor-never-saw-it",
                "clerk-on-register",
                "mayor-county-pays",
            ],
        ),
        ("Side", "_others", "side=_others", vec!["courier-saw-copy"]),
        ("Side", "", "", vec![]),
        (
            "Speaker",
            "mayor",
            "speaker=mayor",
            vec!["mayor-never-saw-it", "mayor-county-pays"],
        ),
        (
            "Wording",
            "paraphrased",
            "speaker=mayor&wording=paraphrased",
            vec!["mayor-county-pays"],
        ),
        (
            "Speaker",
            "",
            "wording=paraphrased",
            vec!["courier-saw-copy", "mayor-county-pays"],
        ),
        ("Wording", "", "", vec![]),
        ("Named", "no", "named=no", vec!["clerk-on-register"]),
        ("Named", "", "", vec![]),
        (
            "Outlet",
            "Valley Radio",
            "outlet=Valley%20Radio",
            vec!["mayor-never-saw-it", "mayor-county-pays"],
        ),
        ("Outlet", "", "", vec![]),
        (
            "From",
            "2021-03-10",
            "from=2021-03-10",
            vec!["engineer-sent-letter", "courier-saw-copy"],
        ),
        (
            "To",
            "2021-03-09",
            "from=2021-03-10&until=2021-03-09",
            vec![],
        ),
    ] {
        Finder(&browser).choose(label, value).await;
        let query = if query.is_empty() {
            String::new()
        } else {
            format!("?{query}")
        };
        Address(&browser).wait_for_query(&query).await;
        let matched = Explainer(&browser).shown_ids().await;
        assert_eq!(matched[1], json!(statements), "{label} {value}");
    }
    // The URL alone sets the filters. They are unfolded and selected.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!(
            "{DISPUTE_PAGE}?speaker=mayor&source=radio-bridge&x=1"
        ))
        .await;
    Explainer(&browser)
        .wait_for_shown(&["who-pays"], &["mayor-county-pays"])
        .await;
    Finder(&browser)
        .wait_for_chosen_speaker(
            "mayor",
            "Only statements cited from Valley Radio, 9 March 2021",
        )
        .await;
    Address(&browser)
        .wait_for_query("?speaker=mayor&source=radio-bridge&x=1")
        .await;
    // Invalid values filter nothing.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!(
            "{DISPUTE_PAGE}?from=2021-02-31&named=perhaps&side=%3F&speaker=&wording=%FF"
        ))
        .await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_party_is_a_choice_beside_the_sides(engine: Engine) {
    let browser = Start::site("keys").open(engine, "weir/?side=ferry").await;
    let point = ["opened-in-time"].as_slice();
    Explainer(&browser)
        .wait_for_shown(point, &["ferrymen-saw"])
        .await;
    // The URL alone unfolds the filters and selects the party.
    Finder(&browser).wait_for_matches_of_filters().await;
    assert_eq!(Finder(&browser).chosen("Side").await, "ferry");
    let sides = Finder(&browser).option_count("Side").await;
    assert_eq!(sides, 5, "any, two sides, the party, others");
    // A party is not among the others.
    Finder(&browser).choose("Side", "_others").await;
    Address(&browser).wait_for_query("?side=_others").await;
    Explainer(&browser)
        .wait_for_shown(point, &["gazette-on-gate", "surveyor-height"])
        .await;
    Finder(&browser).choose("Side", "ferry").await;
    Address(&browser).wait_for_query("?side=ferry").await;
    Explainer(&browser)
        .wait_for_shown(point, &["ferrymen-saw"])
        .await;
    Finder(&browser).choose("Side", "").await;
    Address(&browser).wait_for_query("").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn choices_have_their_counts_under_the_other_filters(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{DISPUTE_PAGE}?side=town"))
        .await;
    Finder(&browser).wait_for_filters().await;
    let sides = ["Any", "County (1)", "Town (3)", "Others (1)"];
    assert_eq!(Finder(&browser).options("Side").await, sides);
    let speakers = [
        "Any",
        "A town clerk (1)",
        "Ada Okafor (0)",
        "Jo Lind (2)",
        "The Valley Courier (0)",
    ];
    assert_eq!(Finder(&browser).options("Speaker").await, speakers);
    Finder(&browser).choose("Speaker", "town-clerk").await;
    Finder(&browser)
        .wait_for_options("Side", &["Any", "County (0)", "Town (1)", "Others (0)"])
        .await;
    assert_eq!(
        Finder(&browser).options("Named").await,
        ["Any", "Named (0)", "Unnamed (1)"]
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn an_unknown_value_is_shown_and_can_be_taken_back(engine: Engine) {
    let browser = Start::site("a-b")
        .open(
            engine,
            &format!("{DISPUTE_PAGE}?outlet=The+Moon&speaker=nobody"),
        )
        .await;
    Explainer(&browser).wait_for_shown(&[], &[]).await;
    Finder(&browser).wait_for_filters().await;
    let unknown = "“The Moon”, not on this page (0)";
    assert_eq!(Finder(&browser).chosen("Outlet").await, "The Moon");
    assert_eq!(
        Finder(&browser).options("Outlet").await.last().unwrap(),
        unknown
    );
    assert_eq!(Finder(&browser).chosen("Speaker").await, "nobody");
    Finder(&browser).choose("Outlet", "").await;
    Address(&browser).wait_for_query("?speaker=nobody").await;
    Finder(&browser).choose("Speaker", "").await;
    Address(&browser).wait_for_query("").await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    assert!(
        !Finder(&browser)
            .options("Outlet")
            .await
            .contains(&unknown.to_owned())
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_filter_is_named_in_sight_and_cleared_in_place(engine: Engine) {
    let browser = Start::site("a-b")
        .open(
            engine,
            &format!("{DISPUTE_PAGE}?speaker=mayor&from=2021-03-09&q=mayor#who-pays"),
        )
        .await;
    Finder(&browser)
        .wait_for_bar("Filtered: “mayor” · Jo Lind · From 9 March 2021")
        .await;
    Contents(&browser)
        .wait_for_left_out(&["later-notice"])
        .await;
    let top = Viewport(&browser).settled_offset("who-pays").await;
    browser.click(".filter-bar button").await;
    Address(&browser).wait_for_query("").await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    Element::new(&browser, ".filter-bar")
        .wait_for_count(0)
        .await;
    Contents(&browser).wait_for_left_out(&[]).await;
    let after = Viewport(&browser).settled_offset("who-pays").await;
    assert!((after - top).abs() < 2.0, "{top} to {after}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// A data block that an archive or an extension has damaged.
async fn a_page_without_its_data_can_be_read(engine: Engine) {
    let folder = with_boot("a-b", Some(""));
    let page = folder.path().join("bridge-repair/index.html");
    let html = fs::read_to_string(&page).unwrap();
    let (before, data) = html.split_once("id=\"_data\">").unwrap();
    let after = &data[data.find('<').unwrap()..];
    fs::write(&page, format!("{before}id=\"_data\">AAAA{after}")).unwrap();
    let browser = Start::folder(folder.path(), "/a/b/")
        .open(
            engine,
            &format!("{DISPUTE_PAGE}?q=letter#mayor-county-pays"),
        )
        .await;
    Explainer(&browser)
        .wait_for_target("mayor-county-pays")
        .await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    assert_eq!(Element::new(&browser, ".finder").shown_count().await, 0);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_link_target_is_shown_despite_a_filter(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{DISPUTE_PAGE}?q=register#who-pays"))
        .await;
    Ledger(&browser)
        .wait_for_focused_point("who-pays", "later-notice")
        .await;
    // A link within the page does not change the filter or the order.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?q=register&first=town"))
        .await;
    Explainer(&browser)
        .wait_for_shown(&["notice-given"], &["clerk-on-register"])
        .await;
    // Not by the driver, which may click on the bar that names the filter.
    click_by_script(&browser, "#clerk-on-register .sourcing__summary").await;
    click_by_script(&browser, "#clerk-on-register .chain__hop a").await;
    Address(&browser)
        .wait_for_query_and_focused_target("?q=register&first=town", "courier-bridge-closes")
        .await;
    Address(&browser).go_back().await;
    Address(&browser).wait_for_hash("").await;
    Explainer(&browser)
        .wait_for_shown(&["notice-given"], &["clerk-on-register"])
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// A summary matches no filter on speakers or on how they are quoted.
async fn a_summary_matches_no_speaker_filter(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, "mill-clock/?wording=summarised")
        .await;
    let agreed = ["clock-agreed"].as_slice();
    Explainer(&browser)
        .wait_for_shown(agreed, &["millers-want-it-to-run"])
        .await;
    for (query, points, statements) in [
        (
            "wording=quoted",
            ["clock-agreed", "clock-runs-again"].as_slice(),
            ["clerk-agreed", "master-not-asked", "master-we-wound-it"].as_slice(),
        ),
        ("wording=paraphrased", &[], &[]),
        (
            "named=yes&until=2021-06-02",
            agreed,
            &["clerk-agreed", "master-not-asked"],
        ),
        ("named=no", &[], &[]),
        ("speaker=millers-body", &[], &[]),
        (
            "outlet=Vale%20News%20Service",
            agreed,
            &["millers-want-it-to-run"],
        ),
    ] {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("mill-clock/?{query}")).await;
        Explainer(&browser).wait_for_shown(points, statements).await;
    }
    browser.goto_hydrated("mill-clock/").await;
    browser.click(".finder__more > summary").await;
    Finder(&browser).wait_for_filters().await;
    let speakers = Finder(&browser).option_count("Speaker").await;
    assert_eq!(speakers, 3, "any, and the two who spoke");
    assert_eq!(browser.console().await, Vec::<String>::new());
}
