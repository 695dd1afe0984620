//! Scroll positions: after back, after a keyboard shortcut, and while the page is
//! scrolled.

use says_who_tests::page::{
    Address, AllSources, Element, Explainer, Layout, Viewport, click_by_script,
};
use says_who_tests::{Browser, Engine, in_chromium, in_every_engine};

use crate::position::check_link_target;
use crate::site::{FAR, open};

in_every_engine! {
    back_returns_to_the_scroll_position,
}

in_chromium! {
    shortcuts_move_between_points,
    scrolling_causes_no_layout_shift,
}

/// Checks that the same element as before is in the middle of the window, at the same
/// distance from its top edge.
async fn check_same_line(browser: &Browser, line: &(String, f64), why: &str) {
    let (id, top) = line;
    Viewport(browser).wait_until_at(id, *top).await;
    Viewport(browser).settled_offset(id).await;
    let now = Viewport(browser).middle_element().await;
    assert_eq!(now.0, *id, "{why}");
    let off = now.1 - top;
    assert!(off.abs() < 2.0, "{why}: {line:?} {now:?}");
}

async fn back_returns_to_the_scroll_position(engine: Engine) {
    let browser = open(engine, "").await;
    for open in [None, Some(true), Some(false)] {
        let why = format!("{open:?}");
        if let Some(open) = open {
            AllSources(&browser).set_all_shown(open).await;
        }
        // Start at a part that was never on screen, so that nothing above it was laid
        // out.
        Viewport(&browser)
            .scroll_to_with_space_above(FAR, 150)
            .await;
        Viewport(&browser).settled_offset(FAR).await;
        let line = Viewport(&browser).middle_element().await;
        // Back on the same page, after content above was laid out.
        click_by_script(&browser, ".contents a[href='#point-0002']").await;
        check_link_target(&browser, "point-0002").await;
        Viewport(&browser).scroll_by(5000).await;
        Viewport(&browser).settled_offset("point-0002").await;
        Address(&browser).go_back().await;
        check_same_line(&browser, &line, &why).await;
        // Back from another page.
        click_by_script(&browser, &format!("#{FAR} .point__question a")).await;
        Explainer(&browser)
            .wait_for_path_end_without_ledger(&format!("/{FAR}/"))
            .await;
        Address(&browser).go_back().await;
        Element::new(&browser, ".ledger").wait_until_exists().await;
        check_same_line(&browser, &line, &why).await;
        Layout(&browser).wait_until_settled().await;
        check_same_line(&browser, &line, &why).await;
    }
}

async fn shortcuts_move_between_points(engine: Engine) {
    let browser = open(engine, &format!("#{FAR}")).await;
    check_link_target(&browser, FAR).await;
    AllSources(&browser).set_all_shown(true).await;
    let number = |id: &str| id.trim_start_matches("point-").parse::<usize>().unwrap();
    let mut at = number(FAR);
    for (key, step) in [
        ("j", 1),
        ("j", 1),
        ("k", -1),
        ("k", -1),
        ("k", -1),
        ("k", -1),
    ] {
        browser.type_text(key).await;
        at = at.checked_add_signed(step).unwrap();
        check_link_target(&browser, &format!("point-{at:04}")).await;
    }
}

async fn scrolling_causes_no_layout_shift(engine: Engine) {
    let browser = open(engine, "").await;
    // Scroll by half a window at a time. Visible content must not move by more or less
    // than that.
    for open in [None, Some(true), Some(false)] {
        if let Some(open) = open {
            AllSources(&browser).set_all_shown(open).await;
        }
        // Start in the middle of content that was never on screen.
        Address(&browser).set_hash("point-0120").await;
        check_link_target(&browser, "point-0120").await;
        for step in [-400, 400] {
            let shifts = Viewport(&browser).shifts_while_scrolling(step, 20).await;
            assert!(shifts.len() > 15, "{shifts:?}");
            let most = shifts.iter().copied().fold(0.0, f64::max);
            assert!(most < 2.0, "{open:?}, {step}: {shifts:?}");
        }
        Address(&browser).set_hash("").await;
    }
}
