//! The style sheets of the page, and what they add to it or hide.

use serde_json::json;

use crate::Browser;

/// The style sheets of the page, and what they add to it or hide.
pub struct Styles<'b>(pub &'b Browser);

impl Styles<'_> {
    /// Whether some style sheet of the page has rules.
    pub async fn have_rules(&self) -> bool {
        self.0
            .eval("return [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0)")
            .await
            == json!(true)
    }

    /// Removes the style sheets of the page.
    pub async fn remove(&self) {
        self.0
            .eval(
                "document.querySelectorAll('link[rel=stylesheet], style').forEach((one) => one.remove())",
            )
            .await;
    }

    /// The number of elements before or after which styles generate quotation marks.
    pub async fn generated_quotation_count(&self) -> u64 {
        self.0
            .eval(
                "return [...document.querySelectorAll('main *')].filter((one) =>
                     ['::before', '::after'].some((part) => getComputedStyle(one, part).content.includes('quote'))).length",
            )
            .await
            .as_u64()
            .unwrap()
    }

    /// Replaces each visually hidden text with these words. Returns how many there were.
    pub async fn replace_visually_hidden_texts(&self, words: &str) -> u64 {
        let words = json!(words);
        self.0
            .eval(&format!(
                "const hidden = [...document.querySelectorAll('main .visually-hidden:not(textarea)')];
             for (const one of hidden) {{ one.textContent = {words}; }}
             return hidden.length"
            ))
            .await
            .as_u64()
            .unwrap()
    }

    /// Ends all animations and their delays.
    pub async fn finish_animations(&self) {
        self.0
            .eval("document.getAnimations().forEach((one) => one.finish())")
            .await;
    }
}
