//! The local storage of the site.

use serde_json::json;

use crate::Browser;

/// The local storage of the site.
pub struct LocalStorage<'b>(pub &'b Browser);

impl LocalStorage<'_> {
    /// The names of the stored values.
    pub async fn keys(&self) -> Vec<String> {
        let keys = self.0.eval("return Object.keys(localStorage)").await;
        serde_json::from_value(keys).unwrap()
    }

    /// Stores a value under a name.
    pub async fn set(&self, key: &str, value: &str) {
        self.0
            .eval(&format!(
                "localStorage.setItem({}, {})",
                json!(key),
                json!(value)
            ))
            .await;
    }

    /// Removes the value with a name.
    pub async fn remove(&self, key: &str) {
        self.0
            .eval(&format!("localStorage.removeItem({})", json!(key)))
            .await;
    }
}
