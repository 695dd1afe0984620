//! Clicks and types.

use fantoccini::Locator;

use super::{Browser, Engine};

impl Browser {
    /// Clicks the first element for a selector.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub async fn click(&self, selector: &str) {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        // If the page has scroll padding, WebKit's driver considers elements just
        // below the window visible and does not scroll to them. The browser itself
        // does.
        if self.engine == Engine::Webkit {
            let scroll = "arguments[0].scrollIntoView({ block: 'nearest' })";
            let arguments = vec![serde_json::to_value(&element).unwrap()];
            self.client.execute(scroll, arguments).await.unwrap();
        }
        element.click().await.unwrap();
    }

    /// Types into the focused element, or into the page if there is none.
    ///
    /// # Panics
    ///
    /// If the driver can't.
    pub async fn type_text(&self, keys: &str) {
        let focused = self.client.active_element().await.unwrap();
        let before = focused.prop("value").await.unwrap();
        let typed = focused.send_keys(keys).await;
        // WebKit's driver sometimes returns an uninformative error. If nothing was
        // typed either, retry once.
        let nothing_typed = typed.is_err()
            && self.engine == Engine::Webkit
            && before.is_some()
            && focused.prop("value").await.unwrap() == before;
        if nothing_typed {
            focused.send_keys(keys).await.unwrap();
        } else {
            typed.unwrap();
        }
    }
}
