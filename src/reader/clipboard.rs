//! Copying, by whichever way the browser allows.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies `text`. Whether it could be.
pub(super) async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // On a page that was not loaded securely there is no clipboard at all.
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| clipboard.is_object());
    let copied = there
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok();
    copied || copy_by_command(text).unwrap_or(false)
}

/// Copies by the older command, which takes what is selected.
fn copy_by_command(text: &str) -> Option<bool> {
    let field = document().create_element("textarea").ok()?;
    let field = field.dyn_into::<HtmlTextAreaElement>().ok()?;
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("visually-hidden");
    // What is behind an open dialog can't be selected.
    let dialog = document().query_selector("dialog[open]").ok()?;
    let parent = dialog.or_else(|| document().body().map(Into::into))?;
    let before = document().active_element();
    parent.append_child(&field).ok()?;
    field.select();
    let copied = document()
        .dyn_into::<HtmlDocument>()
        .is_ok_and(|document| document.exec_command("copy").unwrap_or(false));
    field.remove();
    if let Some(before) = before.and_then(|before| before.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = before.focus();
    }
    Some(copied)
}
