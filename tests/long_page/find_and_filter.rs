//! Find in page and the filter reach points that are not laid out.

use says_who_tests::sized::WORD;
use says_who_tests::{Engine, in_chromium};
use serde_json::json;

use crate::layout::check_height;
use crate::position::{check_link_target, is_in_window, settled_offset};
use crate::site::{FAR, SIZE, open, set_all_sources};

in_chromium! {
    find_in_page_finds_off_screen_text,
    a_filter_can_be_set_and_cleared,
}

async fn find_in_page_finds_off_screen_text(engine: Engine) {
    let browser = open(engine, "").await;
    for open in [None, Some(true)] {
        if let Some(open) = open {
            set_all_sources(&browser, open).await;
        }
        browser
            .eval("getSelection().removeAllRanges(); scrollTo(0, 0)")
            .await;
        let found = browser.eval("return window.find('a heron shows')").await;
        assert_eq!(found, json!(true));
        browser
            .wait(&format!(
                "return getSelection().anchorNode?.parentElement.closest('#{FAR}') != null"
            ))
            .await;
        let found = format!("#{FAR} .point-row__ground");
        let until = format!(
            "const box = document.querySelector('{found}').getBoundingClientRect();
             return box.top >= 0 && box.bottom <= innerHeight"
        );
        browser.wait(&until).await;
        settled_offset(&browser, FAR).await;
        assert!(is_in_window(&browser, &found).await, "{open:?}");
    }
}

async fn a_filter_can_be_set_and_cleared(engine: Engine) {
    let browser = open(engine, "").await;
    let shown = "document.querySelectorAll('.ledger > .point:not([hidden])').length";
    let field = |text: &str| {
        format!(
            "const field = document.querySelector('#_search'); field.value = '{text}';
             field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        )
    };
    browser.eval(&field(WORD)).await;
    browser
        .wait(&format!("return {shown} > 0 && {shown} < {}", SIZE.points))
        .await;
    check_height(&browser).await;
    let last = browser
        .eval("return [...document.querySelectorAll('.ledger > .point:not([hidden])')].at(-1).id")
        .await;
    let last = last.as_str().unwrap();
    browser.eval(&format!("location.hash = '{last}'")).await;
    browser
        .wait(&format!(
            "return document.querySelector('[data-here]')?.id === '{last}'"
        ))
        .await;
    settled_offset(&browser, last).await;
    assert!(is_in_window(&browser, &format!("#{last} .point__question")).await);
    browser.eval(&field("")).await;
    browser
        .wait(&format!("return {shown} === {}", SIZE.points))
        .await;
    check_height(&browser).await;
    browser.eval(&format!("location.hash = '{FAR}'")).await;
    check_link_target(&browser, FAR).await;
}
