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

impl State {
    fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Failed => "failed",
        }
    }
}

/// The attribute in which the state stands.
const STATE: &str = "data-app";

/// Writes the state on the root. Whether it said another before.
pub(crate) fn mark(state: State) -> bool {
    let Some(root) = document().get_element_by_id(ROOT) else {
        return false;
    };
    let before = root.get_attribute(STATE);
    // An element that refuses an attribute leaves nobody to tell.
    let _ = root.set_attribute(STATE, state.name());
    before.as_deref() != Some(state.name())
}
