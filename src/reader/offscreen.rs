//! Points of a long ledger that are off screen.
//!
//! The browser skips their layout (`content-visibility`, in
//! `styles/components/_ledger.scss`). A point that was never laid out has the height
//! that the generator estimated; one that was keeps its real height. This module has
//! points laid out as the reader comes near, a few for each frame, so that nothing in
//! view jumps; and again when many open or close at once, or the window gets another
//! width. All at once would block a browser for seconds.

use std::cell::RefCell;
use std::rc::Rc;

use const_format::concatcp;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use says_who_view::dom::class;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom::{all, window_height};
use super::scroll_anchor::ScrollAnchor;

/// Set on a point while the browser lays it out.
const MEASURING: &str = "data-measuring";

/// So many above the window are laid out in one frame, and as many below.
const AT_ONCE: usize = 4;

/// How long after a change of the page the points are laid out, in milliseconds: what is
/// in view is shown first.
const SETTLING_TIME: u32 = 300;

/// Within so many window heights a point is near: farther away than browsers lay out
/// by themselves.
const NEAR_WINDOWS: f64 = 3.0;

/// A point whose layout is skipped off screen.
const SKIPPED: &str = concatcp!(".", class::LEDGER_LONG, " > .", class::POINT);

/// Calls `then` before the next frame; never in a tab that is not shown.
pub(super) fn next_frame(then: impl FnOnce() + 'static) {
    // Dropping the handle would cancel it.
    std::mem::forget(request_animation_frame(|_| then()));
}

/// Lays out the points of the page in view as the reader comes near.
#[derive(Clone, Default)]
pub(super) struct OffscreenPoints(Rc<RefCell<Measuring>>);

impl OffscreenPoints {
    /// Listens for what changes heights off screen.
    pub(super) fn listen(&self) -> [EventListener; 4] {
        [
            self.toggled(),
            self.typed(),
            self.scrolled(),
            self.resized(),
        ]
    }

    /// Starts again with all points: the page is new, or has another width.
    pub(super) fn measure(&self) {
        self.0.borrow_mut().is_due = true;
        self.resume();
    }

    /// All heights change with the width of the window.
    fn resized(&self) -> EventListener {
        let this = self.clone();
        let mut width = inner_width();
        EventListener::new(&window(), "resize", move |_| {
            // Not with its height, which changes as the browser's bars come and go.
            if std::mem::replace(&mut width, inner_width()) != width {
                this.measure();
            }
        })
    }

    /// Starts again once `<details>` of more than one point have toggled together. A
    /// single point is in view, and so laid out.
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
            this.wait();
        })
    }

    /// A search is shown first.
    fn typed(&self) -> EventListener {
        let this = self.clone();
        EventListener::new(&document(), "input", move |_| this.wait())
    }

    /// Waits until the page has settled.
    fn wait(&self) {
        let this = self.clone();
        let settled = move || {
            this.0.borrow_mut().settling = None;
            this.resume();
        };
        self.0.borrow_mut().settling = Some(Timeout::new(SETTLING_TIME, settled));
    }

    fn scrolled(&self) -> EventListener {
        let this = self.clone();
        EventListener::new(&window(), "scroll", move |_| {
            let others_are_near = !this.0.borrow().waiting.is_empty();
            if others_are_near {
                this.resume();
            }
        })
    }

    fn resume(&self) {
        if !std::mem::replace(&mut self.0.borrow_mut().is_running, true) {
            self.clone().step();
        }
    }

    fn step(self) {
        next_frame(move || {
            let is_running = self.0.borrow_mut().step();
            if is_running {
                self.step();
            }
        });
    }
}

fn inner_width() -> Option<f64> {
    window().inner_width().ok()?.as_f64()
}

/// The state of measuring.
#[derive(Default)]
struct Measuring {
    /// The last point in which something toggled.
    toggled: Option<Element>,
    /// While the page is changing: calls for a step once it has settled.
    settling: Option<Timeout>,
    /// Whether to start again with all points in the next frame.
    is_due: bool,
    /// Whether a step is due in the next frame.
    is_running: bool,
    /// The points still to be laid out, in document order.
    waiting: Vec<Element>,
    /// Those laid out in this frame.
    current: Vec<Element>,
}

impl Measuring {
    /// Has the nearest points laid out in this frame, in which the browser records
    /// their height, and releases those of the frame before. Whether to continue.
    fn step(&mut self) -> bool {
        if self.settling.is_some() {
            self.is_running = false;
            return false;
        }
        self.toggled = None;
        if std::mem::take(&mut self.is_due) {
            self.waiting = all(SKIPPED);
        }
        if self.waiting.is_empty() && self.current.is_empty() {
            self.is_running = false;
            return false;
        }
        let anchor = ScrollAnchor::in_view();
        for point in self.current.drain(..) {
            let _ = point.remove_attribute(MEASURING);
        }
        let height = window_height().unwrap_or_default();
        let near = NEAR_WINDOWS * height;
        let (mut above, mut in_view, mut below) = (Vec::new(), Vec::new(), Vec::new());
        for (at, point) in self.waiting.iter().enumerate() {
            // A filter hides it.
            if point.has_attribute("hidden") {
                continue;
            }
            let place = point.get_bounding_client_rect();
            if place.bottom() > 0.0 && place.top() < height {
                // The browser has laid it out. Were it released in sight, Chromium would
                // count that as a layout shift.
                in_view.push(at);
            } else if place.top() < 0.0 {
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
        let measured = |at| (at, true);
        let above = nearest.into_iter().map(measured);
        let in_view = in_view.into_iter().map(|at| (at, false));
        let below = below.into_iter().map(measured);
        for (at, is_measured) in above.chain(in_view).chain(below).rev() {
            let point = self.waiting.remove(at);
            if is_measured {
                let _ = point.set_attribute(MEASURING, "");
                self.current.push(point);
            }
        }
        // Not every browser has scroll anchoring.
        if let Some(anchor) = anchor {
            anchor.restore();
        }
        self.is_running = !self.current.is_empty();
        self.is_running
    }
}
