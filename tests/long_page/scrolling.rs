//! Scroll positions: after back, after a keyboard shortcut, and while the page is
//! scrolled.

use says_who_tests::{Browser, Engine, in_chromium, in_every_engine};
use serde_json::{Value, json};

use crate::layout::wait_for_layout;
use crate::position::{check_link_target, settled_offset};
use crate::site::{FAR, open, set_all_sources};

in_every_engine! {
    back_returns_to_the_scroll_position,
}

in_chromium! {
    shortcuts_move_between_points,
    scrolling_causes_no_layout_shift,
}

/// The element in the middle of the window, and its distance from the top edge.
const LINE: &str = "const one = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.ledger [id]');
    return [one.id, Math.round(one.getBoundingClientRect().top)]";

async fn check_same_line(browser: &Browser, line: &Value, why: &str) {
    let id = line[0].as_str().unwrap();
    browser
        .wait(&format!(
            "return Math.abs(document.getElementById('{id}').getBoundingClientRect().top - {}) < 2",
            line[1]
        ))
        .await;
    settled_offset(browser, id).await;
    let now = browser.eval(LINE).await;
    assert_eq!(now[0], line[0], "{why}");
    let off = now[1].as_f64().unwrap() - line[1].as_f64().unwrap();
    assert!(off.abs() < 2.0, "{why}: {line} {now}");
}

async fn back_returns_to_the_scroll_position(engine: Engine) {
    let browser = open(engine, "").await;
    for open in [None, Some(true), Some(false)] {
        let why = format!("{open:?}");
        if let Some(open) = open {
            set_all_sources(&browser, open).await;
        }
        // Start at a part that was never on screen, so that nothing above it was laid
        // out.
        browser
            .eval(&format!(
                "document.getElementById('{FAR}').scrollIntoView(); scrollBy(0, -150)"
            ))
            .await;
        settled_offset(&browser, FAR).await;
        let line = browser.eval(LINE).await;
        // Back on the same page, after content above was laid out.
        browser
            .eval("document.querySelector('.contents a[href=\"#point-0002\"]').click()")
            .await;
        check_link_target(&browser, "point-0002").await;
        browser.eval("scrollBy(0, 5000)").await;
        settled_offset(&browser, "point-0002").await;
        browser.eval("history.back()").await;
        check_same_line(&browser, &line, &why).await;
        // Back from another page.
        browser
            .eval(&format!(
                "document.querySelector('#{FAR} .point__question a').click()"
            ))
            .await;
        browser
            .wait(&format!(
                "return location.pathname.endsWith('/{FAR}/') && document.querySelector('.ledger') === null"
            ))
            .await;
        browser.eval("history.back()").await;
        browser
            .wait("return document.querySelector('.ledger') !== null")
            .await;
        check_same_line(&browser, &line, &why).await;
        wait_for_layout(&browser).await;
        check_same_line(&browser, &line, &why).await;
    }
}

async fn shortcuts_move_between_points(engine: Engine) {
    let browser = open(engine, &format!("#{FAR}")).await;
    check_link_target(&browser, FAR).await;
    set_all_sources(&browser, true).await;
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
    let walk = "const [step, steps, done] = arguments;
        const moves = [];
        let left = steps;
        const go = () => {
          const one = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.ledger [id]');
          const top = one?.getBoundingClientRect().top;
          scrollBy({ top: step, behavior: 'instant' });
          requestAnimationFrame(() => requestAnimationFrame(() => {
            if (one) moves.push(Math.abs(one.getBoundingClientRect().top + step - top));
            left -= 1;
            if (left === 0) done([Math.max(...moves), moves.length]);
            else go();
          }));
        };
        requestAnimationFrame(go);";
    for open in [None, Some(true), Some(false)] {
        if let Some(open) = open {
            set_all_sources(&browser, open).await;
        }
        // Start in the middle of content that was never on screen.
        browser.eval("location.hash = 'point-0120'").await;
        check_link_target(&browser, "point-0120").await;
        for step in [-400, 400] {
            let arguments = vec![json!(step), json!(20)];
            let seen = browser.client.execute_async(walk, arguments).await.unwrap();
            assert!(seen[1].as_u64().unwrap() > 15, "{seen}");
            let most = seen[0].as_f64().unwrap();
            assert!(most < 2.0, "{open:?}, {step}: {seen}");
        }
        browser.eval("location.hash = ''").await;
    }
}
