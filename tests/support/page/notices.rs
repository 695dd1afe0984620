//! The notices on top of a page: about an unknown id, and about a version that changed.

use serde_json::{Value, json};

use crate::Browser;

/// The notices on top of the page.
pub struct Notices<'b>(pub &'b Browser);

impl Notices<'_> {
    /// Waits for the notice about an unknown id.
    pub async fn wait_for_missing(&self) {
        self.0
            .wait("return document.querySelector('#_missing') !== null")
            .await;
    }

    /// Waits until there is no notice about an unknown id.
    pub async fn wait_for_no_missing(&self) {
        self.0
            .wait("return document.querySelector('#_missing') === null")
            .await;
    }

    /// Waits for the notice that the item changed.
    pub async fn wait_for_changed(&self) {
        self.0
            .wait("return document.querySelector('#_changed') !== null")
            .await;
    }

    /// The notice that the item changed, or null.
    pub async fn changed(&self) -> Value {
        self.0
            .eval("return document.querySelector('#_changed')?.innerText ?? null")
            .await
    }

    /// Waits until the notice about an unknown id has the focus, and quotes the id.
    pub async fn wait_for_focused_missing(&self, id: &str) {
        self.0
            .wait(&format!(
                "return document.activeElement.id === '_missing' && document.activeElement.innerText.includes({})",
                json!(format!("“{id}”"))
            ))
            .await;
    }

    /// Waits until the path ends like this, and no notice says that the item changed.
    pub async fn wait_for_path_end_without_changed(&self, end: &str) {
        self.0
            .wait(&format!(
                "return location.pathname.endsWith({}) && document.querySelector('#_changed') === null",
                json!(end)
            ))
            .await;
    }

    /// Waits until the page of an item is shown with the notice that the item changed.
    pub async fn wait_for_changed_on_item_page(&self) {
        self.0
            .wait("return document.querySelector('main .item') !== null && document.querySelector('#_changed') !== null")
            .await;
    }
}
