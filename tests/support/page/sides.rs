//! The two sides: their order, and the cells with what each says.

use serde_json::json;

use crate::Browser;

/// The two sides on the page of a dispute, or on that of one of its items.
pub struct Sides<'b>(pub &'b Browser);

impl Sides<'_> {
    /// Waits until this side, `first` or `second` in the data, is listed first, and the
    /// query has these words, or lacks them if not `is_in_query`.
    pub async fn wait_for_order_and_query(&self, side: &str, words: &str, is_in_query: bool) {
        self.0
            .wait(&format!(
                "return document.querySelector('main [data-side]')?.dataset.side === {} && location.search.includes({}) === {is_in_query}",
                json!(side),
                json!(words)
            ))
            .await;
    }

    /// The headings of the cells that have more text than a heading.
    pub async fn headings_of_filled_cells(&self) -> Vec<String> {
        let headings = self
            .0
            .eval(
                "return [...document.querySelectorAll('.cell')].filter((cell) => cell.innerText.trim().length > 30)
                     .map((cell) => cell.querySelector('.cell__head').innerText)",
            )
            .await;
        serde_json::from_value(headings).unwrap()
    }
}
