//! The session storage of the tab.

use serde_json::json;

use crate::Browser;

/// The session storage of the tab.
pub struct SessionStorage<'b>(pub &'b Browser);

impl SessionStorage<'_> {
    /// The names of the stored values.
    pub async fn keys(&self) -> Vec<String> {
        let keys = self.0.eval("return Object.keys(sessionStorage)").await;
        serde_json::from_value(keys).unwrap()
    }

    /// The value with a name, if there is one.
    pub async fn get(&self, key: &str) -> Option<String> {
        let value = self
            .0
            .eval(&format!("return sessionStorage.getItem({})", json!(key)))
            .await;
        value.as_str().map(str::to_owned)
    }

    /// Waits until the value with a name is this one.
    pub async fn wait_for(&self, key: &str, value: &str) {
        self.0
            .wait(&format!(
                "return sessionStorage.getItem({}) === {}",
                json!(key),
                json!(value)
            ))
            .await;
    }

    /// Waits until the first sourcing on the page is unfolded, and something is stored.
    pub async fn wait_for_any_after_unfolding(&self) {
        self.0
            .wait("return document.querySelector('.sourcing').open && sessionStorage.length > 0")
            .await;
    }
}
