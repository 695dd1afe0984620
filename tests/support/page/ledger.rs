//! The ledger: the points of a dispute, with the statements of both sides.

use serde_json::json;

use crate::Browser;

/// The ledger on the page of a dispute.
pub struct Ledger<'b>(pub &'b Browser);

impl Ledger<'_> {
    /// The ids of the statements of a point, for each side in the order of the page.
    pub async fn statements_by_side(&self, point: &str) -> Vec<Vec<String>> {
        let ids = self
            .0
            .eval(&format!(
                "return [...document.querySelectorAll({})]
               .map((side) => [...side.querySelectorAll('.statement-card')].map((one) => one.id))",
                json!(format!("#{point} .cell"))
            ))
            .await;
        serde_json::from_value(ids).unwrap()
    }

    /// Waits until the first statement of a point is this one.
    pub async fn wait_for_first_statement(&self, point: &str, statement: &str) {
        self.0
            .wait(&format!(
                "return document.querySelector({}).id === {}",
                json!(format!("#{point} .cell .statement-card")),
                json!(statement)
            ))
            .await;
    }

    /// The ids of the statements whose sourcing is unfolded.
    pub async fn unfolded_ids(&self) -> Vec<String> {
        let ids = self
            .0
            .eval("return [...document.querySelectorAll('.sourcing[open]')].map((one) => one.parentElement.id)")
            .await;
        serde_json::from_value(ids).unwrap()
    }

    /// Waits until the sourcing of this many statements is unfolded, all of one point.
    pub async fn wait_until_only_point_unfolded(&self, point: &str, statements: u64) {
        self.0
            .wait(&format!(
                "return document.querySelectorAll({}).length === {statements}
               && document.querySelectorAll('.sourcing[open]').length === {statements}",
                json!(format!("#{point} .sourcing[open]"))
            ))
            .await;
    }

    /// Waits until a point is shown, has the focus, and starts in the upper half of the
    /// viewport or above it, while another point is hidden.
    pub async fn wait_for_focused_point(&self, id: &str, hidden: &str) {
        self.0
            .wait(&format!(
                "const here = document.getElementById({});
             return !here.hidden && here === document.activeElement
               && here.getBoundingClientRect().top < innerHeight / 2
               && document.getElementById({}).hidden",
                json!(id),
                json!(hidden)
            ))
            .await;
    }

    /// Waits until a statement starts in the upper half of the viewport, and the question
    /// of its point is above it and not covered.
    pub async fn wait_for_statement_below_question(&self, point: &str, statement: &str) {
        self.0
            .wait(&format!(
                "const box = (selector) => document.querySelector(selector).getBoundingClientRect();
             const [question, statement] = [{}, {}].map(box);
             return question.top >= 0 && question.bottom <= statement.top + 1 && statement.top < innerHeight / 2
               && document.elementFromPoint(question.left + 5, question.top + 5)?.closest('.point__question') != null",
                json!(format!("#{point} .point__question")),
                json!(format!("#{statement}"))
            ))
            .await;
    }
}
