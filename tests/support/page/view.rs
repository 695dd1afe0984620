//! The view of a dispute: which points are visible, which statements match, which side
//! stands first, and the query that links to the view.

use serde_json::json;

use crate::Browser;

/// The view of a dispute.
pub struct View<'b>(pub &'b Browser);

impl View<'_> {
    /// Waits until a point is hidden, and the query starts like this.
    pub async fn wait_for_hidden_point_and_query_start(&self, start: &str) {
        self.0
            .wait(&format!(
                "return location.search.startsWith({}) && document.querySelector('.point[hidden]') !== null",
                json!(start)
            ))
            .await;
    }

    /// Waits until no point is hidden, and the address has no query.
    pub async fn wait_for_all_points_and_no_query(&self) {
        self.0
            .wait("return document.querySelector('.point[hidden]') === null && location.search === ''")
            .await;
    }

    /// Waits until the heading of the first column is `says`, and the query is this one.
    pub async fn wait_for_first_side_and_query(&self, says: &str, query: &str) {
        self.0
            .wait(&format!(
                "return document.querySelector('.cell__head').textContent === {} && location.search === {}",
                json!(says),
                json!(query)
            ))
            .await;
    }

    /// Waits until at least one point is visible, but fewer than this.
    pub async fn wait_for_fewer_points_than(&self, count: usize) {
        self.0
            .wait(&format!(
                "const shown = document.querySelectorAll('.ledger > .point:not([hidden])').length;
                 return shown > 0 && shown < {count}"
            ))
            .await;
    }

    /// Waits until the first heading of the ledger is `first`, and of `statements` exactly
    /// `matches` match, which are sorted.
    pub async fn wait_for_matches_among(
        &self,
        first: &str,
        statements: &[String],
        matches: &[String],
    ) {
        self.0
            .wait(&format!(
                "const of = (selector) => [...document.querySelectorAll(selector)].map((one) => one.id);
                 const first = document.querySelector('.ledger__head').textContent;
                 const shown = [first, of('[data-match]').filter((id) => {}.includes(id)).sort()];
                 return JSON.stringify(shown) === JSON.stringify({})",
                json!(statements),
                json!([first, matches])
            ))
            .await;
    }
}
