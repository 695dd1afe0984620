//! Points that are off screen are not laid out, and the page has about the same height
//! as with all of them laid out.

use says_who_tests::page::{AllSources, Element, Layout, ParserYields, Viewport};
use says_who_tests::{Engine, in_chromium, in_every_engine};

use crate::layout::{check_height, skips_layout};
use crate::site::{FAR, STATIC_PAGE, open, start};

in_every_engine! {
    off_screen_points_are_not_laid_out,
}

in_chromium! {
    off_screen_points_are_not_laid_out_without_the_app,
    parser_yields_are_spread_and_invisible,
}

async fn off_screen_points_are_not_laid_out(engine: Engine) {
    let browser = open(engine, "").await;
    let layout = Layout(&browser);
    if skips_layout(engine) {
        layout.wait_until_not_laid_out(FAR).await;
    } else {
        assert!(layout.is_laid_out(FAR).await);
    }
    check_height(&browser).await;
    Viewport(&browser).scroll_to(FAR).await;
    layout.wait_until_laid_out(FAR).await;
    // Nor after all sources are unfolded and folded again.
    Viewport(&browser).scroll_to_top().await;
    for open in [true, false] {
        AllSources(&browser).set_all_shown(open).await;
        if skips_layout(engine) {
            layout.wait_until_not_laid_out(FAR).await;
        }
    }
}

async fn off_screen_points_are_not_laid_out_without_the_app(engine: Engine) {
    let browser = start().await.browser(engine).await;
    for width in [1280, 700, 420] {
        browser.client.set_window_size(width, 900).await.unwrap();
        browser.goto(STATIC_PAGE).await;
        assert!(!Layout(&browser).is_laid_out(FAR).await);
        check_height(&browser).await;
        browser.goto("").await;
    }
}

async fn parser_yields_are_spread_and_invisible(engine: Engine) {
    let browser = start().await.browser(engine).await;
    browser.goto(STATIC_PAGE).await;
    // They are spread over the ledger and at the end of each section, empty, and
    // invisible.
    let points_before = ParserYields(&browser).points_before().await;
    let (in_ledger, others) = points_before.split_at(4);
    assert_eq!(in_ledger, [40, 80, 120, 160]);
    let sections = Element::new(&browser, ".section").count().await;
    assert_eq!(others.len() as u64, sections);
    assert_eq!(ParserYields(&browser).count_with_text_or_box().await, 0);
}
