//! The table of contents, which marks the current section.

use serde_json::{Value, json};

use crate::Browser;

/// The table of contents.
pub struct Contents<'b>(pub &'b Browser);

impl Contents<'_> {
    /// The number of entries that are marked as current.
    pub async fn current_count(&self) -> Value {
        self.0
            .eval("return document.querySelectorAll('.contents [aria-current]').length")
            .await
    }

    /// Waits until only the entry of this section is marked as current.
    pub async fn wait_for_current(&self, id: &str) {
        let id = json!(id);
        self.0
            .wait(&format!(
                "const here = [...document.querySelectorAll('.contents [aria-current]')];
             return here.length === 1 && here[0].getAttribute('href') === '#' + {id} && here[0].getAttribute('aria-current') === 'location'"
            ))
            .await;
    }

    /// Waits until the entries of exactly these points are set apart as hidden.
    pub async fn wait_for_left_out(&self, ids: &[&str]) {
        self.0
            .wait(&format!(
                "const hidden = [...document.querySelectorAll('.contents [data-left-out]')];
             return JSON.stringify(hidden.map((one) => one.hash.slice(1))) === JSON.stringify({})",
                json!(ids)
            ))
            .await;
    }

    /// The line that names the current section while the table is out of view.
    pub async fn whereabouts(&self) -> Value {
        self.0
            .eval("return document.querySelector('.whereabouts').textContent")
            .await
    }

    /// Waits until no section is current, and no line names one.
    pub async fn wait_for_no_current(&self) {
        self.0
            .wait("return document.querySelector('.contents [aria-current]') === null && document.querySelector('.whereabouts').hidden")
            .await;
    }

    /// Scrolls to an item, and again until some section is marked as current.
    pub async fn scroll_until_current(&self, id: &str) {
        self.0
            .wait(&format!(
                "document.getElementById({}).scrollIntoView();
             return document.querySelector('.contents [aria-current]') !== null",
                json!(id)
            ))
            .await;
    }
}
