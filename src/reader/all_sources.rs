//! The button that opens or closes the sourcing of every statement, and the count
//! beside it. It offers to close only while all are open.

use const_format::concatcp;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::document;
use says_who_view::dom::{attribute, class};
use says_who_view::words::controls::ENGLISH;
use web_sys::Element;

use super::dom::{first, set_text};
use super::live_region::announce;
use super::shortcuts_dialog::is_on;
use super::{open_sources, page_loader};

/// The button, as a selector.
const BUTTON: &str = concatcp!(".", class::ALL_SOURCES, " button");

/// Handles the button, and keeps the count up to date.
pub(super) fn listen() -> Vec<EventListener> {
    let clicked = EventListener::new(&document(), "click", |event| {
        if is_on(event, BUTTON) {
            let (open, of) = open_sources::count();
            open_sources::set_all(open < of);
            announce(&update());
            // Before the toggle events: the reader may leave the page at once.
            save();
        }
    });
    let options = EventListenerOptions::run_in_capture_phase();
    // Many toggle at once: they are counted once, before the next frame.
    let mut next = None::<AnimationFrame>;
    let toggled = EventListener::new_with_options(&document(), "toggle", options, move |_| {
        next.replace(request_animation_frame(|_| {
            update();
            save();
        }));
    });
    vec![clicked, toggled]
}

/// Saves which are open, for this tab.
fn save() {
    if let Some(dispute) =
        page_loader::attribute_of_page(attribute::DISPUTE).filter(|_| page_loader::is_whole())
    {
        open_sources::save(&dispute);
    }
}

/// Shows the count and the label of the button; returns the count in words.
pub(super) fn update() -> String {
    let (open, of) = open_sources::count();
    let count = (ENGLISH.shown_of)(open, of);
    let offer = if of > 0 && open == of {
        ENGLISH.hide_all
    } else {
        ENGLISH.show_all
    };
    for (place, words) in [
        (BUTTON, offer),
        (concatcp!(".", class::ALL_SOURCES_COUNT), &count),
    ] {
        if let Some(place) = first::<Element>(place) {
            set_text(&place, words);
        }
    }
    count
}
