//! The query of the address in view: read, replaced, and its changes told to
//! whoever draws by it.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use web_sys::Event;

use super::history::replace_address;
use crate::showing::Showing;

/// The event on the document that tells of another query.
const CHANGED: &str = "says-who-address";

/// What the address in view asks to see.
pub(crate) fn showing() -> Showing {
    Showing::parse(&window().location().search().unwrap_or_default())
}

/// Writes into the address what is shown, in the same entry of the history.
pub(crate) fn show(showing: &Showing) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    let asked = showing.within(&query);
    if asked != query {
        replace_address(&format!("{path}{asked}{hash}"));
        tell();
    }
}

/// Tells that the address has another query.
pub(super) fn tell() {
    if let Ok(event) = Event::new(CHANGED) {
        // Nobody cancels it.
        let _ = document().dispatch_event(&event);
    }
}

/// Calls `then` whenever the query may be another one.
pub(crate) fn on_change(mut then: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&document(), CHANGED, move |_| then())
}
