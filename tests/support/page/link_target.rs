//! The target of a link: the item or section that the hash names.

use serde_json::json;

use crate::Browser;

/// An item or section as the target of a link.
pub struct LinkTarget<'b> {
    browser: &'b Browser,
    id: &'b str,
}

impl<'b> LinkTarget<'b> {
    /// The item or section with this id.
    pub fn new(browser: &'b Browser, id: &'b str) -> Self {
        Self { browser, id }
    }

    /// Waits until a JavaScript expression is `true` in which `id` is the id, `hash` is
    /// the hash that names it, and `here` is the element.
    async fn wait_for(&self, expression: &str) {
        self.browser
            .wait(&format!(
                "const id = {}, hash = '#' + id, here = document.getElementById(id); return {expression}",
                json!(self.id)
            ))
            .await;
    }

    /// Waits until the hash is that of the target, and the page of the dispute is shown.
    pub async fn wait_for_hash_on_explainer(&self) {
        self.wait_for("location.hash === hash && document.querySelector('.opening') !== null")
            .await;
    }

    /// Waits until the hash is that of the target, and the target is marked.
    pub async fn wait_for_hash_and_mark(&self) {
        self.wait_for("location.hash === hash && here.hasAttribute('data-here')")
            .await;
    }

    /// Waits until the hash is that of the target, and the target has the focus and is
    /// marked.
    pub async fn wait_for_hash_focus_and_mark(&self) {
        self.wait_for(
            "location.hash === hash && document.activeElement.id === id && here.hasAttribute('data-here')",
        )
        .await;
    }

    /// Waits until the path is this one, the hash is that of the target, and the target
    /// has the focus.
    pub async fn wait_for_path_hash_and_focus(&self, path: &str) {
        self.wait_for(&format!(
            "location.pathname === {} && location.hash === hash && document.activeElement.id === id",
            json!(path)
        ))
        .await;
    }

    /// Waits until the target is marked, and its top is above the middle of the viewport.
    pub async fn wait_for_mark_above_middle(&self) {
        self.wait_for(
            "here.hasAttribute('data-here') && here.getBoundingClientRect().top < innerHeight / 2",
        )
        .await;
    }

    /// Waits until the page is scrolled, and the top of the target is in the upper half of
    /// the viewport, below the sticky headings.
    pub async fn wait_until_in_upper_half(&self) {
        let heads = "document.querySelector('.ledger__heads').offsetHeight";
        let top = "here.getBoundingClientRect().top";
        self.wait_for(&format!(
            "scrollY > 0 && {top} >= {heads} && {top} < innerHeight / 2"
        ))
        .await;
    }
}
