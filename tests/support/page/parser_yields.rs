//! The empty scripts in the ledger and after each section, at which the parser yields so
//! that the browser can paint.

use crate::Browser;

/// The places where the parser yields.
pub struct ParserYields<'b>(pub &'b Browser);

impl ParserYields<'_> {
    /// The number of points before each of them.
    pub async fn points_before(&self) -> Vec<u64> {
        let counts = self
            .0
            .eval(
                "return [...document.querySelectorAll('script[type=\"text/plain\"]')]
               .map((one) => [...document.querySelectorAll('.ledger > .point')]
                 .filter((point) => point.compareDocumentPosition(one) & 4).length)",
            )
            .await;
        serde_json::from_value(counts).unwrap()
    }

    /// The number of them that have text or a box.
    pub async fn count_with_text_or_box(&self) -> u64 {
        let count = self
            .0
            .eval(
                "return [...document.querySelectorAll('script[type=\"text/plain\"]')]
               .filter((one) => one.textContent || one.getClientRects().length).length",
            )
            .await;
        count.as_u64().unwrap()
    }
}
