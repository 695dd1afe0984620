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

    /// Forgets the copied texts.
    pub async fn clear(&self) {
        self.0.eval("window.copied = []").await;
    }

    /// Makes the clipboard reject what the app copies.
    pub async fn refuse(&self) {
        self.0
            .eval("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } })")
            .await;
    }

    /// Removes the clipboard, as in a browser without the clipboard API.
    pub async fn remove(&self) {
        self.0
            .eval("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })")
            .await;
    }

    /// Replaces the legacy API, `execCommand`, with one that records in `window.by`.
    pub async fn replace_legacy_api(&self) {
        self.0
            .eval("document.execCommand = (name) => { window.by = [name, String(getSelection()) || document.activeElement.value]; return true; }")
            .await;
    }

    /// The last command to the legacy API, and the text that was selected then.
    pub async fn legacy_command_and_text(&self) -> (String, String) {
        serde_json::from_value(self.0.eval("return window.by").await).unwrap()
    }

    /// Makes the legacy API fail.
    pub async fn break_legacy_api(&self) {
        self.0.eval("document.execCommand = () => false").await;
    }
}
