//! The timeline: every mark is a link.

use says_who_tests::page::Address;
use says_who_tests::{Engine, in_every_engine};
use serde_json::json;

use crate::{DISPUTE_PAGE, open};

in_every_engine! {
    every_timeline_mark_links_to_its_item,
}

async fn every_timeline_mark_links_to_its_item(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let marks = browser
        .eval(
            "const shown = [...document.querySelectorAll('.time svg')].find((one) => one.getClientRects().length > 0 && one.querySelector('a'));
             return [...shown.querySelectorAll('a')].map((mark) => {
               const id = mark.getAttribute('href').slice(1);
               const box = mark.querySelector('.time__target').getBoundingClientRect();
               mark.focus();
               return [id, document.getElementById(id) !== null, box.width >= 24 && box.height >= 24,
                 document.activeElement === mark, mark.querySelector('title').textContent.length > 20];
             })",
        )
        .await;
    let marks = marks.as_array().unwrap();
    let all = browser
        .eval("return document.querySelectorAll('.ledger .statement-card, .event-item').length")
        .await;
    assert!(
        marks.len() >= 6 && marks.len() as u64 == all.as_u64().unwrap(),
        "{marks:?} of {all}"
    );
    for mark in marks {
        assert_eq!(
            mark.as_array().unwrap()[1..],
            [json!(true), json!(true), json!(true), json!(true)],
            "{mark}"
        );
    }
    // Marks work with the keyboard, like any link.
    let first = marks[0][0].as_str().unwrap().to_owned();
    browser
        .eval("[...document.querySelectorAll('.time svg')].find((one) => one.getClientRects().length > 0 && one.querySelector('a')).querySelector('a').focus()")
        .await;
    browser.type_text("\u{e007}").await;
    Address(&browser).wait_for_focused_target(&first).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}
