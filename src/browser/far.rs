//! Points of a long ledger that are out of sight.
//!
//! A page comes with everything laid out: every place on it is exact, whoever
//! goes there, with the app or without. The browser notes how high each point
//! is. From then on those out of sight keep that height and are not laid out
//! (`styles/components/_ledger.scss`). Where many unfold or fold at once, they are
//! measured anew as somebody comes near them, a few for each picture, so that
//! what is in view does not move when they come into view themselves.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::arrival::Line;
use super::find::{all, first};

/// On a ledger: every point has been laid out, and its height is known.
const MEASURED: &str = "data-measured";

/// On a point that is being measured anew.
const MEASURING: &str = "data-measuring";

/// So many above what is in view are measured for one picture, and as many below.
const AT_ONCE: usize = 2;

/// Near is what is less than so many windows away: farther than a browser
/// begins to lay out by itself.
const NEAR: f64 = 3.0;

const LONG: &str = ".ledger--long";

/// A point whose height is only remembered.
const FAR: &str = ".ledger--long[data-measured] > .point";

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
    // Dropped, it would not come.
    std::mem::forget(request_animation_frame(|_| then()));
}

/// Listens for what changes heights unseen.
pub(super) fn listen() -> [EventListener; 3] {
    let measuring = Rc::new(RefCell::new(Measuring::default()));
    [toggled(measuring.clone()), scrolled(measuring), resized()]
}

/// Lays everything out again where the window gets another width: every height
/// is another then.
fn resized() -> EventListener {
    let mut width = inner_width();
    EventListener::new(&window(), "resize", move |_| {
        // Where a bar of the browser's comes and goes, only the height changes.
        if std::mem::replace(&mut width, inner_width()) != width {
            wake();
            rest();
        }
    })
}

fn inner_width() -> Option<f64> {
    window().inner_width().ok()?.as_f64()
}

/// Measures anew where sources of more than one point unfold or fold for one
/// picture. Those of a single point are in view, and it is laid out.
fn toggled(measuring: Rc<RefCell<Measuring>>) -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "toggle", options, move |event| {
        if measuring.borrow().is_due {
            return;
        }
        let details = event
            .target()
            .and_then(|one| one.dyn_into::<Element>().ok());
        let Some(point) = details.and_then(|one| one.closest(FAR).ok()?) else {
            return;
        };
        let before = measuring.borrow_mut().toggled.replace(point.clone());
        if before.is_some_and(|before| before != point) {
            measuring.borrow_mut().is_due = true;
        }
        Measuring::begin(&measuring);
    })
}

fn scrolled(measuring: Rc<RefCell<Measuring>>) -> EventListener {
    EventListener::new(&window(), "scroll", move |_| {
        let others_are_near = !measuring.borrow().waiting.is_empty();
        if others_are_near {
            Measuring::begin(&measuring);
        }
    })
}

/// The measuring anew of every point, and how far it is.
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
    fn begin(this: &Rc<RefCell<Self>>) {
        if !std::mem::replace(&mut this.borrow_mut().goes_on, true) {
            Self::go_on(this.clone());
        }
    }

    fn go_on(this: Rc<RefCell<Self>>) {
        next_picture(move || {
            let goes_on = this.borrow_mut().step();
            if goes_on {
                Self::go_on(this);
            }
        });
    }

    /// Has the nearest laid out for this picture, in which the browser notes
    /// their height; those of the picture before rest again. Whether it goes on.
    fn step(&mut self) -> bool {
        self.toggled = None;
        if std::mem::take(&mut self.is_due) {
            self.waiting = all(FAR);
        }
        let line = Line::in_view();
        for point in self.now.drain(..) {
            let _ = point.remove_attribute(MEASURING);
        }
        let near = window().inner_height().ok();
        let near = NEAR * near.and_then(|height| height.as_f64()).unwrap_or_default();
        let top = |point: &Element| point.get_bounding_client_rect().top();
        let bottom = |point: &Element| point.get_bounding_client_rect().bottom();
        let (above, below) = self
            .waiting
            .split_at(self.waiting.partition_point(|point| top(point) < 0.0));
        let is_near = |point: &&Element| bottom(point) > -near && top(point) < near;
        let from = above.iter().rev().take(AT_ONCE).take_while(is_near).count();
        let until = below.iter().take(AT_ONCE).take_while(is_near).count();
        let here = above.len();
        let (from, until) = (here - from, here + until);
        for point in self.waiting.drain(from..until) {
            let _ = point.set_attribute(MEASURING, "");
            self.now.push(point);
        }
        // A browser does not always keep what is in view where it is.
        if let Some(line) = line {
            line.come_back();
        }
        self.goes_on = !self.now.is_empty();
        self.goes_on
    }
}
