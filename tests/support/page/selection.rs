//! The selected text, and find in page, which selects what it finds.

use serde_json::json;

use crate::Browser;

/// The selected text of the page.
pub struct Selection<'b>(pub &'b Browser);

impl Selection<'_> {
    /// Selects nothing.
    pub async fn clear(&self) {
        self.0.eval("getSelection().removeAllRanges()").await;
    }

    /// Selects the next occurrence of a text, as find in page does. Returns whether there
    /// is one.
    pub async fn find(&self, text: &str) -> bool {
        let is_found = self
            .0
            .eval(&format!("return window.find({})", json!(text)))
            .await;
        is_found == json!(true)
    }

    /// Waits until the selection starts in the element with this id.
    pub async fn wait_until_in(&self, id: &str) {
        self.0
            .wait(&format!(
                "return getSelection().anchorNode?.parentElement.closest({}) != null",
                json!(format!("#{id}"))
            ))
            .await;
    }
}
