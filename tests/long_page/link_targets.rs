//! Links to the far end of the page.

use says_who_tests::page::{Address, AllSources, App, Document, Element, Layout, Viewport};
use says_who_tests::{Engine, in_chromium, in_every_engine};

use crate::position::check_link_target;
use crate::site::{DISPUTE_PAGE, FAR, SOURCE, STATEMENT, STATIC_PAGE, open, start};

in_every_engine! {
    a_link_scrolls_exactly_to_its_target,
}

in_chromium! {
    a_link_scrolls_exactly_to_its_target_without_the_app,
    a_text_fragment_scrolls_to_its_text,
    the_highlight_of_a_link_target_is_not_clipped,
}

async fn a_link_scrolls_exactly_to_its_target(engine: Engine) {
    // By a full page load.
    let browser = start().await.browser(engine).await;
    for id in [STATEMENT, FAR, SOURCE] {
        browser.goto_hydrated(&format!("{DISPUTE_PAGE}#{id}")).await;
        check_link_target(&browser, id).await;
        Layout(&browser).wait_until_settled().await;
        check_link_target(&browser, id).await;
    }
    // On the page, up and down.
    let links = ["point-0003", FAR, SOURCE, "point-0100", STATEMENT];
    for id in links {
        Address(&browser).set_hash(id).await;
        check_link_target(&browser, id).await;
    }
    // After unfolding or folding, every point has a new height that was not laid out
    // yet.
    for open in [true, false, true] {
        AllSources(&browser).set_all_shown(open).await;
        for id in links {
            Address(&browser).set_hash(id).await;
            check_link_target(&browser, id).await;
        }
    }
    // In a narrower window.
    browser.client.set_window_size(700, 900).await.unwrap();
    for id in links {
        Address(&browser).set_hash(id).await;
        check_link_target(&browser, id).await;
    }
}

async fn a_link_scrolls_exactly_to_its_target_without_the_app(engine: Engine) {
    let browser = start().await.browser(engine).await;
    for id in [
        "point-0100",
        STATEMENT,
        FAR,
        "point-0003",
        SOURCE,
        "residents-60-1",
    ] {
        browser.goto(&format!("{STATIC_PAGE}#{id}")).await;
        let off = Viewport(&browser).settled_offset(id).await;
        assert!(off.abs() < 2.0, "{id}: {off}");
        browser.goto("").await;
    }
}

async fn a_text_fragment_scrolls_to_its_text(engine: Engine) {
    let browser = open(engine, "").await;
    // Engines search for text fragments only after user activation, such as the
    // driver's click.
    let href = "?fresh#point-0002:~:text=what%20a%20heron%20shows";
    Document(&browser)
        .add_link("_test", href, "to the text")
        .await;
    browser.click("#_test").await;
    App(&browser).wait_until_ready_with_query("?fresh").await;
    Layout(&browser).wait_until_settled().await;
    // Without the text fragment, the link would lead to another point.
    Viewport(&browser).settled_offset(FAR).await;
    let ground = format!("#{FAR} .point-row__ground");
    assert!(Element::new(&browser, &ground).is_on_screen().await);
}

async fn the_highlight_of_a_link_target_is_not_clipped(engine: Engine) {
    let browser = open(engine, &format!("#{STATEMENT}")).await;
    check_link_target(&browser, STATEMENT).await;
    // Compare with `==`, so that a failure doesn't print the bytes of an image. Points
    // near the window are laid out frame by frame, so retry until both screenshots are
    // the same. If the highlight is clipped, they never are.
    let selector = format!("#{FAR}");
    let point = Element::new(&browser, &selector);
    let screenshot = async |margin: &str| {
        point.set_style("overflow-clip-margin", margin).await;
        browser.client.screenshot().await.unwrap()
    };
    let mut same = None;
    for _ in 0..30 {
        let unchanged = screenshot("").await;
        if unchanged == screenshot("20rem").await {
            same = Some(unchanged);
            break;
        }
    }
    let unclipped = same.expect("the highlight is clipped");
    assert!(
        unclipped != screenshot("0px").await,
        "the highlight is not in the screenshot"
    );
}
