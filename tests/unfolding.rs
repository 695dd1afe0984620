//! Unfolding all sources at once, in three browser engines.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::{Browser, Engine, Script, in_every_engine};
use serde_json::json;

in_every_engine! {
    the_button_matches_the_open_sources,
    unfolded_sources_stay_open_for_the_session,
    a_long_list_of_searched_sources_is_folded,
}

const DISPUTE_PAGE: &str = "bridge-repair/";

/// A script that returns whether `open` sources are unfolded, and the button and the
/// count agree.
fn shows(label: &str, open: &str) -> String {
    format!(
        "const all = document.querySelectorAll('.sourcing').length;
         const open = document.querySelectorAll('.sourcing[open]').length;
         return all > 4 && open === ({open})
           && document.querySelector('.all-sources button').innerText === '{label}'
           && document.querySelector('.all-sources__count').innerText === `Sources open: ${{open}} of ${{all}}`"
    )
}

async fn the_button_matches_the_open_sources(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    let before = browser.eval("return history.length").await;
    browser.wait(&shows("Show all sources", "0")).await;
    browser.click(".sourcing__summary").await;
    browser.wait(&shows("Show all sources", "1")).await;
    browser.click(".all-sources button").await;
    browser.wait(&shows("Hide all sources", "all")).await;
    let said = browser
        .eval("return document.querySelector('[role=status]').innerText")
        .await;
    assert!(
        said.as_str().unwrap().starts_with("Sources open: "),
        "{said}"
    );
    // Also if sources are folded one by one, by the user or by a script.
    browser.click(".sourcing__summary").await;
    browser.wait(&shows("Show all sources", "all - 1")).await;
    browser
        .eval("document.querySelectorAll('.sourcing').forEach((one, index) => { one.open = index > 2; })")
        .await;
    browser.wait(&shows("Show all sources", "all - 3")).await;
    browser.click(".all-sources button").await;
    browser.wait(&shows("Hide all sources", "all")).await;
    browser.click(".all-sources button").await;
    browser.wait(&shows("Show all sources", "0")).await;
    assert_eq!(browser.eval("return history.length").await, before);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn unfolded_sources_stay_open_for_the_session(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    for id in ["engineer-sent-letter", "clerk-on-register"] {
        browser.click(&format!("#{id} .sourcing__summary")).await;
    }
    browser.wait(&shows("Show all sources", "2")).await;
    // To an item and back, and after a reload.
    browser.click("#who-pays .point__question a").await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    browser.click(".breadcrumb a").await;
    browser.wait(&shows("Show all sources", "2")).await;
    browser.goto_hydrated("").await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    browser.wait(&shows("Show all sources", "2")).await;
    // The target of a link is unfolded too. It is visible, although unfolding the
    // items above has moved it.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}#mayor-county-pays"))
        .await;
    browser
        .wait(
            "const here = document.getElementById('mayor-county-pays');
             const top = here.getBoundingClientRect().top;
             return here === document.activeElement && here.querySelector('.sourcing').open
               && top >= document.querySelector('.ledger__heads').offsetHeight && top < innerHeight / 2",
        )
        .await;
    browser.wait(&shows("Show all sources", "3")).await;
    // Sources that were folded again stay folded.
    browser.click(".all-sources button").await;
    browser.wait(&shows("Hide all sources", "all")).await;
    browser.click(".all-sources button").await;
    browser.wait(&shows("Show all sources", "0")).await;
    browser.goto_hydrated("").await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    browser.wait(&shows("Show all sources", "0")).await;
    let kept = browser
        .eval("return Object.keys(localStorage).length")
        .await;
    assert_eq!(kept, json!(0), "nothing is stored beyond the session");
}

/// The sources that were searched for a side's statement: many are folded into one
/// line, a few are listed.
async fn a_long_list_of_searched_sources_is_folded(engine: Engine) {
    let browser = Browser::open_in(engine, "repo", Script::On).await;
    browser.goto_hydrated("did-the-ferry-answer/").await;
    let summary = "#what-kastel-sent .absence__searched > summary";
    assert_eq!(browser.text(summary).await, "Searched: 9 sources");
    browser.click(summary).await;
    browser
        .wait(
            "const links = [...document.querySelectorAll('#what-kastel-sent .absence__searched a')];
             return links.length === 9 && links.every((link) => link.getClientRects().length > 0
               && document.getElementById(link.hash.slice(1)) !== null)",
        )
        .await;
    browser.goto_hydrated("millrace-bylaw/").await;
    let few = browser
        .text("#reason-for-the-change .absence__searched")
        .await;
    assert_eq!(few.matches(';').count(), 2, "{few}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}
