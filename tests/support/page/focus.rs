//! The element that has the focus.

use serde_json::{Value, json};

use crate::Browser;

/// The focus of the page.
pub struct Focus<'b>(pub &'b Browser);

impl Focus<'_> {
    /// The id of the focused element.
    pub async fn id(&self) -> Value {
        self.0.eval("return document.activeElement.id").await
    }

    /// Waits until the element with this id has the focus.
    pub async fn wait_for_id(&self, id: &str) {
        let id = json!(id);
        self.0
            .wait(&format!("return document.activeElement.id === {id}"))
            .await;
    }

    /// Waits until the first element for a selector has the focus.
    pub async fn wait_for(&self, selector: &str) {
        let selector = json!(selector);
        self.0
            .wait(&format!(
                "return document.activeElement === document.querySelector({selector})"
            ))
            .await;
    }

    /// Waits until the heading of the page has the focus.
    pub async fn wait_for_heading(&self) {
        self.0
            .wait("return document.activeElement.tagName === 'H1'")
            .await;
    }

    /// Focuses the first element for a selector.
    pub async fn set(&self, selector: &str) {
        let selector = json!(selector);
        self.0
            .eval(&format!("document.querySelector({selector}).focus()"))
            .await;
    }

    /// Takes the focus from the focused element.
    pub async fn clear(&self) {
        self.0.eval("document.activeElement.blur()").await;
    }
}
