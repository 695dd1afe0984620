//! Takes over a page that was written when the site was built.

use std::panic::PanicHookInfo;
use std::sync::Arc;

use gloo::utils::document;
use wasm_bindgen::prelude::*;
use yew::Renderer;

use crate::app::{App, Props, Shared};
use crate::browser::{ROOT, State, mark};
use crate::routes::{Base, Route};

/// Hydrates the page with the site's data, the bytes of a library in postcard.
/// A page that is not one of this site's is left alone.
///
/// # Errors
///
/// Where the bytes are not a library as this version writes it, or the page
/// does not say where it stands. `boot.js` then marks the page as failed.
#[wasm_bindgen]
pub fn boot(data: &[u8]) -> Result<(), JsError> {
    let Some(root) = document().get_element_by_id(ROOT) else {
        return Ok(());
    };
    let base = root
        .get_attribute("data-base")
        .and_then(|base| base.parse::<Base>().ok())
        .ok_or_else(|| JsError::new("the page does not say where it stands"))?;
    let library = postcard::from_bytes(data)
        .map_err(|_| JsError::new("the data is not of this version of the app"))?;
    // The page says which page it is. Its address may be any: one file answers
    // for all unknown ones.
    let route = root
        .get_attribute("data-route")
        .map_or(Route::Unknown, |route| Route::parse(&route));

    // While serving. In what is published a panic is a trap, and `boot.js` marks
    // the page.
    yew::set_custom_panic_hook(Box::new(|info: &PanicHookInfo<'_>| {
        // Once: what is called after a panic finds the app in disorder and, as a
        // rule, panics too. `boot.js` sees the mark and lets nothing more reach it.
        if mark(State::Failed) {
            gloo::console::error!(info.to_string());
        }
    }));
    let props = Props {
        library: Shared(Arc::new(library)),
        base,
        origin: root.get_attribute("data-origin"),
        route,
    };
    Renderer::<App>::with_root_and_props(root, props).hydrate();
    Ok(())
}
