//! The sourcing of the first statement of a page.

use serde_json::json;

use crate::Browser;

/// A script that returns whether the sourcing is unfolded and its chain takes up height.
const IS_UNFOLDED: &str = "return document.querySelector('.sourcing').open && document.querySelector('.chain').offsetHeight > 0";

/// The sourcing of the first statement of the page.
pub struct Sourcing<'b>(pub &'b Browser);

impl Sourcing<'_> {
    /// Whether the sourcing is unfolded and its chain takes up height.
    pub async fn is_unfolded(&self) -> bool {
        self.0.eval(IS_UNFOLDED).await == json!(true)
    }

    /// Waits until the sourcing is unfolded and its chain takes up height.
    pub async fn wait_until_unfolded(&self) {
        self.0.wait(IS_UNFOLDED).await;
    }

    /// The same; the message of a timeout names the circumstances.
    pub async fn wait_until_unfolded_with(&self, circumstances: &str) {
        self.0
            .wait(&format!("/* {circumstances} */ {IS_UNFOLDED}"))
            .await;
    }

    /// Waits until the sourcing is folded.
    pub async fn wait_until_folded(&self) {
        self.0
            .wait("return !document.querySelector('.sourcing').open")
            .await;
    }

    /// Scrolls the summary to the centre of the viewport, and waits for three animation
    /// frames.
    pub async fn scroll_to_summary(&self) {
        let scroll = "const [done] = arguments;
        document.querySelector('.sourcing__summary').scrollIntoView({ block: 'center' });
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        self.0
            .client
            .execute_async(scroll, Vec::new())
            .await
            .unwrap();
    }
}
