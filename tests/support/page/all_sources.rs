//! The button that unfolds the sourcing of all statements, and the count beside it.

use serde_json::json;

use crate::Browser;

/// The sourcing of all statements, the button that unfolds it, and the count beside the
/// button.
pub struct AllSources<'b>(pub &'b Browser);

impl AllSources<'_> {
    /// Unfolds the sourcing of every statement by script.
    pub async fn unfold_all(&self) {
        self.0
            .eval("document.querySelectorAll('.sourcing').forEach((one) => { one.open = true; })")
            .await;
    }

    /// Folds the sourcing of this many statements, the first ones, and unfolds that of
    /// the others, by script.
    pub async fn fold_only_first(&self, count: u64) {
        self.0
            .eval(&format!(
                "document.querySelectorAll('.sourcing').forEach((one, index) => {{ one.open = index >= {count}; }})"
            ))
            .await;
    }

    /// Shows or hides the sourcing of every statement with the button. Clicks repeatedly,
    /// because right after a change the button may still have its old label.
    pub async fn set_all_shown(&self, is_shown: bool) {
        self.0
            .wait(&format!(
                "if ([...document.querySelectorAll('.sourcing')].every((one) => one.open === {is_shown})) return true;
             document.querySelector('.all-sources .control').click();
             return false"
            ))
            .await;
    }

    /// Waits until the sourcing of this many statements is unfolded, the button has this
    /// label, and the count agrees.
    pub async fn wait_for_unfolded_count(&self, unfolded: u64, label: &str) {
        self.wait_for(&unfolded.to_string(), label).await;
    }

    /// Waits until the sourcing of all statements but this many is unfolded, the button
    /// has this label, and the count agrees.
    pub async fn wait_for_folded_count(&self, folded: u64, label: &str) {
        self.wait_for(&format!("all - {folded}"), label).await;
    }

    /// Waits until there are more than four statements with sourcing, `unfolded` of them
    /// unfolded, a JavaScript expression in which `all` is their number.
    async fn wait_for(&self, unfolded: &str, label: &str) {
        let label = json!(label);
        self.0
            .wait(&format!(
                "const all = document.querySelectorAll('.sourcing').length;
             const open = document.querySelectorAll('.sourcing[open]').length;
             return all > 4 && open === ({unfolded})
               && document.querySelector('.all-sources button').innerText === {label}
               && document.querySelector('.all-sources__count').innerText === `Sources open: ${{open}} of ${{all}}`"
            ))
            .await;
    }
}
