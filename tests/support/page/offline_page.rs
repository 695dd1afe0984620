//! The page that is shown without a connection, which lists the cached pages.

use serde_json::Value;

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
}
