//! How the page came to be loaded.

use gloo::utils::{document, window};
use wasm_bindgen::JsValue;

use super::address;
use super::scroll_to::ScrollMode;

/// How to come to the item that the address leads to, on a page just loaded.
pub(super) fn scroll_mode() -> ScrollMode {
    match kind().as_deref() {
        // The browser restores the place the reader had.
        Some("back_forward") => ScrollMode::Keep,
        _ if is_reading() => ScrollMode::Keep,
        // It would restore the place here too, but the link's target wins.
        Some("reload") => ScrollMode::Scroll,
        // A filter takes away what stood above it.
        _ if !address::query().is_all() => ScrollMode::Scroll,
        _ => ScrollMode::UnlessScrolled,
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
