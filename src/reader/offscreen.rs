//! Points of a long ledger that are out of sight.
//!
//! They are not laid out (`styles/components/_ledger.scss`). One that never was
//! has the height that was guessed as the page was written; one that was keeps
//! its own. They are measured as somebody comes near them, a few for each
//! picture, so that what is in view does not move when they come into view
//! themselves; and anew where many unfold or fold at once, or the window gets
//! another width. All at once would take a browser seconds.

use const_format::concatcp;
use says_who_view::dom::class;
use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom::{all, first};
use super::scroll_to::ScrollAnchor;

/// On a point that is being measured.
const MEASURING: &str = "data-measuring";

/// So many above what is in view are measured for one picture, and as many below.
const AT_ONCE: usize = 4;

/// Near is what is less than so many windows away: farther than a browser
/// begins to lay out by itself.
const NEAR: f64 = 3.0;

/// A point that is not laid out unless it is in sight.
const SKIPPED: &str = concatcp!(".", class::LEDGER_LONG, " > .", class::POINT);

/// Whether there is anything on the page whose place may not yet be exact.
pub(super) fn rests() -> bool {
    first::<Element>(SKIPPED).is_some()
}

/// Does something before the next picture is drawn. Without pictures there is
/// nobody to do it for.
pub(super) fn next_picture(then: impl FnOnce() + 'static) {
    // Dropped, it would not come.
    std::mem::forget(request_animation_frame(|_| then()));
}

/// What is measured of the page in view.
#[derive(Clone, Default)]
pub(super) struct OffscreenPoints(Rc<RefCell<Measuring>>);

impl OffscreenPoints {
    /// Listens for what changes heights unseen.
    pub(super) fn listen(&self) -> [EventListener; 3] {
        [self.toggled(), self.scrolled(), self.resized()]
    }

    /// Measures the points of the page, which is new, or has another width.
    pub(super) fn measure(&self) {
        self.0.borrow_mut().is_due = true;
        self.go_on();
    }

    /// Every height is another where the window gets another width.
    fn resized(&self) -> EventListener {
        let this = self.clone();
        let mut width = inner_width();
        EventListener::new(&window(), "resize", move |_| {
            // Where a bar of the browser's comes and goes, only the height changes.
            if std::mem::replace(&mut width, inner_width()) != width {
                this.measure();
            }
        })
    }

    /// Measures anew where sources of more than one point unfold or fold for one
    /// picture. Those of a single point are in view, and it is laid out.
    fn toggled(&self) -> EventListener {
        let this = self.clone();
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document(), "toggle", options, move |event| {
            let mut measuring = this.0.borrow_mut();
            if measuring.is_due {
                return;
            }
            let details = event
                .target()
                .and_then(|one| one.dyn_into::<Element>().ok());
            let Some(point) = details.and_then(|one| one.closest(SKIPPED).ok()?) else {
                return;
            };
            let before = measuring.toggled.replace(point.clone());
            if before.is_some_and(|before| before != point) {
                measuring.is_due = true;
            }
            drop(measuring);
            this.go_on();
        })
    }

    fn scrolled(&self) -> EventListener {
        let this = self.clone();
        EventListener::new(&window(), "scroll", move |_| {
            let others_are_near = !this.0.borrow().waiting.is_empty();
            if others_are_near {
                this.go_on();
            }
        })
    }

    fn go_on(&self) {
        if !std::mem::replace(&mut self.0.borrow_mut().goes_on, true) {
            self.clone().step();
        }
    }

    fn step(self) {
        next_picture(move || {
            let goes_on = self.0.borrow_mut().step();
            if goes_on {
                self.step();
            }
        });
    }
}

fn inner_width() -> Option<f64> {
    window().inner_width().ok()?.as_f64()
}

/// The measuring of points, and how far it is.
#[derive(Default)]
struct Measuring {
    /// The last point of which something unfolded or folded for this picture.
    toggled: Option<Element>,
    /// Whether all are to be measured from the next picture on.
    is_due: bool,
    /// Whether it goes on with the next picture.
    goes_on: bool,
    /// Those to be measured, in the order of the page.
    waiting: Vec<Element>,
    /// Those of this picture.
    now: Vec<Element>,
}

impl Measuring {
    /// Has the nearest laid out for this picture, in which the browser notes
    /// their height; those of the picture before rest again. Whether it goes on.
    fn step(&mut self) -> bool {
        self.toggled = None;
        if std::mem::take(&mut self.is_due) {
            self.waiting = all(SKIPPED);
        }
        if self.waiting.is_empty() && self.now.is_empty() {
            self.goes_on = false;
            return false;
        }
        let anchor = ScrollAnchor::in_view();
        for point in self.now.drain(..) {
            let _ = point.remove_attribute(MEASURING);
        }
        let near = window().inner_height().ok();
        let near = NEAR * near.and_then(|height| height.as_f64()).unwrap_or_default();
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for (at, point) in self.waiting.iter().enumerate() {
            // What a filter leaves out is nowhere.
            if point.has_attribute("hidden") {
                continue;
            }
            let place = point.get_bounding_client_rect();
            if place.top() < 0.0 {
                if place.bottom() > -near {
                    above.push(at);
                }
            } else if place.top() < near && below.len() < AT_ONCE {
                below.push(at);
            } else {
                break;
            }
        }
        let nearest = above.split_off(above.len().saturating_sub(AT_ONCE));
        for at in nearest.into_iter().chain(below).rev() {
            let point = self.waiting.remove(at);
            let _ = point.set_attribute(MEASURING, "");
            self.now.push(point);
        }
        // A browser does not always keep what is in view where it is.
        if let Some(anchor) = anchor {
            anchor.restore();
        }
        self.goes_on = !self.now.is_empty();
        self.goes_on
    }
}
