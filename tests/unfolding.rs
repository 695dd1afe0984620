//! Unfolding all sources at once, in three browser engines.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::{Browser, Engine, Script, in_every_engine};
use serde_json::json;

in_every_engine! {
    the_button_is_right_in_every_mixed_state,
    what_was_unfolded_stays_so_for_the_visit,
    a_long_list_of_searched_sources_is_folded,
}

const WHOLE: &str = "bridge-repair/";

/// True if `open` sources are unfolded, and the button and the count agree.
fn shows(label: &str, open: &str) -> String {
    format!(
        "const all = document.querySelectorAll('.sourcing').length;
         const open = document.querySelectorAll('.sourcing[open]').length;
         return all > 4 && open === ({open})
           && document.querySelector('.all-sources button').innerText === '{label}'
           && document.querySelector('.all-sources__count').innerText === `Sources open: ${{open}} of ${{all}}`"
    )
}

async fn the_button_is_right_in_every_mixed_state(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.ready(WHOLE).await;
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
    // Folded one by one, by hand and otherwise: still correct.
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

async fn what_was_unfolded_stays_so_for_the_visit(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.ready(WHOLE).await;
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
    browser.ready("").await;
    browser.ready(WHOLE).await;
    browser.wait(&shows("Show all sources", "2")).await;
    // A link takes precedence over the stored state: its item is unfolded too and
    // visible, although what was unfolded above has moved it.
    browser.ready("").await;
    browser.ready(&format!("{WHOLE}#mayor-county-pays")).await;
    browser
        .wait(
            "const here = document.getElementById('mayor-county-pays');
             const top = here.getBoundingClientRect().top;
             return here === document.activeElement && here.querySelector('.sourcing').open
               && top >= document.querySelector('.ledger__heads').offsetHeight && top < innerHeight / 2",
        )
        .await;
    browser.wait(&shows("Show all sources", "3")).await;
    // What was folded again is not unfolded by anything.
    browser.click(".all-sources button").await;
    browser.wait(&shows("Hide all sources", "all")).await;
    browser.click(".all-sources button").await;
    browser.wait(&shows("Show all sources", "0")).await;
    browser.ready("").await;
    browser.ready(WHOLE).await;
    browser.wait(&shows("Show all sources", "0")).await;
    let kept = browser
        .eval("return Object.keys(localStorage).length")
        .await;
    assert_eq!(kept, json!(0), "nothing outlives the visit");
}

/// The sources that were searched for a side's statement: many on one line, however
/// few they are.
async fn a_long_list_of_searched_sources_is_folded(engine: Engine) {
    let browser = Browser::open_in(engine, "repo", Script::On).await;
    browser.ready("did-the-ferry-answer/").await;
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
    browser.ready("millrace-bylaw/").await;
    let few = browser
        .text("#reason-for-the-change .absence__searched")
        .await;
    assert_eq!(few.matches(';').count(), 2, "{few}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}
