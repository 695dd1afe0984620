//! Where JavaScript starts the app.
//!
//! In a published site a panic is a trap without a message: `web/boot.js` sees it
//! and marks the page as failed. While serving, Yew reports it to the console.

use gloo::utils::document;
use says_who_view::dom::id;
use wasm_bindgen::prelude::*;

use crate::reader::navigation;

/// Starts the app on the page in view. A page without the app's element is left
/// alone.
///
/// # Errors
///
/// Where the page does not say where the site stands, or does not have the words of the
/// app. `web/boot.js` then marks the page as failed.
#[wasm_bindgen]
pub fn boot() -> Result<(), JsError> {
    if document().get_element_by_id(id::APP).is_none() {
        return Ok(());
    }
    navigation::start().ok_or_else(|| JsError::new("the page does not have what the app needs"))
}
