//! What the page has laid out.

use says_who_tests::page::Layout;
use says_who_tests::{Browser, Engine, lacks};

/// Checks that the page is about as high as with everything laid out.
pub(crate) async fn check_height(browser: &Browser) {
    let [now, exact] = Layout(browser).heights().await;
    assert!((now / exact - 1.0).abs() < 0.15, "{now} {exact}");
}

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
