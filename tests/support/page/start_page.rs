//! The start page, which lists the disputes.

use serde_json::{Value, json};

use crate::Browser;

/// The disputes in the list, by the last path segment of their URL.
const LISTED: &str =
    "return [...document.querySelectorAll('.disputes .feature:not([hidden]) .feature__question a')]
    .map((one) => one.pathname.split('/').at(-2)).join(' ')";

/// The start page.
pub struct StartPage<'b>(pub &'b Browser);

impl StartPage<'_> {
    /// The disputes in the list, by the last path segment of their URL, separated by
    /// spaces.
    pub async fn disputes(&self) -> Value {
        self.0.eval(LISTED).await
    }

    /// Waits until exactly these disputes are in the list.
    pub async fn wait_for_disputes(&self, ids: &str) {
        let ids = json!(ids);
        self.0
            .wait(&format!("return (() => {{ {LISTED} }})() === {ids}"))
            .await;
    }

    /// Waits for the message about the matches in the live region.
    pub async fn wait_for_message(&self, words: &str) {
        let words = json!(words);
        self.0
            .wait(&format!(
                "return document.querySelector('.disputes [aria-live]').innerText === {words}"
            ))
            .await;
    }

    /// Empties the search field by script.
    pub async fn clear_search(&self) {
        let field = "const field = document.querySelector('.disputes input');
        field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))";
        self.0.eval(field).await;
    }
}
