//! Scrolls to an item or a place: opens what contains it, moves focus, marks the item
//! as the target.

use std::cell::Cell;

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::{class, id};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollToOptions};

use super::dom::{hide, is_open, open, section_head};
use super::history::SavedPlace;
use super::{offscreen, scroll_spy};

/// Set on the item to which a link led.
const TARGET: &str = "data-here";

/// How to scroll to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScrollMode {
    /// Scroll to it and focus it: the reader followed a link.
    Scroll,
    /// The same, unless the browser has already scrolled.
    UnlessScrolled,
    /// Keep the scroll position and the focus.
    Keep,
}

/// Scrolls to the item `id`: opens the `<details>` around it and its own, marks it
/// as the target, scrolls as `mode` says. Nothing is closed.
pub(super) fn item(id: &str, mode: ScrollMode) {
    let Some(element) = document().get_element_by_id(id) else {
        return;
    };
    let moved = open_around(&element);
    open_own(&element);
    mark(&element);
    let is_scrolled = !moved && window().scroll_y().is_ok_and(|top| top > 0.0);
    match mode {
        ScrollMode::Keep => {}
        // Scrolling again would undo a text fragment in the address.
        ScrollMode::UnlessScrolled if is_scrolled => focus(&element),
        ScrollMode::UnlessScrolled | ScrollMode::Scroll => {
            element.scroll_into_view();
            focus(&element);
            keep_correcting(move || {
                let before = top_of(&element);
                element.scroll_into_view();
                top_of(&element) - before
            });
        }
    }
}

/// Scrolls to the search form, which shows the number of results.
pub(super) fn results() {
    unmark();
    let field = document().get_element_by_id(id::SEARCH);
    if let Some(form) = field.and_then(|field| field.closest("[role=search]").ok()?) {
        form.scroll_into_view();
        if let Some(head) = section_head(&form) {
            focus(&head);
        }
    }
}

/// Scrolls to the top of the page and focuses its heading.
pub(super) fn top() {
    unmark();
    scroll_to_offset(0.0);
    if let Ok(Some(heading)) = document().query_selector("main h1") {
        focus(&heading);
    }
}

/// Restores the reader's place in a history entry whose address leads to `target`.
pub(super) fn restore(place: &SavedPlace, target: Option<&str>) {
    unmark();
    if let Some(id) = target {
        item(id, ScrollMode::Keep);
    }
    scroll_to_offset(place.top);
    if let Some(anchor) = place.anchor.clone() {
        anchor.restore();
        keep_correcting(move || anchor.restore());
    }
    // Compared, not built into a selector: an address may hold anything.
    let links = document().links();
    let link = (0..links.length())
        .filter_map(|index| links.item(index))
        .find(|link| link.get_attribute("href") == place.link && place.link.is_some());
    if let Some(link) = link {
        focus(&link);
    }
}

/// Opens the element and every `<details>` around it, and shows what a filter hid.
/// Whether that changed the layout.
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

/// Opens the element's own `<details>`: the sourcing of a statement, the details of a
/// source.
fn open_own(element: &Element) {
    if let Ok(Some(own)) = element.query_selector(":scope > details, :scope > td > details") {
        open(&own, true);
    }
}

fn mark(element: &Element) {
    unmark();
    let _ = element.set_attribute(TARGET, "");
    scroll_spy::mark_entry_of(element);
}

/// Removes the mark, and stops correcting the scroll position.
fn unmark() {
    TARGETS.set(TARGETS.get().wrapping_add(1));
    if let Ok(Some(before)) = document().query_selector("[data-here]") {
        let _ = before.remove_attribute(TARGET);
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

/// An element in view and its distance from the top of the window. Unlike a scroll
/// position this stays right when the layout above changes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ScrollAnchor {
    id: String,
    top: f64,
}

impl ScrollAnchor {
    /// The element in the middle of the window; `None` where nothing there has an id.
    pub(super) fn in_view() -> Option<Self> {
        let window = window();
        let middle = |length: f64| (length / 2.0) as f32;
        let across = middle(window.inner_width().ok()?.as_f64()?);
        let down = middle(window.inner_height().ok()?.as_f64()?);
        let element = document().element_from_point(across, down)?;
        let named = element
            .closest(concatcp!(".", class::SECTION, " [id]"))
            .ok()??;
        Some(Self {
            id: named.id(),
            top: top_of(&named),
        })
    }

    /// The target of a link, while it is in the window.
    pub(super) fn of_target() -> Option<Self> {
        let element = target_in_window()?;
        Some(Self {
            id: element.id(),
            top: top_of(&element),
        })
    }

    /// Scrolls so that the element is where it was. Returns by how much, in pixels.
    pub(super) fn restore(&self) -> f64 {
        let Some(named) = document().get_element_by_id(&self.id) else {
            return 0.0;
        };
        let off = top_of(&named) - self.top;
        let before = window().scroll_y().unwrap_or_default();
        if off.abs() >= 1.0 {
            scroll_to_offset(before + off);
        }
        window().scroll_y().unwrap_or_default() - before
    }
}

/// The target of a link, while it is in the window.
pub(super) fn target_in_window() -> Option<Element> {
    let element = document().query_selector("[data-here]").ok()??;
    let height = window().inner_height().ok()?.as_f64()?;
    (0.0..height).contains(&top_of(&element)).then_some(element)
}

/// Makes a change that may move the target of a link, and keeps the target in place:
/// WebKit has no scroll anchoring.
pub(super) fn keep_target_in_place<T>(change: impl FnOnce() -> T) -> T {
    let anchor = ScrollAnchor::of_target();
    let done = change();
    if let Some(anchor) = anchor {
        anchor.restore();
    }
    done
}

/// The distance of an element from the top of the window, in pixels.
fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

thread_local! {
    /// The number of the last target: corrections for an older one stop.
    static TARGETS: Cell<u32> = const { Cell::new(0) };
}

/// The position is corrected for so many frames at most.
const MAX_FRAMES: u32 = 30;

/// It is final after so many frames without a change.
const STABLE_FRAMES: u32 = 3;

/// Corrects the scroll position in each of the next frames until it is stable: points
/// that are not laid out get their real height only near the window. `scroll` returns
/// by how much it scrolled.
fn keep_correcting(scroll: impl Fn() -> f64 + 'static) {
    let target = TARGETS.get();
    if offscreen::has_skipped_points() {
        correct_for(MAX_FRAMES, STABLE_FRAMES, target, scroll);
    }
}

fn correct_for(frames: u32, stable: u32, target: u32, scroll: impl Fn() -> f64 + 'static) {
    if frames == 0 || stable == 0 {
        return;
    }
    offscreen::next_frame(move || {
        if TARGETS.get() == target {
            let stable = if scroll().abs() < 1.0 {
                stable - 1
            } else {
                STABLE_FRAMES
            };
            correct_for(frames - 1, stable, target, scroll);
        }
    });
}

/// Scrolls to so many pixels below the top of the page, without animation.
pub(super) fn scroll_to_offset(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}
