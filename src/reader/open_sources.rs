//! Which sources are unfolded: counted, changed all at once, remembered for the
//! visit. The elements themselves are what is asked; no copy is kept of what
//! they know.

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::class;
use web_sys::{Element, Storage};

use super::dom;

/// The name under which a dispute's unfolded sources are kept in the tab.
fn key(dispute: &str) -> String {
    format!("says-who-unfolded/{dispute}")
}

/// Every statement's sourcing on the page.
fn all() -> Vec<Element> {
    dom::all(concatcp!(".", class::SOURCING))
}

/// How many are unfolded, and of how many.
pub(super) fn count() -> (usize, usize) {
    (
        dom::count(concatcp!(".", class::SOURCING, "[open]")),
        dom::count(concatcp!(".", class::SOURCING)),
    )
}

/// Unfolds all, or folds all.
pub(super) fn set_all(open: bool) {
    for one in all() {
        dom::open(&one, open);
    }
}

/// Keeps in mind which are unfolded now.
pub(super) fn remember(dispute: &str) {
    let open = dom::all::<Element>(concatcp!(".", class::SOURCING, "[open]"));
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
        let own = statement.and_then(|it| {
            it.query_selector(concatcp!(":scope > .", class::SOURCING))
                .ok()?
        });
        if let Some(own) = own.filter(|own| !dom::is_open(own)) {
            dom::open(&own, true);
            changed = true;
        }
    }
    changed
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
