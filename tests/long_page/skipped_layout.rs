//! Points that are off screen are not laid out, and the page has about the same height
//! as with all of them laid out.

use says_who_tests::{Engine, in_chromium, in_every_engine};
use serde_json::json;

use crate::layout::{check_height, is_laid_out, skips_layout};
use crate::site::{FAR, STATIC_PAGE, browser, open, set_all_sources};

in_every_engine! {
    off_screen_points_are_not_laid_out,
}

in_chromium! {
    off_screen_points_are_not_laid_out_without_the_app,
    parser_yields_are_spread_and_invisible,
}

async fn off_screen_points_are_not_laid_out(engine: Engine) {
    let browser = open(engine, "").await;
    let far = is_laid_out(FAR);
    if skips_layout(engine) {
        browser
            .wait(&format!("return !(() => {{ {far} }})()"))
            .await;
    } else {
        assert_eq!(browser.eval(&far).await, json!(true));
    }
    check_height(&browser).await;
    let show = format!("document.getElementById('{FAR}').scrollIntoView()");
    browser.eval(&show).await;
    browser.wait(&far).await;
    // Nor after all sources are unfolded and folded again.
    browser.eval("scrollTo(0, 0)").await;
    for open in [true, false] {
        set_all_sources(&browser, open).await;
        if skips_layout(engine) {
            browser
                .wait(&format!("return !(() => {{ {far} }})()"))
                .await;
        }
    }
}

async fn off_screen_points_are_not_laid_out_without_the_app(engine: Engine) {
    let browser = browser(engine).await;
    for width in [1280, 700, 420] {
        browser.client.set_window_size(width, 900).await.unwrap();
        browser.goto(STATIC_PAGE).await;
        assert_eq!(browser.eval(&is_laid_out(FAR)).await, json!(false));
        check_height(&browser).await;
        browser.goto("").await;
    }
}

async fn parser_yields_are_spread_and_invisible(engine: Engine) {
    let browser = browser(engine).await;
    browser.goto(STATIC_PAGE).await;
    // They are spread over the ledger and at the end of each section, empty, and
    // invisible.
    let yields = browser
        .eval(
            "const yields = [...document.querySelectorAll('script[type=\"text/plain\"]')];
             const before = yields.map((one) => [...document.querySelectorAll('.ledger > .point')]
               .filter((point) => point.compareDocumentPosition(one) & 4).length);
             return {
               ledger: before.slice(0, 4),
               others: yields.length - 4,
               sections: document.querySelectorAll('.section').length,
               seen: yields.filter((one) => one.textContent || one.getClientRects().length).length,
             };",
        )
        .await;
    assert_eq!(yields["ledger"], json!([40, 80, 120, 160]));
    assert_eq!(yields["others"], yields["sections"]);
    assert_eq!(yields["seen"], json!(0));
}
