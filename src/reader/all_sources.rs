//! The button that unfolds every source at once, or folds them again, and beside
//! it how many are unfolded. It offers to hide only when every one is shown: in
//! any mixed state there is still something to show.

use const_format::concatcp;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::document;
use says_who_view::dom::{attribute, class};
use web_sys::Element;

use super::dom::{first, say};
use super::live_region::announce;
use super::shortcuts_dialog::is_on;
use super::{open_sources, page_loader};
use says_who_view::words::controls::ENGLISH;

/// The button.
const BUTTON: &str = concatcp!(".", class::ALL_SOURCES, " button");

/// Answers the button, and counts, from now on.
pub(super) fn listen() -> Vec<EventListener> {
    let clicked = EventListener::new(&document(), "click", |event| {
        if is_on(event, BUTTON) {
            let (open, of) = open_sources::count();
            open_sources::set_all(open < of);
            announce(&count());
            // Now: whoever leaves at once leaves it so.
            remember();
        }
    });
    let options = EventListenerOptions::run_in_capture_phase();
    // Many change at once; they are counted once, before the next picture.
    let mut next = None::<AnimationFrame>;
    let toggled = EventListener::new_with_options(&document(), "toggle", options, move |_| {
        next.replace(request_animation_frame(|_| {
            count();
            remember();
        }));
    });
    vec![clicked, toggled]
}

/// Keeps in mind for the visit which are unfolded now.
fn remember() {
    if let Some(dispute) = page_loader::says(attribute::DISPUTE).filter(|_| page_loader::is_whole())
    {
        open_sources::remember(&dispute);
    }
}

/// Says on the page how many are unfolded, and offers what is left to do.
pub(super) fn count() -> String {
    let (open, of) = open_sources::count();
    let said = (ENGLISH.shown_of)(open, of);
    let offer = if of > 0 && open == of {
        ENGLISH.hide_all
    } else {
        ENGLISH.show_all
    };
    for (place, words) in [
        (BUTTON, offer),
        (concatcp!(".", class::ALL_SOURCES_COUNT), &said),
    ] {
        if let Some(place) = first::<Element>(place) {
            say(&place, words);
        }
    }
    said
}
