//! The cells of a ledger, in which each side has its words or its absence.

use crate::Browser;

/// The cells of a ledger.
pub struct Cells<'b>(pub &'b Browser);

impl Cells<'_> {
    /// The number of cells in each row that have a heading, and words or an absence of
    /// more than ten characters.
    pub async fn filled_counts(&self) -> Vec<u64> {
        let counts = self
            .0
            .eval(
                "return [...document.querySelectorAll('.point-row__cells')].map((row) =>
                       [...row.querySelectorAll(':scope > .cell')].filter((cell) =>
                         cell.querySelector('.cell__head').textContent !== ''
                         && (cell.querySelector('.statement-card__words') ?? cell.querySelector('.absence')).textContent.length > 10
                       ).length)",
            )
            .await;
        serde_json::from_value(counts).unwrap()
    }
}
