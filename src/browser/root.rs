//! The one element that belongs to the app, and the word on it about how the
//! app fares.

use gloo::utils::document;

/// The element's id.
pub(crate) const ROOT: &str = "app";

/// How the app fares.
#[derive(Clone, Copy)]
pub(crate) enum State {
    /// It has taken the page over.
    Ready,
    /// It could not; the page reads as it was written.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        expect(dead_code, reason = "only a browser can fail")
    )]
    Failed,
}

/// Writes the state on the root as `data-app`.
pub(crate) fn mark(state: State) {
    let value = match state {
        State::Ready => "ready",
        State::Failed => "failed",
    };
    if let Some(root) = document().get_element_by_id(ROOT) {
        // An element that refuses an attribute leaves nobody to tell.
        let _ = root.set_attribute("data-app", value);
    }
}
