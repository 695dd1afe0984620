//! Takes over a page that was written when the site was built.
//!
//! A panic is a trap in what is published; `boot.js` sees it and marks the page.
//! While serving, Yew tells the console of it first.

use gloo::utils::document;
use wasm_bindgen::prelude::*;

use crate::browser::navigation;
use crate::browser::root::{ROOT, base, route};

/// Takes over what answers to the reader on the page. A page that is not one of
/// this site's is left alone.
///
/// # Errors
///
/// Where the page does not say where it stands. `boot.js` then marks the page as
/// failed.
#[wasm_bindgen]
pub fn boot() -> Result<(), JsError> {
    if document().get_element_by_id(ROOT).is_none() {
        return Ok(());
    }
    let base = base().ok_or_else(|| JsError::new("the page does not say where it stands"))?;

    // The page says which page it is. Its address may be any: one file answers
    // for all unknown ones.
    navigation::begin(base, route());
    Ok(())
}
