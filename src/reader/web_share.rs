//! The share sheet of the device.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, ShareData};

use says_who_view::dom::id;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sent {
    /// It was wording on, or the reader thought better of it.
    Settled,
    /// The browser refused.
    Refused,
}

/// Writes on the root whether the device has a share sheet; the style sheet
/// shows the button for it only then.
pub(super) fn can_send() {
    let share = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("share"));
    if share.is_ok_and(|share| share.is_function())
        && let Some(root) = document().get_element_by_id(id::APP)
    {
        let _ = root.set_attribute("data-can-send", "");
    }
}

/// Hands a link to the share sheet.
pub(super) async fn send(title: &str, address: &str) -> Sent {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => Sent::Settled,
        Err(error) => match error.dyn_ref::<DomException>() {
            Some(error) if error.name() == "AbortError" => Sent::Settled,
            _ => Sent::Refused,
        },
    }
}
