//! Renders a Yew component to a string, on the calling thread.

use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use yew::LocalServerRenderer;
use yew::html::BaseComponent;

thread_local! {
    /// Runs the renderer. It has neither I/O nor timers, because rendering waits
    /// for neither.
    static RUNTIME: Runtime = Builder::new_current_thread()
        .build()
        .expect("a runtime that waits for nothing starts");
}

/// Renders a component to HTML.
///
/// Uses `LocalServerRenderer` because Yew's `ServerRenderer` starts threads of its
/// own, and the generator already renders one page per thread.
pub(super) fn render_to_string<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    RUNTIME.with(|runtime| LocalSet::new().block_on(runtime, renderer.render()))
}
