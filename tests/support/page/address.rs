//! The address of the page, and the history of the window.

use std::fmt::Display;

use serde_json::{Value, json};

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
        let hash = json!(hash);
        self.0.eval(&format!("location.hash = {hash}")).await;
    }

    /// Waits for a path.
    pub async fn wait_for_path(&self, path: &str) {
        let path = json!(path);
        self.0
            .wait(&format!("return location.pathname === {path}"))
            .await;
    }

    /// Waits for a path that ends like this.
    pub async fn wait_for_path_end(&self, end: &str) {
        let end = json!(end);
        self.0
            .wait(&format!("return location.pathname.endsWith({end})"))
            .await;
    }

    /// Waits for a query.
    pub async fn wait_for_query(&self, query: &str) {
        let query = json!(query);
        self.0
            .wait(&format!("return location.search === {query}"))
            .await;
    }

    /// Waits for a hash.
    pub async fn wait_for_hash(&self, hash: &str) {
        let hash = json!(hash);
        self.0
            .wait(&format!("return location.hash === {hash}"))
            .await;
    }

    /// Waits until the hash is of an item, and the item has the focus.
    pub async fn wait_for_focused_target(&self, id: &str) {
        let id = json!(id);
        self.0
            .wait(&format!(
                "return location.hash === '#' + {id} && document.activeElement.id === {id}"
            ))
            .await;
    }

    /// Waits until the reader is back where they followed a link: there is no hash, the
    /// page is scrolled to `top`, and the link has the focus.
    pub async fn wait_until_back_at(&self, link: &str, top: impl Display) {
        let link = json!(link);
        self.0
            .wait(&format!(
                "return location.hash === '' && Math.abs(scrollY - {top}) < 3
             && document.activeElement === document.querySelector({link})"
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

    /// Waits for a query, and until the hash is of an item and the item has the focus.
    pub async fn wait_for_query_and_focused_target(&self, query: &str, id: &str) {
        self.0
            .wait(&format!(
                "return location.search === {query} && location.hash === '#' + {id} && document.activeElement.id === {id}",
                query = json!(query),
                id = json!(id)
            ))
            .await;
    }

    /// The origin: protocol, host and port.
    pub async fn origin(&self) -> String {
        eval_text(self.0, "return location.origin").await
    }

    /// Waits until the query is one of these.
    pub async fn wait_for_query_among(&self, queries: &[&str]) {
        self.0
            .wait(&format!(
                "return {}.includes(location.search)",
                json!(queries)
            ))
            .await;
    }

    /// Waits until the query includes each of these parts.
    pub async fn wait_for_query_including(&self, parts: &[&str]) {
        self.0
            .wait(&format!(
                "return {}.every((part) => location.search.includes(part))",
                json!(parts)
            ))
            .await;
    }

    /// Makes the browser refuse history entries, as browsers may for a file.
    pub async fn refuse_history_entries(&self) {
        self.0
            .eval(
                "window.refused = 0;
             for (const name of ['pushState', 'replaceState'])
               History.prototype[name] = () => { window.refused += 1; throw new DOMException('no', 'SecurityError'); }",
            )
            .await;
    }

    /// Waits until a history entry was refused. See [`Address::refuse_history_entries`].
    pub async fn wait_until_history_entry_refused(&self) {
        self.0.wait("return window.refused > 0").await;
    }

    /// The path.
    pub async fn path(&self) -> String {
        eval_text(self.0, "return location.pathname").await
    }

    /// Waits for a whole URL.
    pub async fn wait_for_url(&self, url: &str) {
        self.0
            .wait(&format!("return location.href === {}", json!(url)))
            .await;
    }

    /// Goes to an address by script, absolute or relative to the page.
    pub async fn go_to(&self, address: &str) {
        self.0
            .eval(&format!("location.assign({})", json!(address)))
            .await;
    }

    /// Waits for a path and a page that is not the one for addresses that name nothing.
    pub async fn wait_for_path_of_existing_page(&self, path: &str) {
        self.0
            .wait(&format!(
                "return location.pathname === {} && document.querySelector('.site').dataset.page !== 'missing'",
                json!(path)
            ))
            .await;
    }
}
