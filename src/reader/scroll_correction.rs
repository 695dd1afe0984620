//! Corrects the scroll position while the layout around the target of a link changes.

use std::cell::Cell;

use gloo::utils::window;
use web_sys::Element;

use super::dom::is_at_end;
use super::offscreen::next_frame;
use super::scroll_to::top_of;

thread_local! {
    /// The number of the last target: corrections for an older one stop.
    static TARGETS: Cell<u32> = const { Cell::new(0) };
}

/// The position is corrected for so many frames at most.
const MAX_FRAMES: u32 = 30;

/// It is final after so many frames without a change.
const STABLE_FRAMES: u32 = 3;

/// Ends the correction that is under way, if there is one.
pub(super) fn end() {
    TARGETS.set(TARGETS.get().wrapping_add(1));
}

/// Corrects the scroll position in each of the next frames until it is stable: points
/// that are not laid out get their real height only near the window. `scroll` returns
/// by how much it scrolled. In WebKit, what the app opens above the target can move it,
/// too. A reader who scrolls ends it.
pub(super) fn start(element: Element, scroll: impl Fn(&Element) -> f64 + 'static) {
    let at = Position::of(&element);
    Correction {
        element,
        target: TARGETS.get(),
        scroll,
    }
    .next(MAX_FRAMES, STABLE_FRAMES, at);
}

struct Correction<F> {
    element: Element,
    target: u32,
    scroll: F,
}

impl<F: Fn(&Element) -> f64 + 'static> Correction<F> {
    /// Corrects for so many frames more, or until so many of them have changed nothing.
    /// `left_at` is where the last one left the element.
    fn next(self, frames: u32, stable: u32, left_at: Position) {
        if frames == 0 || stable == 0 {
            return;
        }
        next_frame(move || {
            if TARGETS.get() != self.target || left_at.is_scrolled_from(&self.element) {
                return;
            }
            let stable = if (self.scroll)(&self.element).abs() < 1.0 {
                stable - 1
            } else {
                STABLE_FRAMES
            };
            let at = Position::of(&self.element);
            self.next(frames - 1, stable, at);
        });
    }
}

/// How far the page is scrolled, and where an element is in the window, in pixels.
struct Position {
    scrolled: f64,
    top: f64,
}

impl Position {
    fn of(element: &Element) -> Self {
        Self {
            scrolled: window().scroll_y().unwrap_or_default(),
            top: top_of(element),
        }
    }

    /// Whether somebody has scrolled since: the page is scrolled, but the element is
    /// where it was on the page. When the layout above it changes, it is not, even if the
    /// browser scrolls by itself to keep something else in view. At the end of a page the
    /// browser scrolls as the page gets shorter.
    fn is_scrolled_from(&self, element: &Element) -> bool {
        let now = Self::of(element);
        let moved = (now.scrolled + now.top) - (self.scrolled + self.top);
        (now.scrolled - self.scrolled).abs() >= 1.0 && moved.abs() < 1.0 && !is_at_end()
    }
}
