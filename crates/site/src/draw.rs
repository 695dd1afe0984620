//! A component as HTML, on the thread that asks for it.

use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use yew::LocalServerRenderer;
use yew::html::BaseComponent;

thread_local! {
    /// What runs the drawing. It waits for nothing outside, neither for files
    /// nor for time.
    static RUNTIME: Runtime = Builder::new_current_thread()
        .build()
        .expect("a runtime that waits for nothing starts");
}

/// The HTML of a component.
///
/// Not by Yew's `ServerRenderer`, which has threads of its own: the site is
/// drawn on several already, each a page.
pub(super) fn draw<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    RUNTIME.with(|runtime| LocalSet::new().block_on(runtime, renderer.render()))
}
