//! The page for an address that names nothing, which suggests what may be meant.

use serde_json::json;

use crate::Browser;

/// The page for an address that names nothing.
pub struct MissingPage<'b>(pub &'b Browser);

impl MissingPage<'_> {
    /// Waits until the suggestions are from exactly this dispute.
    pub async fn wait_for_only_dispute(&self, id: &str) {
        self.0
            .wait(&format!(
                "return [...document.querySelectorAll('main [data-dispute]')].filter((one) => !one.hidden)
        .map((one) => one.dataset.dispute).join() === {}",
                json!(id)
            ))
            .await;
    }
}
