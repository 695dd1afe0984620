//! Which sources are unfolded: counted, changed all at once, remembered for the
//! visit. The elements themselves are what is asked; no copy is kept of what
//! they know.

use gloo::utils::window;
use web_sys::{HtmlDetailsElement, Storage};

use super::find;

/// The name under which a dispute's unfolded sources are kept in the tab.
fn key(dispute: &str) -> String {
    format!("says-who-unfolded/{dispute}")
}

/// Every statement's sourcing on the page.
fn all() -> Vec<HtmlDetailsElement> {
    find::all(".sourcing")
}

/// How many are unfolded, and of how many.
pub(crate) fn count() -> (usize, usize) {
    let all = all();
    (all.iter().filter(|one| one.open()).count(), all.len())
}

/// Unfolds all, or folds all.
pub(crate) fn set_all(open: bool) {
    for one in all() {
        one.set_open(open);
    }
}

/// Keeps in mind which are unfolded now.
pub(crate) fn remember(dispute: &str) {
    let open = all().into_iter().filter(HtmlDetailsElement::open);
    let ids: Vec<String> = open
        .filter_map(|one| Some(one.parent_element()?.id()))
        .collect();
    if let Some(storage) = storage() {
        // Full or refused: nothing is remembered, and nothing else is lost.
        let _ = storage.set_item(&key(dispute), &ids.join(" "));
    }
}

/// Unfolds what was unfolded earlier in this visit, and folds nothing. Whether
/// that changed anything.
pub(super) fn recall(dispute: &str) -> bool {
    let kept = storage().and_then(|storage| storage.get_item(&key(dispute)).ok()?);
    let kept = kept.unwrap_or_default();
    let mut changed = false;
    for one in all() {
        let id = one.parent_element().map(|parent| parent.id());
        let known = id.is_some_and(|id| kept.split(' ').any(|kept| kept == id));
        if known && !one.open() {
            one.set_open(true);
            changed = true;
        }
    }
    changed
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
