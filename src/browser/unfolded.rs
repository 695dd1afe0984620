//! Which sources are unfolded: counted, changed all at once, remembered for the
//! visit. The elements themselves are what is asked; no copy is kept of what
//! they know.

use gloo::utils::{document, window};
use web_sys::{Element, Storage};

use super::find;

/// The name under which a dispute's unfolded sources are kept in the tab.
fn key(dispute: &str) -> String {
    format!("says-who-unfolded/{dispute}")
}

/// Every statement's sourcing on the page.
fn all() -> Vec<Element> {
    find::all(".sourcing")
}

/// How many are unfolded, and of how many.
pub(crate) fn count() -> (usize, usize) {
    (find::count(".sourcing[open]"), find::count(".sourcing"))
}

/// Unfolds all, or folds all.
pub(crate) fn set_all(open: bool) {
    for one in all() {
        find::open(&one, open);
    }
}

/// Keeps in mind which are unfolded now.
pub(crate) fn remember(dispute: &str) {
    let open = find::all::<Element>(".sourcing[open]");
    let ids: Vec<String> = open
        .into_iter()
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
    for id in kept.split(' ').filter(|id| !id.is_empty()) {
        let statement = document().get_element_by_id(id);
        let own = statement.and_then(|it| it.query_selector(":scope > .sourcing").ok()?);
        if let Some(own) = own.filter(|own| !find::is_open(own)) {
            find::open(&own, true);
            changed = true;
        }
    }
    changed
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
