//! Sticky headings and the table of contents while a page is scrolled and tabbed
//! through, in three browser engines.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::page::{ContentsFocus, StickyHeadings, TabbedContents};
use says_who_tests::{Engine, Start, in_every_engine};

in_every_engine! {
    others_have_their_own_sticky_heading,
    the_table_of_contents_keeps_focus_visible,
}

const DISPUTE_PAGE: &str = "bridge-repair/";

/// The headings of the two sides stick to the top of the window, but not over
/// statements of others.
async fn others_have_their_own_sticky_heading(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    StickyHeadings(&browser).wait_for_sides_above_others().await;
    StickyHeadings(&browser).wait_for_heading_of_others().await;
}

/// Tabbing through the table of contents, which is a scroll container, scrolls only
/// that list. The list follows the scroll spy only while focus is elsewhere.
async fn the_table_of_contents_keeps_focus_visible(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    browser.client.set_window_size(1280, 420).await.unwrap();
    browser.goto_hydrated(DISPUTE_PAGE).await;
    let seen = ContentsFocus(&browser)
        .tab_through("who-pays", "notice-given")
        .await;
    let expected = TabbedContents {
        scrolls: true,
        lost: Vec::new(),
        held: true,
    };
    assert_eq!(seen, expected, "the table of contents of {DISPUTE_PAGE}");
}
