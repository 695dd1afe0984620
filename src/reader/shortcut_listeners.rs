//! Handles the keyboard shortcuts, and the buttons that open their dialog.

use const_format::concatcp;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use says_who_view::dom::{attribute, id};
use says_who_view::shortcut::Shortcut;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::app::{Action, dispatch};
use super::scroll_to::focus_search;
use super::shortcuts;

/// Handles the keys and the buttons.
pub(super) fn listen() -> [EventListener; 2] {
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
    [pressed, clicked]
}

/// Whether an event is on an element that matches, or within one.
fn is_on(event: &Event, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))))
}

/// Asks for the dialog that lists the shortcuts.
fn open() {
    dispatch(Action::ShortcutsAsked(shortcuts::are_on()));
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
