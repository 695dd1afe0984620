//! What the page has laid out.

use says_who_tests::{Browser, Engine, lacks};

/// Waits until no point has been measured for several consecutive frames.
pub(crate) async fn wait_for_layout(browser: &Browser) {
    let settled = "const [done] = arguments;
        let calm = 0;
        const look = () => {
          calm = document.querySelector('.ledger [data-measuring]') ? 0 : calm + 1;
          if (calm === 12) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);";
    browser.client.execute_async(settled, vec![]).await.unwrap();
}

/// Checks that the page is about as high as with everything laid out.
pub(crate) async fn check_height(browser: &Browser) {
    let [now, exact] = heights(browser).await;
    assert!((now / exact - 1.0).abs() < 0.15, "{now} {exact}");
}

/// Defines `layOut(all)`, which forces layout of everything or leaves it to the page.
pub(crate) const LAY_OUT: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('.ledger > .point { content-visibility: visible !important }');
    const layOut = (all) => { document.adoptedStyleSheets = all ? [sheet] : [] };";

/// Whether the page skips off-screen layout in this engine. It does only where nobody
/// would notice.
pub(crate) fn skips_layout(engine: Engine) -> bool {
    match engine {
        Engine::Chromium => true,
        Engine::Firefox => {
            lacks(engine, "accessible text of content that is not laid out");
            false
        }
        Engine::Webkit => {
            lacks(engine, "scroll anchoring");
            false
        }
    }
}

/// A script that returns whether the head of a point is laid out.
pub(crate) fn is_laid_out(id: &str) -> String {
    format!(
        "return document.querySelector('#{id} .point__question a')
           .checkVisibility({{ contentVisibilityAuto: true }})"
    )
}

/// The height of the page, and its height with everything laid out.
async fn heights(browser: &Browser) -> [f64; 2] {
    let heights = browser
        .eval(&format!(
            "{LAY_OUT}
             const height = () => document.documentElement.scrollHeight;
             const now = height();
             layOut(true);
             const exact = height();
             layOut(false);
             return [now, exact]"
        ))
        .await;
    [0, 1].map(|index| heights[index].as_f64().unwrap())
}
