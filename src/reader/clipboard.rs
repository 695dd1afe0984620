//! Copies text, by the Clipboard API or else by the older `copy` command.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies `text`. Whether that worked.
pub(super) async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // In an insecure context there is no `navigator.clipboard`.
    let is_available = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| clipboard.is_object());
    let copied = is_available
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok();
    copied || copy_by_command(text).unwrap_or(false)
}

/// Copies by `document.execCommand`, which takes the selection.
fn copy_by_command(text: &str) -> Option<bool> {
    let field = document().create_element("textarea").ok()?;
    let field = field.dyn_into::<HtmlTextAreaElement>().ok()?;
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("visually-hidden");
    // Behind an open dialog nothing can be selected.
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
