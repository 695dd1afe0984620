//! Coming to a page or to an item on it: what is opened, scrolled to, focused
//! and marked.

use const_format::concatcp;
use says_who_view::dom::class;
use std::cell::Cell;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollToOptions};

use super::dom::{hide, is_open, open, section_head};
use super::history::SavedPlace;
use super::{offscreen, scroll_spy};

/// The attribute on the item a link led to.
const HERE: &str = "data-here";

/// How one comes to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScrollMode {
    /// By a link: scroll to it and move focus to it.
    Scroll,
    /// By a load in which the browser has already scrolled, unless it could not.
    UnlessScrolled,
    /// The place on the page is the reader's own: leave it.
    Keep,
}

/// Comes to the element `id`: opens what it is folded in and its own sourcing,
/// marks it, and goes there as `mode` says. Opening never closes anything.
pub(super) fn at_item(id: &str, mode: ScrollMode) {
    let Some(element) = document().get_element_by_id(id) else {
        return;
    };
    let moved = open_around(&element);
    open_own(&element);
    mark(&element);
    let there = !moved && window().scroll_y().is_ok_and(|top| top > 0.0);
    match mode {
        ScrollMode::Keep => {}
        // Scrolling once more would undo what a text fragment in the address did.
        ScrollMode::UnlessScrolled if there => focus(&element),
        ScrollMode::UnlessScrolled | ScrollMode::Scroll => {
            element.scroll_into_view();
            focus(&element);
            stay(move || {
                let before = top_of(&element);
                element.scroll_into_view();
                top_of(&element) - before
            });
        }
    }
}

/// Comes to what a search in the address found: to its field, with the count, above
/// the points that match.
pub(super) fn at_results() {
    unmark();
    if let Ok(Some(finder)) = document().query_selector(concatcp!(".", class::FINDER)) {
        finder.scroll_into_view();
        if let Some(head) = section_head(&finder) {
            focus(&head);
        }
    }
}

/// Comes to the top of a page, with focus on its heading.
pub(super) fn at_top() {
    unmark();
    scroll_to(0.0);
    if let Ok(Some(heading)) = document().query_selector("main h1") {
        focus(&heading);
    }
}

/// Comes back to where the reader was, on an entry whose address leads to
/// `target`, if to anything.
pub(super) fn back_at(left: &SavedPlace, target: Option<&str>) {
    unmark();
    if let Some(id) = target {
        at_item(id, ScrollMode::Keep);
    }
    scroll_to(left.top);
    if let Some(anchor) = left.anchor.clone() {
        anchor.restore();
        stay(move || anchor.restore());
    }
    // Compared as a text, not built into a selector: an address may hold anything.
    let links = document().links();
    let link = (0..links.length())
        .filter_map(|index| links.item(index))
        .find(|link| link.get_attribute("href") == left.link && left.link.is_some());
    if let Some(link) = link {
        focus(&link);
    }
}

/// Comes to the element `id` because the reader asked for it.
pub(super) fn go(id: &str) {
    at_item(id, ScrollMode::Scroll);
}

/// Opens every closed `<details>` around the element, and the element itself,
/// and shows it where a filter had left it out. Whether one was closed.
fn open_around(element: &Element) -> bool {
    let mut moved = false;
    let mut next = Some(element.clone());
    while let Some(element) = next {
        if element.local_name() == "details" {
            moved |= !is_open(&element);
            open(&element, true);
        }
        moved |= element.has_attribute("hidden");
        hide(&element, false);
        next = element.parent_element();
    }
    moved
}

/// Opens what is folded directly in the element: a statement's sourcing, the
/// rest of a source's row.
fn open_own(element: &Element) {
    if let Ok(Some(own)) = element.query_selector(":scope > details, :scope > td > details") {
        open(&own, true);
    }
}

fn mark(element: &Element) {
    unmark();
    let _ = element.set_attribute(HERE, "");
    scroll_spy::at(element);
}

/// Also ends the stay at the place before.
fn unmark() {
    ARRIVALS.set(ARRIVALS.get().wrapping_add(1));
    if let Ok(Some(before)) = document().query_selector("[data-here]") {
        let _ = before.remove_attribute(HERE);
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        if element.tab_index() < 0 && !element.has_attribute("tabindex") {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Something in view, and how far from the window's upper edge it is. Unlike a
/// scroll position it stays right when what is above gets another height.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ScrollAnchor {
    id: String,
    top: f64,
}

impl ScrollAnchor {
    /// The line in view; nothing where the page has no names.
    pub(super) fn in_view() -> Option<Self> {
        let window = window();
        let middle = |length: f64| (length / 2.0) as f32;
        let across = middle(window.inner_width().ok()?.as_f64()?);
        let down = middle(window.inner_height().ok()?.as_f64()?);
        let there = document().element_from_point(across, down)?;
        let named = there
            .closest(concatcp!(".", class::SECTION, " [id]"))
            .ok()??;
        Some(Self {
            id: named.id(),
            top: top_of(&named),
        })
    }

    /// That of what a link led to, while it is in the window.
    pub(super) fn of_target() -> Option<Self> {
        let element = target_in_window()?;
        Some(Self {
            id: element.id(),
            top: top_of(&element),
        })
    }

    /// Scrolls to where the line was; gives how far that was.
    pub(super) fn restore(&self) -> f64 {
        let Some(named) = document().get_element_by_id(&self.id) else {
            return 0.0;
        };
        let off = top_of(&named) - self.top;
        let before = window().scroll_y().unwrap_or_default();
        if off.abs() >= 1.0 {
            scroll_to(before + off);
        }
        window().scroll_y().unwrap_or_default() - before
    }
}

/// What a link led to, while it is in the window.
pub(super) fn target_in_window() -> Option<Element> {
    let element = document().query_selector("[data-here]").ok()??;
    let height = window().inner_height().ok()?.as_f64()?;
    (0.0..height).contains(&top_of(&element)).then_some(element)
}

/// Makes a change that may move what a link led to, and keeps that in its place:
/// WebKit has no scroll anchoring.
pub(super) fn keep_target_in_place<T>(change: impl FnOnce() -> T) -> T {
    let anchor = ScrollAnchor::of_target();
    let done = change();
    if let Some(anchor) = anchor {
        anchor.restore();
    }
    done
}

/// How far an element is from the window's upper edge.
fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

thread_local! {
    /// Counts where one came to: what stays at a place does so until the next.
    static ARRIVALS: Cell<u32> = const { Cell::new(0) };
}

/// One stays for so many pictures at most.
const PICTURES: u32 = 30;

/// After so many in which nothing moved one has arrived.
const CALM: u32 = 3;

/// Comes to a place again with each of the next pictures, until it is where it
/// will be: points that were not laid out get their height only when one is
/// near them, and move it. `come` says how far it had to go.
fn stay(come: impl Fn() -> f64 + 'static) {
    let arrival = ARRIVALS.get();
    if offscreen::rests() {
        stay_for(PICTURES, CALM, arrival, come);
    }
}

fn stay_for(pictures: u32, calm: u32, arrival: u32, come: impl Fn() -> f64 + 'static) {
    if pictures == 0 || calm == 0 {
        return;
    }
    offscreen::next_picture(move || {
        if ARRIVALS.get() == arrival {
            let calm = if come().abs() < 1.0 { calm - 1 } else { CALM };
            stay_for(pictures - 1, calm, arrival, come);
        }
    });
}

/// Scrolls to so many pixels below the top of the page, at once.
pub(super) fn scroll_to(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}
