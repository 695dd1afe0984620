//! How the page came to be loaded.

use gloo::utils::{document, window};
use wasm_bindgen::JsValue;

use super::address;
use super::arrival::Manner;

/// How to come to the item that the address leads to, on a page just loaded.
pub(super) fn manner() -> Manner {
    match kind().as_deref() {
        // The browser restores the place the reader had.
        Some("back_forward") => Manner::Stay,
        _ if is_reading() => Manner::Stay,
        // It would restore the place here too, but the link's target wins.
        Some("reload") => Manner::Go,
        // A filter takes away what stood above it.
        _ if !address::showing().is_all() => Manner::Go,
        _ => Manner::GoUnlessThere,
    }
}

/// The kind of load, as the Navigation Timing specification names it.
fn kind() -> Option<String> {
    let entry = window()
        .performance()?
        .get_entries_by_type("navigation")
        .get(0);
    // `get` of an empty list gives undefined, which has no properties.
    js_sys::Reflect::get(&entry, &JsValue::from_str("type"))
        .ok()?
        .as_string()
}

/// Whether the reader scrolled, touched or typed before the app came.
fn is_reading() -> bool {
    document()
        .document_element()
        .is_some_and(|html| html.has_attribute("data-reading"))
}
