//! Where elements are in the window, and whether the target of a link is where it
//! should be.

use says_who_tests::Browser;
use serde_json::json;

/// Waits until an element has stayed at the same position for several consecutive
/// frames. Returns its distance from where a link should scroll it: just below the
/// sticky headings.
pub(crate) async fn settled_offset(browser: &Browser, id: &str) -> f64 {
    let settled = "const [id, done] = arguments;
        const one = document.getElementById(id);
        const seen = [];
        const look = () => {
          seen.push(Math.round(one.getBoundingClientRect().top));
          const last = seen.slice(-12);
          if (seen.length < 12 || last.some((top) => top !== last[0])) {
            requestAnimationFrame(look);
            return;
          }
          done(one.getBoundingClientRect().top - parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart)
            - parseFloat(getComputedStyle(one).scrollMarginBlockStart));
        };
        requestAnimationFrame(look);";
    let offset = browser.client.execute_async(settled, vec![json!(id)]).await;
    offset.unwrap().as_f64().unwrap()
}

/// The number of retries while an element is not at its position yet.
const RETRIES: usize = 20;

/// Checks that the target of a link is highlighted, has focus, and is at its
/// position.
pub(crate) async fn check_link_target(browser: &Browser, id: &str) {
    browser
        .wait(&format!(
            "return document.querySelector('[data-here]')?.id === '{id}'"
        ))
        .await;
    // On a busy machine, a page can stand still for some frames before its layout is
    // complete.
    let mut off = settled_offset(browser, id).await;
    for _ in 0..RETRIES {
        if off.abs() < 2.0 {
            break;
        }
        off = settled_offset(browser, id).await;
    }
    assert!(off.abs() < 2.0, "{id}: {off}");
    let focus = browser.eval("return document.activeElement.id").await;
    assert_eq!(focus, json!(id));
}

/// Whether the first element for a selector is in the window.
pub(crate) async fn is_in_window(browser: &Browser, selector: &str) -> bool {
    let script = format!(
        "const box = document.querySelector('{selector}').getBoundingClientRect();
         return box.top >= 0 && box.bottom <= innerHeight"
    );
    browser.eval(&script).await == json!(true)
}
