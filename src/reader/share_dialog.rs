//! The dialog in which an item is shared and cited, and the buttons that copy without
//! it.

use const_format::concatcp;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::{document, window};
use says_who_view::copyable::CopyKind;
use says_who_view::dom::{attribute, id};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlTextAreaElement, MouseEvent};
use yew::platform::spawn_local;

use super::app;
use super::clipboard::copy;
use super::dom::first;
use super::item_tools::{address, copied_text, tools};
use super::web_share::{self, Outcome};

/// What a control does.
enum Action {
    Copy(CopyKind, String),
    Device(String, String),
    Open(Element),
    Close(HtmlDialogElement),
}

/// Handles all controls.
pub(super) fn listen() -> EventListener {
    web_share::mark_support();
    let options = EventListenerOptions {
        // Before the router sees the click: the control may be a link.
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    EventListener::new_with_options(&document(), "click", options, |event| {
        if let Some(action) = clicked(event) {
            event.prevent_default();
            run(action);
        }
    })
}

/// The action of a click; `None` where it is not on a control, or opens a link in
/// another tab or window.
fn clicked(event: &Event) -> Option<Action> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if click.button() != 0 || click.meta_key() || click.ctrl_key() || click.shift_key() {
        return None;
    }
    let target = click.target()?.dyn_into::<Element>().ok()?;
    // A link in a dialog leads to the page behind it.
    if target.closest("a[href]").ok()?.is_some()
        && let Some(dialog) = target.closest("dialog").ok()?
    {
        dialog.dyn_into::<HtmlDialogElement>().ok()?.close();
        return None;
    }
    let control = target
        .closest(concatcp!(
            "[",
            attribute::COPY,
            "], [",
            attribute::WEB_SHARE_TITLE,
            "], [",
            attribute::SHARE_VERSION,
            "], [",
            attribute::CLOSE,
            "]"
        ))
        .ok()??;
    if control.has_attribute(attribute::CLOSE) {
        let dialog = control.closest("dialog").ok()??;
        return Some(Action::Close(dialog.dyn_into().ok()?));
    }
    if control.has_attribute(attribute::SHARE_VERSION) {
        return Some(Action::Open(control));
    }
    if let Some(title) = control.get_attribute(attribute::WEB_SHARE_TITLE) {
        return Some(Action::Device(title, copied_text(&control)?));
    }
    let what = CopyKind::from_name(&control.get_attribute(attribute::COPY)?);
    Some(Action::Copy(what, copied_text(&control)?))
}

/// Copies the link of a control.
pub(super) fn copy_link(control: &Element) {
    if let Some(text) = copied_text(control) {
        run(Action::Copy(CopyKind::Link, text));
    }
}

fn run(action: Action) {
    let (what, title, text) = match action {
        Action::Close(dialog) => return dialog.close(),
        Action::Open(control) => {
            return tools(&control.clone(), move |tools| match tools {
                Some(tools) => app::dispatch(app::Action::ShareAsked(tools)),
                // Follow the link, as without script.
                None => {
                    if let Some(href) = address(&control) {
                        let _ = window().location().assign(&href);
                    }
                }
            });
        }
        Action::Copy(what, text) => (what, None, text),
        Action::Device(title, text) => (CopyKind::Link, Some(title), text),
    };
    spawn_local(async move {
        if let Some(title) = title
            && web_share::share(&title, &text).await == Outcome::Done
        {
            return;
        }
        if copy(&text).await {
            app::dispatch(app::Action::Copied(what));
        } else {
            show_by_hand(&text);
        }
    });
}

/// Opens the dialog from which the reader copies `text` by hand.
fn show_by_hand(text: &str) {
    let field = first::<HtmlTextAreaElement>(&format!("#{} textarea", id::COPY_BY_HAND));
    if let Some(field) = &field {
        field.set_value(text);
    }
    open(id::COPY_BY_HAND);
    if let Some(field) = field {
        field.select();
    }
}

/// Opens a dialog.
pub(super) fn open(id: &str) {
    if let Some(dialog) = first::<HtmlDialogElement>(&format!("#{id}")) {
        // The last message was about what it showed last.
        if let Ok(Some(line)) = dialog.query_selector("[role=status]") {
            line.set_text_content(None);
        }
        // Fails if it is open already.
        let _ = dialog.show_modal();
    }
}
