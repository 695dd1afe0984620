//! The live region, which announces what the app did.

use crate::Browser;

/// The live region.
pub struct Status<'b>(pub &'b Browser);

impl Status<'_> {
    /// Waits for a message with these words in the live region: that of the open dialog,
    /// or of the page.
    pub async fn wait_for(&self, words: &str) {
        self.0
            .wait(&format!("return (document.querySelector('dialog[open] [role=status]') ?? document.querySelector('[role=status]')).innerText.includes('{words}')"))
            .await;
    }

    /// Waits for the message that the sides were swapped.
    pub async fn wait_for_swapped(&self) {
        self.0
            .wait("return document.querySelector('[role=status]').innerText.startsWith('Now listed first: ')")
            .await;
    }
}
