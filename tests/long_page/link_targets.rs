//! Links to the far end of the page.

use says_who_tests::{Engine, in_chromium, in_every_engine, lacks};
use serde_json::json;

use crate::layout::{skips_layout, wait_for_layout};
use crate::position::{check_link_target, is_in_window, settled_offset};
use crate::site::{
    DISPUTE_PAGE, FAR, SOURCE, STATEMENT, STATIC_PAGE, browser, open, set_all_sources,
};

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
    let browser = browser(engine).await;
    for id in [STATEMENT, FAR, SOURCE] {
        browser.goto_hydrated(&format!("{DISPUTE_PAGE}#{id}")).await;
        check_link_target(&browser, id).await;
        wait_for_layout(&browser).await;
        check_link_target(&browser, id).await;
    }
    // On the page, up and down.
    let links = ["point-0003", FAR, SOURCE, "point-0100", STATEMENT];
    for id in links {
        browser.eval(&format!("location.hash = '{id}'")).await;
        check_link_target(&browser, id).await;
    }
    // After unfolding or folding, every point has a new height that was not laid out
    // yet.
    for open in [true, false, true] {
        set_all_sources(&browser, open).await;
        for id in links {
            browser.eval(&format!("location.hash = '{id}'")).await;
            check_link_target(&browser, id).await;
        }
    }
    // In a narrower window.
    browser.client.set_window_size(700, 900).await.unwrap();
    for id in links {
        browser.eval(&format!("location.hash = '{id}'")).await;
        check_link_target(&browser, id).await;
    }
}

async fn a_link_scrolls_exactly_to_its_target_without_the_app(engine: Engine) {
    let browser = browser(engine).await;
    for id in [
        "point-0100",
        STATEMENT,
        FAR,
        "point-0003",
        SOURCE,
        "residents-60-1",
    ] {
        browser.goto(&format!("{STATIC_PAGE}#{id}")).await;
        let off = settled_offset(&browser, id).await;
        assert!(off.abs() < 2.0, "{id}: {off}");
        browser.goto("").await;
    }
}

async fn a_text_fragment_scrolls_to_its_text(engine: Engine) {
    let browser = open(engine, "").await;
    // Engines search for text fragments only after user activation, such as the
    // driver's click.
    browser
        .eval(
            "const link = document.createElement('a'); link.textContent = 'to the text'; link.id = '_test';
             link.rel = 'noopener'; link.href = '?fresh#point-0002:~:text=what%20a%20heron%20shows';
             document.querySelector('main').prepend(link)",
        )
        .await;
    browser.click("#_test").await;
    browser
        .wait("return location.search === '?fresh' && document.querySelector('#app')?.dataset.app === 'ready'")
        .await;
    wait_for_layout(&browser).await;
    let knows = browser.eval("return 'fragmentDirective' in document").await;
    let id = if knows == json!(true) {
        FAR
    } else {
        lacks(engine, "text fragments: the link goes to the item");
        "point-0002"
    };
    settled_offset(&browser, id).await;
    assert!(is_in_window(&browser, &format!("#{id} .point-row__ground")).await);
}

async fn the_highlight_of_a_link_target_is_not_clipped(engine: Engine) {
    if !skips_layout(engine) {
        return;
    }
    let browser = open(engine, &format!("#{STATEMENT}")).await;
    check_link_target(&browser, STATEMENT).await;
    // Compare with `==`, so that a failure doesn't print the bytes of an image. Points
    // near the window are laid out frame by frame, so retry until both screenshots are
    // the same. If the highlight is clipped, they never are.
    let screenshot = async |margin: &str| {
        browser
            .eval(&format!(
                "document.getElementById('{FAR}').style.overflowClipMargin = '{margin}'"
            ))
            .await;
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
