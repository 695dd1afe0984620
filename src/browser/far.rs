//! Points of a long ledger that are out of sight.
//!
//! A page comes with everything laid out: every place on it is exact, whoever
//! goes there, with the app or without. The browser notes how high each point
//! is. From then on those out of sight keep that height and are not laid out
//! (`styles/components/_ledger.scss`). Where something unseen changes one, it is
//! measured anew: a few at a time, so that nobody waits for it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use super::find::{all, first};

/// On a ledger: every point has been laid out, and its height is known.
const MEASURED: &str = "data-measured";

/// On a point that is being measured anew.
const MEASURING: &str = "data-measuring";

const LONG: &str = ".ledger--long";

/// A point whose height is only remembered.
const FAR: &str = ".ledger--long[data-measured] > .point";

/// A picture that takes longer than this many milliseconds was too much work.
const LONG_PICTURE: f64 = 34.0;

/// So many points are measured for one picture at most.
const MOST: usize = 32;

/// Whether there is anything on the page whose place is not yet exact.
pub(super) fn rests() -> bool {
    first::<Element>(FAR).is_some()
}

/// Lets what is out of sight rest, once the page as it is now was laid out and drawn.
pub(super) fn rest() {
    // The first comes before the layout it waits for, the second after.
    next_picture(|| {
        next_picture(|| {
            for ledger in all::<Element>(LONG) {
                // An element that refuses an attribute stays as it was.
                let _ = ledger.set_attribute(MEASURED, "");
            }
        });
    });
}

/// Lays out everything again, at once.
fn wake() {
    for ledger in all::<Element>(LONG) {
        let _ = ledger.remove_attribute(MEASURED);
    }
}

/// Does something before the next picture is drawn. Without pictures there is
/// nobody to do it for.
pub(super) fn next_picture(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    let _ = window().request_animation_frame(then.unchecked_ref());
}

/// Listens for what changes heights unseen.
pub(super) fn listen() -> Vec<EventListener> {
    let unseen = Rc::new(RefCell::new(Unseen::default()));
    let options = EventListenerOptions::run_in_capture_phase();
    let toggled = EventListener::new_with_options(&document(), "toggle", options, move |event| {
        let details = event
            .target()
            .and_then(|one| one.dyn_into::<Element>().ok());
        if let Some(point) = details.and_then(|one| one.closest(FAR).ok()?) {
            Unseen::add(&unseen, point);
        }
    });
    let mut width = inner_width();
    let resized = EventListener::new(&window(), "resize", move |_| {
        // Where a bar of the browser's comes and goes, only the height changes.
        if std::mem::replace(&mut width, inner_width()) != width {
            wake();
            rest();
        }
    });
    vec![toggled, resized]
}

fn inner_width() -> Option<f64> {
    window().inner_width().ok()?.as_f64()
}

/// Points whose height may have changed unseen.
#[derive(Default)]
struct Unseen {
    waiting: VecDeque<Element>,
    measuring: Vec<Element>,
    /// How many are measured for one picture.
    at_once: usize,
    /// When the picture before was begun.
    before: f64,
}

impl Unseen {
    fn add(this: &Rc<RefCell<Self>>, point: Element) {
        let mut unseen = this.borrow_mut();
        // Those of one point come one after the other.
        if unseen.waiting.back() == Some(&point) {
            return;
        }
        let begins = unseen.waiting.is_empty() && unseen.measuring.is_empty();
        unseen.waiting.push_back(point);
        if begins {
            unseen.at_once = 1;
            unseen.before = now();
            Self::go_on(this.clone());
        }
    }

    fn go_on(this: Rc<RefCell<Self>>) {
        next_picture(move || {
            let is_done = this.borrow_mut().measure();
            if !is_done {
                Self::go_on(this);
            }
        });
    }

    /// Has the next few laid out in this picture, for the browser to note their
    /// height; those of the picture before rest again. Whether none is left.
    fn measure(&mut self) -> bool {
        for point in self.measuring.drain(..) {
            let _ = point.remove_attribute(MEASURING);
        }
        let now = now();
        self.at_once = if now - self.before > LONG_PICTURE {
            (self.at_once / 2).max(1)
        } else {
            (self.at_once * 2).min(MOST)
        };
        self.before = now;
        let count = self.at_once.min(self.waiting.len());
        for point in self.waiting.drain(..count) {
            let _ = point.set_attribute(MEASURING, "");
            self.measuring.push(point);
        }
        self.measuring.is_empty()
    }
}

/// Milliseconds since the page was asked for.
fn now() -> f64 {
    window()
        .performance()
        .map_or(0.0, |performance| performance.now())
}
