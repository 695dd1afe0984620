//! Search, filters, comparisons, swapping the sides, keyboard shortcuts, the table of contents,
//! and the glossary, in three browser engines.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod comparing;
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

const DISPUTE_PAGE: &str = "bridge-repair/";

const ALL_POINTS: [&str; 3] = ["notice-given", "who-pays", "later-notice"];
