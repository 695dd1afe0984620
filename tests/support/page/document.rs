//! The document: its HTML, and whether a navigation replaced it.

use serde_json::json;

use super::eval_text;
use crate::Browser;

/// The document of the window.
pub struct Document<'b>(pub &'b Browser);

impl Document<'_> {
    /// The HTML as it is now, as a browser saves it.
    pub async fn html(&self) -> String {
        eval_text(
            self.0,
            "return '<!DOCTYPE html>' + document.documentElement.outerHTML",
        )
        .await
    }

    /// Marks the document, for [`Document::has_stayed`].
    pub async fn mark(&self) {
        self.0.eval("window.stayed = true").await;
    }

    /// Whether no other document was loaded since [`Document::mark`].
    pub async fn has_stayed(&self) -> bool {
        self.0.eval("return window.stayed").await == json!(true)
    }

    /// Waits until another document was loaded since [`Document::mark`].
    pub async fn wait_until_replaced(&self) {
        self.0.wait("return window.stayed === undefined").await;
    }

    /// Reloads the page as a reader does, and waits until the app has hydrated it. The
    /// driver's own reload may bypass the service worker.
    pub async fn reload(&self) {
        self.0.eval("window.before = true; location.reload()").await;
        self.0
            .wait("return window.before === undefined && document.querySelector('#app')?.dataset.app === 'ready'")
            .await;
    }
}
