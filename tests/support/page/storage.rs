//! What a page can store outside of the local and the session storage.

use super::{eval_async, eval_text};
use crate::Browser;

/// The cookies and databases of the site, and the name of the window.
pub struct Storage<'b>(pub &'b Browser);

impl Storage<'_> {
    /// The cookies that scripts can see.
    pub async fn cookies(&self) -> String {
        eval_text(self.0, "return document.cookie").await
    }

    /// The names of the IndexedDB databases, if the browser can list them.
    pub async fn database_names(&self) -> Vec<String> {
        let names = eval_async(
            self.0,
            "return indexedDB.databases ? (await indexedDB.databases()).map((base) => base.name) : []",
        )
        .await;
        serde_json::from_value(names).unwrap()
    }

    /// The name of the window, which outlives its pages.
    pub async fn window_name(&self) -> String {
        eval_text(self.0, "return window.name").await
    }
}
