//! Handles the keyboard shortcuts, and the dialog that lists them and turns them off.

use const_format::concatcp;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use says_who_view::dom::{attribute, id};
use says_who_view::shortcut::Shortcut;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::dom::first;
use super::scroll_to::focus_search;
use super::share_dialog;
use super::shortcuts;

/// Handles the keys and the dialog.
pub(super) fn listen() -> Vec<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let pressed = EventListener::new_with_options(&document(), "keydown", options, |event| {
        if let Some(shortcut) = event
            .dyn_ref::<KeyboardEvent>()
            .and_then(shortcuts::pressed)
        {
            event.prevent_default();
            act(shortcut);
        }
    });
    let clicked = EventListener::new(&document(), "click", |event| {
        if is_on(event, concatcp!("[", attribute::SHORTCUTS, "]")) {
            open();
        }
    });
    let changed = EventListener::new(&document(), "change", |event| {
        if is_on(event, &format!("#{}", id::SHORTCUTS_ON))
            && let Some(on) = first::<HtmlInputElement>(&format!("#{}", id::SHORTCUTS_ON))
        {
            shortcuts::turn(on.checked());
            on.set_checked(shortcuts::are_on());
        }
    });
    vec![pressed, clicked, changed]
}

/// Whether an event is on an element that matches, or within one.
pub(super) fn is_on(event: &Event, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))))
}

fn open() {
    if let Some(on) = first::<HtmlInputElement>(&format!("#{}", id::SHORTCUTS_ON)) {
        on.set_checked(shortcuts::are_on());
    }
    share_dialog::open(id::SHORTCUTS);
}

/// Carries out a shortcut.
fn act(shortcut: Shortcut) {
    match shortcut {
        Shortcut::NextPoint => shortcuts::step(true),
        Shortcut::PreviousPoint => shortcuts::step(false),
        Shortcut::Unfold => shortcuts::unfold(),
        Shortcut::UnfoldAll => shortcuts::unfold_all(),
        Shortcut::CopyLink => shortcuts::copy_link(),
        Shortcut::Find => focus_search(),
        Shortcut::Swap => shortcuts::press(&format!("#{}", id::SWAP)),
        Shortcut::Help => open(),
    }
}
