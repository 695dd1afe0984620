//! The search and the filters of a dispute.

use serde_json::{Value, json};

use crate::Browser;

/// The search and the filters of a dispute.
pub struct Finder<'b>(pub &'b Browser);

impl Finder<'_> {
    /// Sets the words of the search by script.
    pub async fn search(&self, words: &str) {
        let script = "const field = document.querySelector('#_search');
        field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
        let words = vec![json!(words)];
        self.0.client.execute(script, words).await.unwrap();
    }

    /// The words in the search field.
    pub async fn words(&self) -> Value {
        self.0
            .eval("return document.getElementById('_search').value")
            .await
    }

    /// Waits until the search field has these words.
    pub async fn wait_for_words(&self, words: &str) {
        self.0
            .wait(&format!(
                "return document.getElementById('_search').value === '{words}'"
            ))
            .await;
    }

    /// The words that are highlighted as matches.
    pub async fn highlighted(&self) -> Value {
        self.0
            .eval(
                "return [...(CSS.highlights?.get('found') ?? [])].map((range) => range.toString())",
            )
            .await
    }

    /// Waits until the count of matches is shown and announced.
    pub async fn wait_for_count(&self, count: &str) {
        self.0
            .wait(&format!(
                "const text = (selector) => document.querySelector(selector).textContent;
             return text('.finder__count') === '{count}' && text('.finder [aria-live]') === '{count}'"
            ))
            .await;
    }

    /// Waits until the filters are there.
    pub async fn wait_for_filters(&self) {
        self.0
            .wait("return document.querySelector('.finder__choices label') !== null")
            .await;
    }

    /// Sets the filter with this label by script.
    pub async fn choose(&self, label: &str, value: &str) {
        self.0
            .eval(&format!(
                "const label = [...document.querySelectorAll('.finder__choices label')].find((one) => one.innerText.startsWith('{label}'));
             const field = label.querySelector('select, input');
             field.value = '{value}';
             field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            ))
            .await;
    }

    /// Records the count of matches whenever it changes, for [`Finder::recorded`].
    pub async fn record_counts(&self) {
        self.0
            .eval("window.heard = []; new MutationObserver(() => heard.push(document.querySelector('.finder__count').innerText)).observe(document.querySelector('.finder__count'), { childList: true, subtree: true })")
            .await;
    }

    /// Records what the live region announces, for [`Finder::recorded`].
    pub async fn record_announcements(&self) {
        let live = "document.querySelector('.finder [aria-live]')";
        self.0
            .eval(&format!("window.heard = []; new MutationObserver(() => heard.push({live}.textContent)).observe({live}, {{ childList: true, subtree: true, characterData: true }})"))
            .await;
    }

    /// What was recorded.
    pub async fn recorded(&self) -> Value {
        self.0.eval("return heard").await
    }

    /// Waits until something was recorded.
    pub async fn wait_until_recorded(&self) {
        self.0.wait("return heard.length > 0").await;
    }
}
