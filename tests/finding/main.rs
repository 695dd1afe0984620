//! Search, filters, swapping the sides, keyboard shortcuts, the table of contents,
//! and the glossary, in three browser engines.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod contents;
mod filters;
mod glossary;
mod provenance;
mod search;
mod shortcuts;
mod start_page;
mod swapping;
mod timeline;
mod translated;

use says_who_tests::{Browser, Engine, Script};

const DISPUTE_PAGE: &str = "bridge-repair/";

async fn open(engine: Engine, path: &str) -> Browser {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated(path).await;
    browser
}

const ALL_POINTS: [&str; 3] = ["notice-given", "who-pays", "later-notice"];
