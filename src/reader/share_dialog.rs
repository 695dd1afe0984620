//! The panel over the page in which an item is shared and cited, and the
//! controls that copy without it.

use const_format::concatcp;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::{document, window};
use says_who_view::dom::{attribute, class, id};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlTextAreaElement, MouseEvent};
use yew::platform::spawn_local;

use super::clipboard::copy;
use super::dom::first;
use super::item_tools::{Tools, address, copied_text, tools};
use super::live_region::announce;
use super::web_share::{Sent, can_send, send};
use says_who_view::copied::Copied;
use says_who_view::words::controls::ENGLISH;

/// What a control asks for.
enum Ask {
    Copy(Copied, String),
    Device(String, String),
    Open(Element),
    Close(HtmlDialogElement),
}

/// Answers every control from now on.
pub(super) fn listen() -> EventListener {
    can_send();
    let options = EventListenerOptions {
        // Before links are followed, one of which this may be.
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    EventListener::new_with_options(&document(), "click", options, |event| {
        if let Some(ask) = asked(event) {
            event.prevent_default();
            answer(ask);
        }
    })
}

/// What a click asks for; nothing where it is not on one of the controls, or
/// where a link among them is to be opened elsewhere.
fn asked(event: &Event) -> Option<Ask> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if click.button() != 0 || click.meta_key() || click.ctrl_key() || click.shift_key() {
        return None;
    }
    let target = click.target()?.dyn_into::<Element>().ok()?;
    // A link leads to what is behind the panel.
    if target.closest("a[href]").ok()?.is_some()
        && let Some(panel) = target.closest("dialog").ok()?
    {
        panel.dyn_into::<HtmlDialogElement>().ok()?.close();
        return None;
    }
    let control = target
        .closest(concatcp!(
            "[",
            attribute::COPY,
            "], [",
            attribute::DEVICE,
            "], [",
            attribute::SHARE,
            "], [",
            attribute::CLOSE,
            "]"
        ))
        .ok()??;
    if control.has_attribute(attribute::CLOSE) {
        let panel = control.closest("dialog").ok()??;
        return Some(Ask::Close(panel.dyn_into().ok()?));
    }
    if control.has_attribute(attribute::SHARE) {
        return Some(Ask::Open(control));
    }
    if let Some(title) = control.get_attribute(attribute::DEVICE) {
        return Some(Ask::Device(title, copied_text(&control)?));
    }
    let what = Copied::named(&control.get_attribute(attribute::COPY)?);
    Some(Ask::Copy(what, copied_text(&control)?))
}

/// Copies the link that a control copies or leads by.
pub(super) fn copy_link(control: &Element) {
    if let Some(text) = copied_text(control) {
        answer(Ask::Copy(Copied::Link, text));
    }
}

fn answer(ask: Ask) {
    let (what, title, text) = match ask {
        Ask::Close(panel) => return panel.close(),
        Ask::Open(control) => {
            return tools(&control.clone(), move |tools| match tools {
                Some(tools) => show(&tools),
                // As without script.
                None => {
                    if let Some(href) = address(&control) {
                        let _ = window().location().assign(&href);
                    }
                }
            });
        }
        Ask::Copy(what, text) => (what, None, text),
        Ask::Device(title, text) => (Copied::Link, Some(title), text),
    };
    spawn_local(async move {
        if let Some(title) = title
            && send(&title, &text).await == Sent::Settled
        {
            return;
        }
        if copy(&text).await {
            announce((ENGLISH.copied)(what));
        } else {
            show_by_hand(&text);
        }
    });
}

/// Opens the panel with an item's tools.
fn show(tools: &Tools) {
    if let Some(title) = first::<Element>(concatcp!(".", class::PANEL_TITLE)) {
        title.set_text_content(Some(&tools.title));
    }
    if let Some(place) = first::<Element>(concatcp!(".", class::PANEL_TOOLS)) {
        place.replace_children_with_node_1(&tools.element);
    }
    open(id::SHARE_DIALOG);
}

/// Opens the panel from which `text` is copied by hand.
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

/// Opens a panel of the page.
pub(super) fn open(id: &str) {
    if let Some(panel) = first::<HtmlDialogElement>(&format!("#{id}")) {
        // What it said last was of what it showed last.
        if let Ok(Some(line)) = panel.query_selector("[role=status]") {
            line.set_text_content(None);
        }
        // Opening one that is open is an error, and nothing else.
        let _ = panel.show_modal();
    }
}
