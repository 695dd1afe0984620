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
        let ids = json!(ids);
        self.0
            .wait(&format!(
                "return [...document.querySelectorAll('.point:not([hidden])')].map((one) => one.id).join(' ') === {ids}"
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
        let says = json!(says);
        self.0
            .wait(&format!(
                "return document.querySelector('.cell__head').textContent === {says}"
            ))
            .await;
    }

    /// The line with the address that is printed with the page.
    pub async fn print_line(&self) -> Value {
        self.0
            .eval("return document.querySelector('.print-line').textContent")
            .await
    }

    /// The line at the head of printed pages; null in a browser that prints none.
    pub async fn printed_head(&self) -> Value {
        self.0
            .eval("return document.documentElement.dataset.line ?? null")
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
        let id = json!(id);
        self.0
            .wait(&format!(
                "return document.getElementById({id}).hasAttribute('data-here')"
            ))
            .await;
    }

    /// Waits until the first item that is marked as the link target is this one.
    pub async fn wait_for_marked(&self, id: &str) {
        let id = json!(id);
        self.0
            .wait(&format!(
                "return document.querySelector('[data-here]')?.id === {id}"
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
                "return document.querySelector({}).open",
                json!(format!("#{id} > details"))
            ))
            .await
    }

    /// Folds or unfolds the sourcing of a statement by script.
    pub async fn set_unfolded(&self, id: &str, is_unfolded: bool) {
        self.0
            .eval(&format!(
                "document.querySelector({}).open = {is_unfolded}",
                json!(format!("#{id} > details"))
            ))
            .await;
    }

    /// Waits until the sourcing of a statement is folded.
    pub async fn wait_until_folded(&self, id: &str) {
        self.0
            .wait(&format!(
                "return !document.querySelector({}).open",
                json!(format!("#{id} > details"))
            ))
            .await;
    }

    /// Waits until the page is scrolled to its top, and no item is marked as the link
    /// target.
    pub async fn wait_until_at_top_without_mark(&self) {
        self.0
            .wait("return scrollY === 0 && document.querySelector('[data-here]') === null")
            .await;
    }

    /// Waits until an item is the target of the URL on a page that the app has not
    /// hydrated: it has `words` in its text, and its top is in the upper half of the
    /// viewport, or above it.
    pub async fn wait_for_target_without_app(&self, id: &str, words: &str) {
        self.0
            .wait(&format!(
                "const here = document.getElementById({});
                 return document.querySelector('#app').dataset.app === undefined
                   && here.matches(':target') && here.innerText.includes({})
                   && here.getBoundingClientRect().top < innerHeight / 2",
                json!(id),
                json!(words)
            ))
            .await;
    }

    /// Waits until the path ends like this, and the page has no ledger.
    pub async fn wait_for_path_end_without_ledger(&self, end: &str) {
        self.0
            .wait(&format!(
                "return location.pathname.endsWith({}) && document.querySelector('.ledger') === null",
                json!(end)
            ))
            .await;
    }

    /// Waits until an item has the focus, is unfolded, and its top is in the upper half of
    /// the viewport, below the sticky headings.
    pub async fn wait_for_unfolded_focus(&self, id: &str) {
        let id = json!(id);
        self.0
            .wait(&format!(
                "const here = document.getElementById({id});
             const top = here.getBoundingClientRect().top;
             return here === document.activeElement && here.querySelector('.sourcing').open
               && top >= document.querySelector('.ledger__heads').offsetHeight && top < innerHeight / 2"
            ))
            .await;
    }

    /// Waits until some item is marked as the link target, has the focus, and its top is
    /// below the sticky headings, at most 300 pixels from that of the viewport.
    pub async fn wait_for_focused_mark_near_top(&self) {
        self.0
            .wait(
                "const here = document.querySelector('[data-here]');
                const head = document.querySelector('.ledger__heads').getBoundingClientRect();
                return here !== null && here === document.activeElement
                  && here.getBoundingClientRect().top >= head.height && here.getBoundingClientRect().top < 300",
            )
            .await;
    }

    /// Waits until the page of an item is shown in another document than that which was
    /// marked with [`super::Document::mark`], and the app has hydrated it.
    pub async fn wait_for_item_page_in_new_document(&self) {
        self.0
            .wait(
                "return document.querySelector('.item') !== null && window.stayed === undefined
        && document.querySelector('#app').dataset.app === 'ready'",
            )
            .await;
    }

    /// Waits until the page of an item is shown, and the app has hydrated it.
    pub async fn wait_for_hydrated_item_page(&self) {
        self.0
            .wait("return document.querySelector('.item') !== null && document.querySelector('#app').dataset.app === 'ready'")
            .await;
    }

    /// Waits until the page of an item is shown under this path.
    pub async fn wait_for_item_page_at(&self, path: &str) {
        self.0
            .wait(&format!(
                "return location.pathname === {} && document.querySelector('main .item') !== null",
                json!(path)
            ))
            .await;
    }
}

/// A script that returns whether an item is the active link target. `heads` sets `clear`,
/// the height that the sticky headings cover.
fn is_active_target(id: &str, heads: &str) -> String {
    let id = json!(id);
    format!(
        "const here = document.getElementById({id});
         const top = here?.getBoundingClientRect().top;
         {heads}
         return here !== null && here.hasAttribute('data-here') && here === document.activeElement
           && document.querySelectorAll('[data-here]').length === 1
           && top >= clear && (top < innerHeight / 2 || innerHeight + scrollY >= document.documentElement.scrollHeight - 2)
           && (here.querySelector(':scope > details')?.open ?? true)"
    )
}
