//! Whether the target of a link is where it should be.

use says_who_tests::Browser;
use says_who_tests::page::{Explainer, Focus, Viewport};
use serde_json::json;

/// The number of retries while an element is not at its position yet.
const RETRIES: usize = 20;

/// Checks that the target of a link is highlighted, has focus, and is at its
/// position.
pub(crate) async fn check_link_target(browser: &Browser, id: &str) {
    Explainer(browser).wait_for_marked(id).await;
    // On a busy machine, a page can stand still for some frames before its layout is
    // complete.
    let mut off = Viewport(browser).settled_offset(id).await;
    for _ in 0..RETRIES {
        if off.abs() < 2.0 {
            break;
        }
        off = Viewport(browser).settled_offset(id).await;
    }
    assert!(off.abs() < 2.0, "{id}: {off}");
    assert_eq!(Focus(browser).id().await, json!(id));
}
