//! The headings that stick to the top of the viewport.

use crate::Browser;

/// The start of a script: `at` is the element near the top of the viewport at a distance
/// from its left edge, `box` has the statements of others, `sides` are the headings of
/// the columns around it, and `lefts` are their left edges.
const ON_TOP: &str = "const at = (left) => document.elementFromPoint(left, 20);
        const box = document.querySelector('.ledger .point-row__others');
        const sides = [...box.closest('.ledger').querySelectorAll('.ledger__head')];
        const lefts = sides.map((side) => side.getBoundingClientRect().left + 5);";

/// The headings that stick to the top of the viewport, near the first statements of
/// others.
pub struct StickyHeadings<'b>(pub &'b Browser);

impl StickyHeadings<'_> {
    /// Scrolls to just above the statements of others until the headings of both sides
    /// are on top.
    pub async fn wait_for_sides_above_others(&self) {
        self.0
            .wait(&format!(
                "{ON_TOP}
             scrollTo(0, scrollY + box.getBoundingClientRect().top - 120);
             return sides.length === 2 && lefts.every((left, side) => at(left) === sides[side])"
            ))
            .await;
    }

    /// Scrolls into the statements of others until only their own heading is on top.
    pub async fn wait_for_heading_of_others(&self) {
        self.0
            .wait(&format!(
                "{ON_TOP}
             scrollTo(0, scrollY + box.getBoundingClientRect().top + 60);
             const head = box.querySelector('.point-row__others-head');
             return head.innerText === 'The press says' && lefts.every((left) => at(left) === head)"
            ))
            .await;
    }
}
