//! Coming to a page or to an item on it: what is opened, scrolled to, focused
//! and marked.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlDetailsElement, HtmlElement, ScrollBehavior, ScrollToOptions,
};

use super::history::Left;

/// The attribute on the item a link led to.
const HERE: &str = "data-here";

/// Comes to the element `id`: opens what it is folded in, scrolls to it, moves
/// focus to it and marks it. False where there is no such element.
pub(super) fn at_item(id: &str) -> bool {
    let Some(element) = (!id.is_empty())
        .then(|| document().get_element_by_id(id))
        .flatten()
    else {
        return false;
    };
    open_around(&element);
    mark(&element);
    element.scroll_into_view();
    focus(&element);
    true
}

/// Comes to the top of a page, with focus on its heading.
pub(super) fn at_top() {
    unmark();
    scroll_to(0.0);
    if let Ok(Some(heading)) = document().query_selector("main h1") {
        focus(&heading);
    }
}

/// Comes back to where the reader was.
pub(super) fn back_at(left: &Left) {
    unmark();
    scroll_to(left.top);
    // Compared as a text, not built into a selector: an address may hold anything.
    let links = document().links();
    let link = (0..links.length())
        .filter_map(|index| links.item(index))
        .find(|link| link.get_attribute("href") == left.link && left.link.is_some());
    if let Some(link) = link {
        focus(&link);
    }
}

/// Opens every closed `<details>` around the element, and the element itself.
fn open_around(element: &Element) {
    let mut next = Some(element.clone());
    while let Some(element) = next {
        if let Some(details) = element.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
        next = element.parent_element();
    }
}

fn mark(element: &Element) {
    unmark();
    let _ = element.set_attribute(HERE, "");
}

fn unmark() {
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

fn scroll_to(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}
