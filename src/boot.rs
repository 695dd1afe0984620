//! Takes over a page that was written when the site was built.

use std::panic::PanicHookInfo;

use gloo::utils::document;
use yew::Renderer;

use crate::app::{App, Props, Shared};
use crate::browser::{ROOT, State, mark};
use crate::embedded;
use crate::routes::{Base, Route};

/// Hydrates the page. A page that is not one of this site's is left alone.
pub fn boot() {
    let Some(root) = document().get_element_by_id(ROOT) else {
        return;
    };
    let base = root
        .get_attribute("data-base")
        .map(|base| base.parse::<Base>());
    let Some(Ok(base)) = base else {
        mark(State::Failed);
        return;
    };
    // The page says which page it is. Its address may be any: one file answers
    // for all unknown ones.
    let route = root
        .get_attribute("data-route")
        .map_or(Route::Unknown, |route| Route::parse(&route));

    yew::set_custom_panic_hook(Box::new(|info: &PanicHookInfo<'_>| {
        mark(State::Failed);
        gloo::console::error!(info.to_string());
    }));
    let props = Props {
        library: Shared(embedded::library()),
        base,
        origin: root.get_attribute("data-origin"),
        route,
    };
    Renderer::<App>::with_root_and_props(root, props).hydrate();
}
