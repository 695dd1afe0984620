//! What a page shows, has loaded, and has written to the console.

use fantoccini::Locator;

use super::commands::{Computed, Console};
use super::{Browser, Engine};

impl Browser {
    /// The visible text of the first element for a selector.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub async fn text(&self, selector: &str) -> String {
        self.client
            .find(Locator::Css(selector))
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    }

    /// The accessible name of the first element for a selector.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub async fn name_of(&self, selector: &str) -> String {
        self.computed("label", selector).await
    }

    /// The accessible role of the first element for a selector.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub async fn role_of(&self, selector: &str) -> String {
        self.computed("role", selector).await
    }

    async fn computed(&self, what: &'static str, selector: &str) -> String {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        let computed = Computed(what, element.element_id().to_string());
        let computed = self.client.issue_cmd(computed).await.unwrap();
        computed.as_str().unwrap().to_owned()
    }

    /// The errors and warnings in Chromium's console since the last call; nothing
    /// for other browsers.
    ///
    /// # Panics
    ///
    /// If the driver does not answer.
    pub async fn console(&self) -> Vec<String> {
        // Only chromedriver has a log.
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let log = self.client.issue_cmd(Console).await.unwrap();
        let entries = log.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter(|entry| entry["level"] != "INFO" && entry["level"] != "DEBUG")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The URLs of the resources that the page has loaded.
    ///
    /// # Panics
    ///
    /// If the browser does not answer.
    pub async fn loaded_urls(&self) -> Vec<String> {
        let names = self
            .eval("return performance.getEntriesByType('resource').map((entry) => entry.name)")
            .await;
        names
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    }
}
