//! Every kind of page, in every state, wide and narrow, light and dark: axe-core
//! finds no violation, and nothing overflows the page.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use says_who_tests::{Browser, Script};
use serde_json::Value;

/// A page, and the script to run on it before the check: it is repeated until it
/// returns true.
const STATES: [(&str, &str); 27] = [
    ("", ""),
    ("404.html", ""),
    ("offline.html", ""),
    ("no/such/page/", ""),
    ("bridge-repair/", ""),
    ("bridge-repair/#mayor-never-saw-it", ""),
    ("bridge-repair/#no-such-item", "return document.querySelector('#_missing') !== null"),
    (
        "bridge-repair/",
        "document.querySelectorAll('details').forEach((one) => { one.open = true; }); return true",
    ),
    (
        "bridge-repair/",
        "document.querySelector('dialog[open]') ?? document.querySelector('.point__head [data-share]').click();
         return document.querySelector('dialog[open] .share') !== null",
    ),
    ("bridge-repair/?q=letter", "return document.querySelector('[data-match]') !== null"),
    ("bridge-repair/?speaker=mayor&first=town", "return document.querySelector('.finder__more').open && document.querySelector('[data-match]') !== null"),
    ("bridge-repair/?q=nothing-has-this", "return document.querySelector('.finder__count').innerText !== ''"),
    (
        "bridge-repair/",
        "document.querySelector('dialog[open]') ?? document.querySelector('[data-keys]').click();
         return document.querySelector('dialog[open] kbd') !== null",
    ),
    (
        "bridge-repair/",
        "document.getElementById('who-pays').scrollIntoView();
         return document.querySelector('.contents [aria-current]') !== null",
    ),
    ("bridge-repair/share/", ""),
    ("bridge-repair/figures/", ""),
    ("bridge-repair/print/", ""),
    ("bridge-repair/notice-given/", ""),
    ("bridge-repair/mayor-never-saw-it/", ""),
    ("bridge-repair/engineer-sent-letter/?v=aearlier", "return document.querySelector('#_changed') !== null"),
    ("bridge-repair/closure-letter/", ""),
    ("bridge-repair/bridge-closed/", ""),
    ("bridge-repair/letter-received/", ""),
    ("bridge-repair/radio-bridge/", ""),
    ("bridge-repair/mayor-first-remark/", ""),
    ("embed/bridge-repair/mayor-never-saw-it/", ""),
    ("embed/bridge-repair/", ""),
];

/// All rules, and those that depend on the color scheme.
const ALL_RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
const COLOR_RULES: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

const RUN: &str = "const done = arguments[arguments.length - 1];
    axe.run({ runOnly: RULES })
      .then((found) => done([found.passes.length, found.violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))])]))";

async fn check_state(browser: &Browser, axe: &str, rules: &str, (page, state): (&str, &str)) {
    if page.starts_with("embed/") {
        browser.goto(page).await;
    } else {
        // Load another document first: a change of the hash alone would not reload
        // the page.
        browser.goto_hydrated("").await;
        browser.goto_hydrated(page).await;
    }
    if !state.is_empty() {
        browser.wait(state).await;
    }
    let wide = browser
        .eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        .await;
    assert!(
        wide.as_i64().unwrap() <= 0,
        "{page} {state} overflows the page by {wide} pixels"
    );
    browser.eval(axe).await;
    let run = RUN.replace("RULES", rules);
    let found = browser
        .client
        .execute_async(&run, Vec::new())
        .await
        .unwrap();
    let enough = if rules == ALL_RULES { 6 } else { 1 };
    assert!(
        found[0].as_u64().unwrap() >= enough,
        "{page}: too few rules were run"
    );
    assert_eq!(found[1], Value::Array(Vec::new()), "{page} {state}");
}

async fn every_state(width: u32, scheme: &str) {
    let rules = if scheme == "light" {
        ALL_RULES
    } else {
        COLOR_RULES
    };
    let axe = std::env::var_os("SAYS_WHO_AXE").expect("axe-core: run `cargo xtask test`");
    let axe = fs::read_to_string(axe).unwrap();
    let browser = Browser::open("a-b", Script::On).await;
    browser.emulate(width, scheme).await;
    for state in STATES {
        check_state(&browser, &axe, rules, state).await;
    }
    // The large dispute is long and has words in other languages.
    let browser = Browser::open("repo", Script::On).await;
    browser.emulate(width, scheme).await;
    let unfolded =
        "document.querySelectorAll('details').forEach((one) => { one.open = true; }); return true";
    for state in [
        ("did-the-ferry-answer/", ""),
        ("did-the-ferry-answer/", unfolded),
        ("did-the-ferry-answer/share/", ""),
        ("did-the-ferry-answer/figures/", ""),
        ("did-the-ferry-answer/print/", ""),
    ] {
        check_state(&browser, &axe, rules, state).await;
    }
}

#[tokio::test]
async fn wide_and_light() {
    every_state(1440, "light").await;
}

#[tokio::test]
async fn wide_and_dark() {
    every_state(1440, "dark").await;
}

#[tokio::test]
async fn narrow_and_light() {
    every_state(320, "light").await;
}

#[tokio::test]
async fn narrow_and_dark() {
    every_state(320, "dark").await;
}
