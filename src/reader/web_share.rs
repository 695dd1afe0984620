//! The share sheet of the device (Web Share API).

use gloo::utils::{document, window};
use says_who_view::dom::id;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, ShareData};

/// The result of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The link was shared, or the reader cancelled.
    Done,
    /// The browser refused.
    Refused,
}

/// Marks the app's element if the device has a share sheet: the style sheet then
/// shows the button.
pub(super) fn mark_support() {
    let share = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("share"));
    if share.is_ok_and(|share| share.is_function())
        && let Some(root) = document().get_element_by_id(id::APP)
    {
        let _ = root.set_attribute("data-can-send", "");
    }
}

/// Opens the share sheet with a link.
pub(super) async fn share(title: &str, address: &str) -> Outcome {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => Outcome::Done,
        Err(error) => match error.dyn_ref::<DomException>() {
            Some(error) if error.name() == "AbortError" => Outcome::Done,
            _ => Outcome::Refused,
        },
    }
}
