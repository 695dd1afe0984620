//! What the keys do, and the panel that lists them and turns them off.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::find::first;
use super::keys::{self, Key};
use super::share_panel;
use crate::islands::{SWAP, focus_search};

/// The panel's id.
pub(crate) const PANEL: &str = "_keys";

/// The id of the box that turns the keys on.
pub(crate) const ON: &str = "_keys_on";

/// Answers the keys and the panel from now on.
pub(super) fn follow() -> Vec<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let pressed = EventListener::new_with_options(&document(), "keydown", options, |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>().and_then(Key::pressed) {
            event.prevent_default();
            act(key);
        }
    });
    let clicked = EventListener::new(&document(), "click", |event| {
        if is_on(event, "[data-keys]") {
            open();
        }
    });
    let changed = EventListener::new(&document(), "change", |event| {
        if is_on(event, &format!("#{ON}"))
            && let Some(on) = first::<HtmlInputElement>(&format!("#{ON}"))
        {
            keys::turn(on.checked());
            on.set_checked(keys::are_on());
        }
    });
    vec![pressed, clicked, changed]
}

/// Whether something happened to what `selector` finds.
pub(super) fn is_on(event: &Event, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))))
}

fn open() {
    if let Some(on) = first::<HtmlInputElement>(&format!("#{ON}")) {
        on.set_checked(keys::are_on());
    }
    share_panel::open(PANEL);
}

/// Does what a key asks for.
fn act(key: Key) {
    match key {
        Key::NextPoint => keys::step(true),
        Key::PreviousPoint => keys::step(false),
        Key::Unfold => keys::unfold(),
        Key::UnfoldAll => keys::press(".all-sources button"),
        Key::CopyLink => keys::copy_link(),
        Key::Find => focus_search(),
        Key::Swap => keys::press(&format!("#{SWAP}")),
        Key::Help => open(),
    }
}
