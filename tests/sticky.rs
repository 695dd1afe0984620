//! Sticky headings and the table of contents while a page is scrolled and tabbed
//! through, in three browser engines.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::{Browser, Engine, Script, in_every_engine};
use serde_json::json;

in_every_engine! {
    others_have_their_own_sticky_heading,
    the_table_of_contents_keeps_focus_visible,
}

const DISPUTE_PAGE: &str = "bridge-repair/";

/// The headings of the two sides stick to the top of the window, but not over
/// statements of others.
async fn others_have_their_own_sticky_heading(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    let on_top = "const at = (left) => document.elementFromPoint(left, 20);
        const box = document.querySelector('.ledger .point-row__others');
        const sides = [...box.closest('.ledger').querySelectorAll('.ledger__head')];
        const lefts = sides.map((side) => side.getBoundingClientRect().left + 5);";
    browser
        .wait(&format!(
            "{on_top}
             scrollTo(0, scrollY + box.getBoundingClientRect().top - 120);
             return sides.length === 2 && lefts.every((left, side) => at(left) === sides[side])"
        ))
        .await;
    browser
        .wait(&format!(
            "{on_top}
             scrollTo(0, scrollY + box.getBoundingClientRect().top + 60);
             const head = box.querySelector('.point-row__others-head');
             return head.innerText === 'Others say' && lefts.every((left) => at(left) === head)"
        ))
        .await;
}

/// Tabbing through the table of contents, which is a scroll container, scrolls only
/// that list. The list follows the scroll spy only while focus is elsewhere.
async fn the_table_of_contents_keeps_focus_visible(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.client.set_window_size(1280, 420).await.unwrap();
    browser.goto_hydrated(DISPUTE_PAGE).await;
    let seen = browser
        .client
        .execute_async(
            "const [done] = arguments;
             const frames = async (count) => {
               for (; count > 0; count -= 1) await new Promise(requestAnimationFrame);
             };
             const list = document.querySelector('.contents');
             const links = [...list.querySelectorAll('li a')];
             const isSeen = (link) => {
               const { top, bottom } = link.getBoundingClientRect();
               const middle = (top + bottom) / 2;
               return middle > 0 && middle < innerHeight;
             };
             (async () => {
               document.getElementById('who-pays').scrollIntoView();
               await frames(3);
               const begin = scrollY;
               const lost = [];
               for (const link of [...links, ...links.toReversed()]) {
                 link.focus();
                 await frames(3);
                 // WebKit scrolls the page once, by at most the height of the headings.
                 if (!isSeen(link) || Math.abs(scrollY - begin) > 64) lost.push([link.textContent, scrollY - begin]);
               }
               links.at(-1).focus();
               await frames(3);
               document.querySelector('.section:last-of-type .section__head').scrollIntoView();
               document.getElementById('notice-given').scrollIntoView();
               await frames(3);
               done({ scrolls: list.scrollHeight > list.clientHeight, lost, held: isSeen(links.at(-1)) });
             })();",
            Vec::new(),
        )
        .await
        .unwrap();
    assert_eq!(
        seen,
        json!({ "scrolls": true, "lost": [], "held": true }),
        "the table of contents of {DISPUTE_PAGE}"
    );
}
