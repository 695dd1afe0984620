//! How the page was loaded, and what that means for the scroll position.

use gloo::utils::{document, window};
use wasm_bindgen::JsValue;

use super::address;
use super::scroll_to::ScrollMode;

/// How to scroll to the target of the address on a page that was just loaded.
pub(super) fn scroll_mode() -> ScrollMode {
    match load_type().as_deref() {
        // The browser restores the position.
        Some("back_forward") => ScrollMode::Keep,
        _ if is_reading() => ScrollMode::Keep,
        // It would restore the position here too, but the target wins.
        Some("reload") => ScrollMode::Scroll,
        // A filter hides what was above it.
        _ if !address::query().is_unfiltered() => ScrollMode::Scroll,
        _ => ScrollMode::UnlessScrolled,
    }
}

/// The type of the load (Navigation Timing).
fn load_type() -> Option<String> {
    let entry = window()
        .performance()?
        .get_entries_by_type("navigation")
        .get(0);
    // `get` of an empty list gives undefined, on which this fails.
    js_sys::Reflect::get(&entry, &JsValue::from_str("type"))
        .ok()?
        .as_string()
}

/// Whether the reader scrolled, touched or typed before the app started: set by
/// `web/boot.js`.
fn is_reading() -> bool {
    document()
        .document_element()
        .is_some_and(|html| html.has_attribute("data-reading"))
}
