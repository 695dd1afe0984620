//! The page of a dispute and those of its items: points, statements, sourcing, and the
//! target of a link.

use serde_json::{Value, json};

use crate::Browser;

/// The ids of the visible points, and of the statements that match.
const SHOWN_IDS: &str =
    "const ids = (selector) => [...document.querySelectorAll(selector)].map((one) => one.id);
    return [ids('.ledger > .point:not([hidden])'), ids('[data-match]')]";

/// The page of a dispute, or that of one of its items.
pub struct Explainer<'b>(pub &'b Browser);

impl Explainer<'_> {
    /// Waits until the page of the dispute is shown.
    pub async fn wait_until_shown(&self) {
        self.0
            .wait("return document.querySelector('.opening') !== null")
            .await;
    }

    /// Waits until the page of an item is shown.
    pub async fn wait_for_item_page(&self) {
        self.0
            .wait("return document.querySelector('.item') !== null")
            .await;
    }

    /// The ids of the visible points, and of the statements that match.
    pub async fn shown_ids(&self) -> Value {
        self.0.eval(SHOWN_IDS).await
    }

    /// Waits until these points are visible and these statements match.
    pub async fn wait_for_shown(&self, points: &[&str], statements: &[&str]) {
        let expected = json!([points, statements]);
        self.0
            .wait(&format!(
                "return JSON.stringify((() => {{ {SHOWN_IDS} }})()) === JSON.stringify({expected})"
            ))
            .await;
    }

    /// Waits until exactly these points are visible. Their ids are separated by spaces.
    pub async fn wait_for_points(&self, ids: &str) {
        self.0
            .wait(&format!(
                "return [...document.querySelectorAll('.point:not([hidden])')].map((one) => one.id).join(' ') === '{ids}'"
            ))
            .await;
    }

    /// Waits until some statements match, and some points are hidden.
    pub async fn wait_for_some_points(&self) {
        self.0
            .wait("return document.querySelectorAll('[data-match]').length > 0 && document.querySelector('.point[hidden]') !== null")
            .await;
    }

    /// Waits until no point is hidden.
    pub async fn wait_for_all_points(&self) {
        self.0
            .wait("return document.querySelector('.point[hidden]') === null")
            .await;
    }

    /// Waits until this side stands first: the heading of its column is `says`.
    pub async fn wait_for_first_side(&self, says: &str) {
        self.0
            .wait(&format!(
                "return document.querySelector('.cell__head').textContent === '{says}'"
            ))
            .await;
    }

    /// The line with the address that is printed with the page.
    pub async fn print_line(&self) -> Value {
        self.0
            .eval("return document.querySelector('.print-line').textContent")
            .await
    }

    /// The number of statements.
    pub async fn statement_count(&self) -> Value {
        self.0
            .eval("return document.querySelectorAll('.ledger .statement-card').length")
            .await
    }

    /// Waits until the sourcing of exactly these statements is unfolded.
    pub async fn wait_for_unfolded(&self, ids: &[&str]) {
        let ids = json!(ids);
        self.0
            .wait(&format!(
                "return JSON.stringify([...document.querySelectorAll('.sourcing[open]')].map((one) => one.parentElement.id)) === JSON.stringify({ids})"
            ))
            .await;
    }

    /// Waits until the sourcing of every statement is unfolded.
    pub async fn wait_until_all_unfolded(&self) {
        self.0
            .wait("return document.querySelectorAll('.sourcing:not([open])').length === 0")
            .await;
    }

    /// Waits until the sourcing of no statement is unfolded.
    pub async fn wait_until_all_folded(&self) {
        self.0
            .wait("return document.querySelectorAll('.sourcing[open]').length === 0")
            .await;
    }

    /// Waits until an item is the active link target: unfolded, focused, the only one
    /// marked, and in the upper half of the viewport below the sticky headings (or lower,
    /// if the page can't scroll further).
    pub async fn wait_for_target(&self, id: &str) {
        let heads = "const heads = document.querySelector('.ledger__heads');
         const clear = heads ? heads.getBoundingClientRect().height : 0;";
        self.0.wait(&is_active_target(id, heads)).await;
    }

    /// The same, but the sticky headings may cover the item.
    pub async fn wait_for_target_in_window(&self, id: &str) {
        self.0.wait(&is_active_target(id, "const clear = 0;")).await;
    }

    /// Waits until an item is marked as the link target.
    pub async fn wait_until_marked(&self, id: &str) {
        self.0
            .wait(&format!(
                "return document.querySelector('#{id}').hasAttribute('data-here')"
            ))
            .await;
    }

    /// Waits until the first item that is marked as the link target is this one.
    pub async fn wait_for_marked(&self, id: &str) {
        self.0
            .wait(&format!(
                "return document.querySelector('[data-here]')?.id === '{id}'"
            ))
            .await;
    }

    /// Waits until some item is marked as the link target.
    pub async fn wait_for_mark(&self) {
        self.0
            .wait("return document.querySelector('[data-here]') !== null")
            .await;
    }

    /// Whether the sourcing of a statement is unfolded.
    pub async fn is_unfolded(&self, id: &str) -> Value {
        self.0
            .eval(&format!(
                "return document.querySelector('#{id} > details').open"
            ))
            .await
    }

    /// Folds or unfolds the sourcing of a statement by script.
    pub async fn set_unfolded(&self, id: &str, is_unfolded: bool) {
        self.0
            .eval(&format!(
                "document.querySelector('#{id} > details').open = {is_unfolded}"
            ))
            .await;
    }

    /// Waits until the sourcing of a statement is folded.
    pub async fn wait_until_folded(&self, id: &str) {
        self.0
            .wait(&format!(
                "return !document.querySelector('#{id} > details').open"
            ))
            .await;
    }
}

/// A script that returns whether an item is the active link target. `heads` sets `clear`,
/// the height that the sticky headings cover.
fn is_active_target(id: &str, heads: &str) -> String {
    format!(
        "const here = document.getElementById('{id}');
         const top = here?.getBoundingClientRect().top;
         {heads}
         return here !== null && here.hasAttribute('data-here') && here === document.activeElement
           && document.querySelectorAll('[data-here]').length === 1
           && top >= clear && (top < innerHeight / 2 || innerHeight + scrollY >= document.documentElement.scrollHeight - 2)
           && (here.querySelector(':scope > details')?.open ?? true)"
    )
}
