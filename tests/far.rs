//! What is off screen is not laid out, and nobody notices: links into the far
//! end of a long page, the scroll bar, the browser's own search, printing, and
//! what a screen reader is given.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::stress::{point, points};
use says_who_tests::{Browser, Engine, Script, in_every_engine, lacks};
use serde_json::json;

in_every_engine! {
    what_is_off_screen_is_not_laid_out,
    a_link_into_the_far_end_arrives_exactly,
    going_up_and_down_moves_nothing,
    the_browsers_own_search_finds_the_far_end,
    paper_has_every_point,
}

const LONG: &str = "many-points";

/// The page of two hundred points.
async fn open(engine: Engine, hash: &str) -> Browser {
    let browser = Browser::open_in(engine, "stress", Script::On).await;
    browser.ready(&format!("{LONG}/{hash}")).await;
    browser
}

/// A point near the foot of the ledger.
fn far() -> String {
    point(LONG, points(LONG) - 5)
}

/// Waits until the marked element stands at the same height in three pictures
/// one after the other; gives how far it is from where a link should lead: just
/// below the heads that stay in sight.
async fn off_by(browser: &Browser, id: &str) -> f64 {
    browser
        .wait(&format!(
            "return document.querySelector('[data-here]')?.id === '{id}'"
        ))
        .await;
    let settled = "const [done] = arguments;
        const one = document.querySelector('[data-here]');
        const seen = [];
        const look = () => {
          seen.push(Math.round(one.getBoundingClientRect().top));
          const [a, b, c] = seen.slice(-3);
          if (seen.length > 2 && a === b && b === c) {
            done(one.getBoundingClientRect().top - parseFloat(getComputedStyle(one).scrollMarginBlockStart));
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);";
    let off = browser.client.execute_async(settled, vec![]).await.unwrap();
    off.as_f64().unwrap()
}

async fn what_is_off_screen_is_not_laid_out(engine: Engine) {
    let browser = open(engine, "").await;
    let laid_out = |id: &str| {
        format!(
            "return document.getElementById('{id}').querySelector('.point__question a')
               .checkVisibility({{ contentVisibilityAuto: true }})"
        )
    };
    browser
        .wait(&format!(
            "return (() => {{ {} }})() === false",
            laid_out(&far())
        ))
        .await;
    browser
        .eval(&format!(
            "document.getElementById('{}').scrollIntoView()",
            far()
        ))
        .await;
    browser.wait(&laid_out(&far())).await;
}

async fn a_link_into_the_far_end_arrives_exactly(engine: Engine) {
    // By a full load.
    let id = far();
    let browser = open(engine, &format!("#{id}")).await;
    let off = off_by(&browser, &id).await;
    assert!(off.abs() < 2.0, "{off}");
    // From far above, through much that was never laid out.
    let near = point(LONG, 2);
    for id in [&near, &id, &point(LONG, 100)] {
        browser.eval(&format!("location.hash = '{id}'")).await;
        let off = off_by(&browser, id).await;
        assert!(off.abs() < 2.0, "{id}: {off}");
        let focus = browser.eval("return document.activeElement.id").await;
        assert_eq!(focus, json!(id));
    }
    // With all sources shown, every row is another height than was thought.
    browser.click(".all-sources .control").await;
    browser
        .wait("return [...document.querySelectorAll('.sourcing')].every((one) => one.open)")
        .await;
    for id in [&near, &id] {
        browser.eval(&format!("location.hash = '{id}'")).await;
        let off = off_by(&browser, id).await;
        assert!(off.abs() < 2.0, "all shown, {id}: {off}");
    }
}

async fn going_up_and_down_moves_nothing(engine: Engine) {
    let browser = open(engine, "").await;
    // A page down at a time, as a reader goes; what is in sight must stay where
    // it is but for the scrolling itself.
    let walk = "const [step, done] = arguments;
        let moved = 0;
        const go = () => {
          const seen = [...document.querySelectorAll('.point')].find((one) => {
            const box = one.getBoundingClientRect();
            return box.top < innerHeight && box.bottom > innerHeight / 2;
          });
          const [top, at] = [seen?.getBoundingClientRect().top, scrollY];
          scrollBy({ top: step, behavior: 'instant' });
          const gone = scrollY - at;
          requestAnimationFrame(() => requestAnimationFrame(() => {
            if (seen) moved = Math.max(moved, Math.abs(seen.getBoundingClientRect().top + step - top));
            if (Math.abs(gone) < Math.abs(step)) done([moved, document.documentElement.scrollHeight]);
            else go();
          }));
        };
        go();";
    let mut heights = Vec::new();
    for step in [600, -600, 600] {
        let seen = browser
            .client
            .execute_async(walk, vec![json!(step)])
            .await
            .unwrap();
        heights.push(seen[1].as_f64().unwrap());
        // The last step of each way is cut short by the end of the page.
        if engine == Engine::Webkit && step < 0 {
            lacks(engine, "scroll anchoring");
        } else {
            assert!(seen[0].as_f64().unwrap() <= 600.0, "{step}: {seen}");
        }
    }
    // What was seen once is remembered: the bar no longer jumps.
    assert!((heights[1] - heights[2]).abs() < 2.0, "{heights:?}");
}

async fn the_browsers_own_search_finds_the_far_end(engine: Engine) {
    let browser = open(engine, "").await;
    let number = points(LONG) - 5;
    let found = browser
        .eval(&format!("return window.find('On day {number}, did')"))
        .await;
    assert_eq!(found, json!(true));
    browser
        .wait(&format!(
            "const at = getSelection().anchorNode?.parentElement;
             if (!at?.closest('#{}')) return false;
             const box = at.getBoundingClientRect();
             return box.top >= 0 && box.bottom <= innerHeight",
            far()
        ))
        .await;
}

async fn paper_has_every_point(engine: Engine) {
    if engine != Engine::Chromium {
        return lacks(engine, "a way to ask for the page as on paper");
    }
    let browser = open(engine, "").await;
    browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await;
    browser
        .wait(
            "return [...document.querySelectorAll('.point__question a, .chain')]
               .every((one) => one.checkVisibility({ contentVisibilityAuto: true }))",
        )
        .await;
    // And for those who are read the page, without paper too.
    browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "screen" }))
        .await;
    let tree = browser
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await;
    let heading = format!("On day {}, did", points(LONG) - 5);
    let named = tree["nodes"].as_array().unwrap().iter().any(|node| {
        node["role"]["value"] == "heading"
            && node["name"]["value"]
                .as_str()
                .is_some_and(|name| name.starts_with(&heading))
    });
    assert!(named, "the heading of a far point is not in the tree");
}
