//! The page that is shown without a connection, which lists the cached pages.

use serde_json::{Value, json};

use crate::Browser;

/// The page that is shown without a connection.
pub struct OfflinePage<'b>(pub &'b Browser);

impl OfflinePage<'_> {
    /// The paths of the cached pages in the list.
    pub async fn listed_paths(&self) -> Value {
        self.0
            .eval("return [...document.querySelectorAll('[data-cached] a')].map((link) => link.pathname)")
            .await
    }

    /// Waits until the page with this path is shown instead.
    pub async fn wait_until_replaced_by(&self, path: &str) {
        let path = json!(path);
        self.0
            .wait(&format!(
                "return location.pathname === {path} && document.querySelector('.site').dataset.page !== 'offline'"
            ))
            .await;
    }
}
