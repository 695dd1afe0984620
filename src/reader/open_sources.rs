//! Which statements have their sourcing open: counted, changed all at once, and
//! saved for the tab. The `<details>` elements hold the state.

use const_format::concatcp;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::{document, window};
use says_who_view::all_sources::SourceCount;
use says_who_view::dom::{attribute, class};
use web_sys::{Element, Storage};

use super::app::{Action, dispatch};
use super::{dom, page_loader};

/// The key in session storage for a dispute.
fn key(dispute: &str) -> String {
    format!("says-who-unfolded/{dispute}")
}

/// The sourcing of every statement; not that of the copies in a comparison.
const ALL: &str = concatcp!(".", class::LEDGER, " .", class::SOURCING);

/// Those that are open.
const OPEN: &str = concatcp!(ALL, "[open]");

/// How many are open.
pub(super) fn count() -> SourceCount {
    SourceCount {
        open: dom::count(OPEN),
        of: dom::count(ALL),
    }
}

/// Counts and saves whenever some are opened or closed.
pub(super) fn listen() -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    // Many toggle at once: they are counted once, before the next frame.
    let mut next = None::<AnimationFrame>;
    EventListener::new_with_options(&document(), "toggle", options, move |_| {
        next.replace(request_animation_frame(|_| {
            dispatch(Action::SourcesCounted(count()));
            save();
        }));
    })
}

/// Opens or closes all.
pub(super) fn set_all(open: bool) {
    for one in dom::all::<Element>(ALL) {
        dom::open(&one, open);
    }
}

/// Saves which are open, for this tab.
pub(super) fn save() {
    let dispute = page_loader::attribute_of_page(attribute::DISPUTE);
    let Some(dispute) = dispute.filter(|_| page_loader::is_whole()) else {
        return;
    };
    let open = dom::all::<Element>(OPEN);
    let ids: Vec<String> = open
        .into_iter()
        .filter_map(|one| Some(one.parent_element()?.id()))
        .collect();
    if let Some(storage) = storage() {
        // Storage may be full or refused: then nothing is saved.
        let _ = storage.set_item(&key(&dispute), &ids.join(" "));
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
        let own = statement.and_then(|statement| dom::sourcing(&statement));
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
