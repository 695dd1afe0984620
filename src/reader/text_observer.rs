//! Notices when something else changes texts of the page: a translator, an extension.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MutationObserver, MutationObserverInit, Node};

/// Observes the texts in an element until it is dropped.
pub(super) struct TextObserver {
    observer: MutationObserver,
    /// What the browser calls.
    _callback: Closure<dyn FnMut()>,
}

impl TextObserver {
    /// Calls `then` after a text or an element below `root` was changed, added, or
    /// removed; once for all that changed together. `None` if that can't be observed.
    pub(super) fn start(root: &Node, then: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(then);
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_subtree(true);
        options.set_child_list(true);
        options.set_character_data(true);
        observer.observe_with_options(root, &options).ok()?;
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for TextObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
