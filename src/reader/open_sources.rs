//! Which statements have their sourcing open: counted, changed all at once, and
//! saved for the tab. The `<details>` elements hold the state.

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::class;
use web_sys::{Element, Storage};

use super::dom;

/// The key in session storage for a dispute.
fn key(dispute: &str) -> String {
    format!("says-who-unfolded/{dispute}")
}

/// The sourcing of every statement.
fn all() -> Vec<Element> {
    dom::all(concatcp!(".", class::SOURCING))
}

/// How many are open, and how many there are.
pub(super) fn count() -> (usize, usize) {
    (
        dom::count(concatcp!(".", class::SOURCING, "[open]")),
        dom::count(concatcp!(".", class::SOURCING)),
    )
}

/// Opens or closes all.
pub(super) fn set_all(open: bool) {
    for one in all() {
        dom::open(&one, open);
    }
}

/// Saves which are open.
pub(super) fn save(dispute: &str) {
    let open = dom::all::<Element>(concatcp!(".", class::SOURCING, "[open]"));
    let ids: Vec<String> = open
        .into_iter()
        .filter_map(|one| Some(one.parent_element()?.id()))
        .collect();
    if let Some(storage) = storage() {
        // Storage may be full or refused: then nothing is saved.
        let _ = storage.set_item(&key(dispute), &ids.join(" "));
    }
}

/// Opens those that were open before in this tab, and closes none. Whether that
/// changed anything.
pub(super) fn restore(dispute: &str) -> bool {
    let saved = storage().and_then(|storage| storage.get_item(&key(dispute)).ok()?);
    let saved = saved.unwrap_or_default();
    let mut changed = false;
    for id in saved.split(' ').filter(|id| !id.is_empty()) {
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
