//! A clipboard that records what the app copies.

use serde_json::{Value, json};

use crate::Browser;

/// The clipboard of the page.
pub struct Clipboard<'b>(pub &'b Browser);

impl Clipboard<'_> {
    /// Replaces the clipboard with one that records in `window.copied`.
    pub async fn replace(&self) {
        self.0
            .eval(
                "window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
      writeText: (text) => { window.copied.push(text); return Promise.resolve(); } } })",
            )
            .await;
    }

    /// The copied texts.
    pub async fn copied(&self) -> Value {
        self.0.eval("return window.copied").await
    }

    /// Waits until this number of texts was copied.
    pub async fn wait_for_count(&self, count: u64) {
        self.0
            .wait(&format!("return window.copied.length === {count}"))
            .await;
    }

    /// Waits until the last text that was copied starts like this.
    pub async fn wait_for_last(&self, start: &str) {
        self.0
            .wait(&format!(
                "return window.copied.at(-1)?.startsWith({}) === true",
                json!(start)
            ))
            .await;
    }
}
