//! The table of contents marks the current section.

use says_who_tests::page::{Contents, Viewport};
use says_who_tests::{Engine, Start, in_every_engine};
use serde_json::json;

use crate::DISPUTE_PAGE;

in_every_engine! {
    the_table_of_contents_marks_the_current_section,
}

async fn the_table_of_contents_marks_the_current_section(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    assert_eq!(Contents(&browser).current_count().await, json!(0));
    for id in ["who-pays", "notice-given", "_documents"] {
        Viewport(&browser).scroll_to(id).await;
        Contents(&browser).wait_for_current(id).await;
    }
    let line = Contents(&browser).whereabouts().await;
    assert_eq!(
        line,
        json!("On this pageThe documents, and what each side calls them")
    );
    // The last section can't reach the top of the window.
    Viewport(&browser).scroll_to_end().await;
    Contents(&browser).wait_for_current("_revisions").await;
    // Above the first section none is current.
    Viewport(&browser).scroll_to_top().await;
    Contents(&browser).wait_for_no_current().await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}
