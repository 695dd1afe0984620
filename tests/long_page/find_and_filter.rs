//! Find in page and the filter reach points that are not laid out.

use says_who_tests::page::{
    Address, AllSources, Element, Explainer, Finder, Selection, View, Viewport,
};
use says_who_tests::sized::WORD;
use says_who_tests::{Engine, in_chromium};

use crate::layout::check_height;
use crate::position::check_link_target;
use crate::site::{FAR, SIZE, open};

/// The points that the filter does not hide.
const SHOWN_POINTS: &str = ".ledger > .point:not([hidden])";

in_chromium! {
    find_in_page_finds_off_screen_text,
    a_filter_can_be_set_and_cleared,
}

async fn find_in_page_finds_off_screen_text(engine: Engine) {
    let browser = open(engine, "").await;
    for open in [None, Some(true)] {
        if let Some(open) = open {
            AllSources(&browser).set_all_shown(open).await;
        }
        Selection(&browser).clear().await;
        Viewport(&browser).scroll_to_top().await;
        assert!(Selection(&browser).find("a heron shows").await);
        Selection(&browser).wait_until_in(FAR).await;
        let selector = format!("#{FAR} .point-row__ground");
        let found = Element::new(&browser, &selector);
        found.wait_until_on_screen().await;
        Viewport(&browser).settled_offset(FAR).await;
        assert!(found.is_on_screen().await, "{open:?}");
    }
}

async fn a_filter_can_be_set_and_cleared(engine: Engine) {
    let browser = open(engine, "").await;
    let shown = Element::new(&browser, SHOWN_POINTS);
    Finder(&browser).search(WORD).await;
    View(&browser).wait_for_fewer_points_than(SIZE.points).await;
    check_height(&browser).await;
    let ids = shown.ids().await;
    let last = ids.last().unwrap();
    Address(&browser).set_hash(last).await;
    Explainer(&browser).wait_for_marked(last).await;
    Viewport(&browser).settled_offset(last).await;
    let question = format!("#{last} .point__question");
    assert!(Element::new(&browser, &question).is_on_screen().await);
    Finder(&browser).search("").await;
    shown.wait_for_count(SIZE.points as u64).await;
    check_height(&browser).await;
    Address(&browser).set_hash(FAR).await;
    check_link_target(&browser, FAR).await;
}
