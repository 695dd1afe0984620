//! The live region, which announces what the app did.

use serde_json::json;

use crate::Browser;

/// The live region.
pub struct Status<'b>(pub &'b Browser);

impl Status<'_> {
    /// Waits for a message with these words in the live region: that of the open dialog,
    /// or of the page.
    pub async fn wait_for(&self, words: &str) {
        let words = json!(words);
        self.0
            .wait(&format!("return (document.querySelector('dialog[open] [role=status]') ?? document.querySelector('[role=status]')).innerText.includes({words})"))
            .await;
    }

    /// Waits for the message that the sides were swapped.
    pub async fn wait_for_swapped(&self) {
        self.0
            .wait("return document.querySelector('[role=status]').innerText.startsWith('Now listed first: ')")
            .await;
    }

    /// Waits until the live region of the page says that the link was copied, or, if it
    /// says nothing, until a dialog shows the link to copy by hand.
    pub async fn wait_for_copied_link(&self) {
        self.0
            .wait(
                "const said = document.querySelector('[role=status]').innerText;
             return said === 'Link copied' || (said === '' && document.querySelector('dialog[open] textarea') !== null)",
            )
            .await;
    }
}
