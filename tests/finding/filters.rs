//! The filters: their values are in the URL, and a link target is shown despite them.

use says_who_tests::page::{Address, Explainer, Finder};
use says_who_tests::{Engine, in_every_engine, lacks};
use serde_json::json;

use crate::{ALL_POINTS, DISPUTE_PAGE, open};

in_every_engine! {
    a_date_filters_only_when_complete,
    every_filter_is_in_the_url,
    a_link_target_is_shown_despite_a_filter,
    a_summary_matches_no_speaker_filter,
}

async fn a_date_filters_only_when_complete(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    browser.click(".finder__more > summary").await;
    browser
        .wait("return document.querySelector('.finder__choices input[type=date]') !== null")
        .await;
    Finder(&browser).record_counts().await;
    let set = |value: &str| {
        format!(
            "const field = document.querySelectorAll('.finder__choices input[type=date]')[1];
             field.value = '{value}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); field.dispatchEvent(new Event('change', {{ bubbles: true }}));
             return field.value"
        )
    };
    // The values that browsers report while a year is typed.
    for value in ["0002-03-09", "0020-03-09", "0202-03-09"] {
        let left = browser.eval(&set(value)).await;
        assert_eq!(left, json!(value), "an incomplete value is not replaced");
    }
    browser.eval(&set("2021-03-09")).await;
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
        browser.eval(&set(value)).await;
    }
    Explainer(&browser)
        .wait_for_shown(&["notice-given", "who-pays"], &town)
        .await;
    browser.eval(&set("2021-03-01")).await;
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
        browser.eval(&set("")).await;
    }
    Address(&browser).wait_for_query("").await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn every_filter_is_in_the_url(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
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
    browser
        .wait("return document.querySelector('.finder__more').open && document.querySelector('.finder__choices select:has([value=mayor])').value === 'mayor' && document.querySelector('.finder__count').innerText.endsWith('Only statements cited from Valley Radio, 9 March 2021')")
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

async fn a_link_target_is_shown_despite_a_filter(engine: Engine) {
    let browser = open(engine, &format!("{DISPUTE_PAGE}?q=register#who-pays")).await;
    browser
        .wait("const here = document.getElementById('who-pays'); return !here.hidden && here === document.activeElement && here.getBoundingClientRect().top < innerHeight / 2 && document.getElementById('later-notice').hidden")
        .await;
    // A link within the page does not change the filter or the order.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?q=register&first=town"))
        .await;
    Explainer(&browser)
        .wait_for_shown(&["notice-given"], &["clerk-on-register"])
        .await;
    browser.click("#clerk-on-register .sourcing__summary").await;
    browser.click("#clerk-on-register .chain__hop a").await;
    browser
        .wait("return location.hash === '#courier-bridge-closes' && location.search === '?q=register&first=town' && document.activeElement.id === 'courier-bridge-closes'")
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
    let browser = open(engine, "mill-clock/?wording=summarised").await;
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
    let speakers = browser
        .eval("return [...document.querySelectorAll('.finder__choices label')].find((one) => one.innerText.startsWith('Speaker')).querySelectorAll('option').length")
        .await;
    assert_eq!(speakers, json!(3), "any, and the two who spoke");
    assert_eq!(browser.console().await, Vec::<String>::new());
}
