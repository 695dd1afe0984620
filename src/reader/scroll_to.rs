//! Scrolls to an item or a place: opens what contains it, moves focus, marks the item
//! as the target.

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::{class, id};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollToOptions,
};

use super::dom::{first, hide, is_open, open, section_head, window_height};
use super::saved_places::SavedPlace;
use super::{scroll_correction, scroll_spy};

/// Set on the item to which a link led.
const TARGET: &str = "data-here";

/// Set on the root element once a link has led to an item. `web/boot.js` sets it where
/// the address has a hash.
const HAS_TARGET: &str = "data-has-target";

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
            scroll_correction::start(element, |element| {
                let before = top_of(element);
                element.scroll_into_view();
                top_of(element) - before
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

/// Moves focus to the search field.
pub(super) fn focus_search() {
    if let Some(field) = first::<HtmlInputElement>(&format!("#{}", id::SEARCH)) {
        let _ = field.focus();
        field.select();
    }
}

/// Scrolls to the top of the page and focuses its heading.
pub(super) fn top() {
    to_heading("main h1");
}

/// The same for what is compared, which stands at the top.
pub(super) fn comparison() {
    to_heading(concatcp!(".", class::COMPARISON, " h2"));
}

/// Scrolls to the top of the page and focuses a heading there.
fn to_heading(selector: &str) {
    unmark();
    scroll_to_offset(0.0);
    if let Ok(Some(heading)) = document().query_selector(selector) {
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
        if let Some(element) = anchor.element() {
            scroll_correction::start(element, move |_| anchor.restore());
        }
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
    // Setting an attribute can only fail on an invalid name.
    let _ = element.set_attribute(TARGET, "");
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(HAS_TARGET, "");
    }
    scroll_spy::scrolled_to(element);
}

/// Removes the mark, and stops correcting the scroll position.
fn unmark() {
    scroll_correction::end();
    if let Ok(Some(before)) = document().query_selector("[data-here]") {
        let _ = before.remove_attribute(TARGET);
    }
}

/// Moves focus to an element, without scrolling.
pub(super) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        if element.tab_index() < 0 && !element.has_attribute("tabindex") {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// The target of a link, while it is in the window.
pub(super) fn target_in_window() -> Option<Element> {
    let element = document().query_selector("[data-here]").ok()??;
    let height = window_height()?;
    (0.0..height).contains(&top_of(&element)).then_some(element)
}

/// The distance of an element from the top of the window, in pixels.
pub(super) fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Scrolls to so many pixels below the top of the page, without animation.
pub(super) fn scroll_to_offset(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}
