//! The questions of the points, which link to the pages of the points.

use crate::Browser;

/// The questions of the points of a dispute, each a link, by their index on the page.
pub struct Questions<'b>(pub &'b Browser);

impl Questions<'_> {
    /// Scrolls a question to the centre of the viewport.
    pub async fn scroll_to(&self, index: u64) {
        self.0
            .eval(&format!(
                "document.querySelectorAll('.point__question a')[{index}].scrollIntoView({{ block: 'center' }})"
            ))
            .await;
    }

    /// Follows the link of a question by script.
    pub async fn follow(&self, index: u64) {
        self.0
            .eval(&format!(
                "document.querySelectorAll('.point__question a')[{index}].click()"
            ))
            .await;
    }

    /// Waits until a question has the focus.
    pub async fn wait_for_focus(&self, index: u64) {
        self.0
            .wait(&format!(
                "return document.activeElement === document.querySelectorAll('.point__question a')[{index}]"
            ))
            .await;
    }
}
