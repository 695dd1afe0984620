//! Reads a form field after an event.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

/// The value of the form field that fired an event.
pub(super) fn field_value(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(field) => field.value(),
        Err(target) => target
            .dyn_into::<HtmlSelectElement>()
            .map(|field| field.value())
            .unwrap_or_default(),
    }
}
