//! The button that unfolds every source at once, or folds them again, and beside
//! it how many are unfolded. It offers to hide only when every one is shown: in
//! any mixed state there is still something to show.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::document;
use web_sys::Element;

use super::find::{first, say};
use super::keys_panel::is_on;
use super::{announce, page, unfolded};
use crate::words::controls::ENGLISH;

/// The button.
const BUTTON: &str = ".all-sources button";

/// Answers the button, and counts, from now on.
pub(super) fn follow() -> Vec<EventListener> {
    let clicked = EventListener::new(&document(), "click", |event| {
        if is_on(event, BUTTON) {
            let (open, of) = unfolded::count();
            unfolded::set_all(open < of);
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
    if let Some(dispute) = page::says("data-dispute").filter(|_| page::is_whole()) {
        unfolded::remember(&dispute);
    }
}

/// Says on the page how many are unfolded, and offers what is left to do.
pub(super) fn count() -> String {
    let (open, of) = unfolded::count();
    let said = (ENGLISH.shown_of)(open, of);
    let offer = if of > 0 && open == of {
        ENGLISH.hide_all
    } else {
        ENGLISH.show_all
    };
    for (place, words) in [(BUTTON, offer), (".all-sources__count", &said)] {
        if let Some(place) = first::<Element>(place) {
            say(&place, words);
        }
    }
    said
}
