//! The viewport: the scroll position, and what is in view.

use serde_json::Value;

use crate::Browser;

/// The viewport of the page.
pub struct Viewport<'b>(pub &'b Browser);

impl Viewport<'_> {
    /// Waits until the top of an element is in view.
    pub async fn wait_for(&self, id: &str) {
        self.0
            .wait(&format!("const top = document.getElementById('{id}').getBoundingClientRect().top; return top >= 0 && top < innerHeight"))
            .await;
    }

    /// The distance that the page is scrolled.
    pub async fn top(&self) -> Value {
        self.0.eval("return scrollY").await
    }

    /// Waits until the page is scrolled.
    pub async fn wait_until_scrolled(&self) {
        self.0.wait("return scrollY > 0").await;
    }

    /// Scrolls to the top of the page.
    pub async fn scroll_to_top(&self) {
        self.0.eval("scrollTo(0, 0)").await;
    }

    /// Scrolls to the end of the page.
    pub async fn scroll_to_end(&self) {
        self.0
            .eval("scrollTo(0, document.documentElement.scrollHeight)")
            .await;
    }

    /// Scrolls an element to the top of the viewport.
    pub async fn scroll_to(&self, id: &str) {
        self.0
            .eval(&format!("document.getElementById('{id}').scrollIntoView()"))
            .await;
    }

    /// Scrolls the first element for a selector to the centre of the viewport.
    pub async fn scroll_to_centre(&self, selector: &str) {
        self.0
            .eval(&format!(
                "document.querySelector(\"{selector}\").scrollIntoView({{ block: 'center' }})"
            ))
            .await;
    }

    /// The distance that the page is scrolled, in whole pixels.
    pub async fn rounded_top(&self) -> Value {
        self.0.eval("return Math.round(scrollY)").await
    }

    /// Waits until the page is scrolled to its top.
    pub async fn wait_until_at_top(&self) {
        self.0.wait("return scrollY === 0").await;
    }

    /// By how many pixels the page is wider than the viewport.
    pub async fn horizontal_overflow(&self) -> Value {
        self.0
            .eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await
    }
}
