//! The timeline: statements and later events are links; in a wide window each side has
//! a lane.

use std::collections::BTreeMap;

use says_who_tests::page::{Address, Element, Timeline};
use says_who_tests::{Engine, Start, in_every_engine};

use crate::DISPUTE_PAGE;

in_every_engine! {
    every_timeline_entry_links_to_its_item,
    each_side_has_a_lane_where_there_is_room,
}

async fn every_timeline_entry_links_to_its_item(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    let links = Timeline(&browser).links().await;
    // Earlier events are written out in the timeline itself.
    let all = Element::new(&browser, ".ledger .statement-card, .events .event-item");
    let all = all.count().await;
    assert!(
        links.len() >= 6 && links.len() as u64 == all,
        "{links:?} of {all}"
    );
    for link in &links {
        assert!(link.has_item, "{link:?}");
        assert!(link.width >= 24.0 && link.height >= 24.0, "{link:?}");
        assert!(link.takes_focus, "{link:?}");
        assert!(link.name.chars().count() > 20, "{link:?}");
    }
    // They work with the keyboard, like any link.
    Timeline(&browser).focus_first_link().await;
    browser.type_text("\u{e007}").await;
    Address(&browser)
        .wait_for_focused_target(&links[0].id)
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn each_side_has_a_lane_where_there_is_room(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    browser.client.set_window_size(1280, 900).await.unwrap();
    let mut lanes: BTreeMap<String, i64> = BTreeMap::new();
    for link in Timeline(&browser).links().await {
        assert!(!link.shows_side, "the lane has the name: {link:?}");
        let left = link.left.round() as i64;
        let lane = *lanes.entry(link.side.clone()).or_insert(left);
        assert_eq!(lane, left, "{link:?}");
    }
    assert!(
        lanes["County"] < lanes["Others"] && lanes["Others"] < lanes["Town"],
        "{lanes:?}"
    );
    browser.client.set_window_size(500, 900).await.unwrap();
    let links = Timeline(&browser).links().await;
    for link in &links {
        assert!(link.shows_side, "{link:?}");
        assert!((link.left - links[0].left).abs() < 1.0, "{link:?}");
    }
}
