//! The address of the page, and the history of the window.

use std::fmt::Display;

use serde_json::Value;

use super::eval_text;
use crate::Browser;

/// The address of the page, and the history of the window.
pub struct Address<'b>(pub &'b Browser);

impl Address<'_> {
    /// The path, query and hash.
    pub async fn path_query_and_hash(&self) -> String {
        eval_text(
            self.0,
            "return location.pathname + location.search + location.hash",
        )
        .await
    }

    /// The path and query.
    pub async fn path_and_query(&self) -> String {
        eval_text(self.0, "return location.pathname + location.search").await
    }

    /// The path and hash.
    pub async fn path_and_hash(&self) -> String {
        eval_text(self.0, "return location.pathname + location.hash").await
    }

    /// The query, with its question mark.
    pub async fn query(&self) -> String {
        eval_text(self.0, "return location.search").await
    }

    /// The hash, with its number sign.
    pub async fn hash(&self) -> String {
        eval_text(self.0, "return location.hash").await
    }

    /// Sets the hash, as a reader does who edits the address.
    pub async fn set_hash(&self, hash: &str) {
        self.0.eval(&format!("location.hash = '{hash}'")).await;
    }

    /// Waits for a path.
    pub async fn wait_for_path(&self, path: &str) {
        self.0
            .wait(&format!("return location.pathname === '{path}'"))
            .await;
    }

    /// Waits for a path that ends like this.
    pub async fn wait_for_path_end(&self, end: &str) {
        self.0
            .wait(&format!("return location.pathname.endsWith('{end}')"))
            .await;
    }

    /// Waits for a query.
    pub async fn wait_for_query(&self, query: &str) {
        self.0
            .wait(&format!("return location.search === '{query}'"))
            .await;
    }

    /// Waits for a hash.
    pub async fn wait_for_hash(&self, hash: &str) {
        self.0
            .wait(&format!("return location.hash === '{hash}'"))
            .await;
    }

    /// Waits until the hash is of an item, and the item has the focus.
    pub async fn wait_for_focused_target(&self, id: &str) {
        self.0
            .wait(&format!(
                "return location.hash === '#{id}' && document.activeElement.id === '{id}'"
            ))
            .await;
    }

    /// Waits until the reader is back where they followed a link: there is no hash, the
    /// page is scrolled to `top`, and the link has the focus.
    pub async fn wait_until_back_at(&self, link: &str, top: impl Display) {
        self.0
            .wait(&format!(
                "return location.hash === '' && Math.abs(scrollY - {top}) < 3
             && document.activeElement === document.querySelector(\"{link}\")"
            ))
            .await;
    }

    /// The number of history entries.
    pub async fn history_length(&self) -> Value {
        self.0.eval("return history.length").await
    }

    /// Goes back by script.
    pub async fn go_back(&self) {
        self.0.eval("history.back()").await;
    }

    /// The protocol and path.
    pub async fn protocol_and_path(&self) -> String {
        eval_text(self.0, "return location.protocol + location.pathname").await
    }
}
