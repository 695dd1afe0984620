//! Helpers for the DOM. The selectors are our own, so they always parse; where one
//! matches nothing, the result is empty.

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::class;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// Set on the page while something is compared: the style sheet shows that in place of the
/// rest.
pub(super) const COMPARING: &str = "data-comparing";

/// All elements of this type that match, in document order.
pub(super) fn all<T: JsCast>(selector: &str) -> Vec<T> {
    document()
        .query_selector_all(selector)
        .map(|found| elements(&found))
        .unwrap_or_default()
}

/// The same, within an element.
pub(super) fn all_in<T: JsCast>(element: &Element, selector: &str) -> Vec<T> {
    element
        .query_selector_all(selector)
        .map(|found| elements(&found))
        .unwrap_or_default()
}

/// How many elements match.
pub(super) fn count(selector: &str) -> usize {
    document()
        .query_selector_all(selector)
        .map_or(0, |found| found.length() as usize)
}

/// The first element of this type that matches.
pub(super) fn first<T: JsCast>(selector: &str) -> Option<T> {
    let found = document().query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// The first element within another that matches.
pub(super) fn first_in(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok()?
}

/// The sourcing of a statement.
pub(super) fn sourcing(statement: &Element) -> Option<Element> {
    first_in(statement, concatcp!(":scope > .", class::SOURCING))
}

/// The heading of the section around an element.
pub(super) fn section_head(element: &Element) -> Option<Element> {
    let section = element.closest(concatcp!(".", class::SECTION)).ok()??;
    first_in(&section, concatcp!(":scope > .", class::SECTION_HEAD))
}

/// The height of the window, in pixels.
pub(super) fn window_height() -> Option<f64> {
    window().inner_height().ok()?.as_f64()
}

/// Whether the page can be scrolled no further.
pub(super) fn is_at_end() -> bool {
    let page = document().document_element();
    let below = window().scroll_y().ok().zip(window_height());
    below
        .zip(page)
        .is_some_and(|((top, height), page)| top + height + 1.0 >= f64::from(page.scroll_height()))
}

fn elements<T: JsCast>(found: &NodeList) -> Vec<T> {
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}

/// Hides or shows an element.
pub(super) fn hide(element: &Element, hidden: bool) {
    set(element, "hidden", hidden);
}

/// Opens or closes a `<details>`.
pub(super) fn open(details: &Element, open: bool) {
    set(details, "open", open);
}

/// Whether a `<details>` is open.
pub(super) fn is_open(details: &Element) -> bool {
    details.has_attribute("open")
}

/// Sets or removes a boolean attribute.
fn set(element: &Element, name: &str, there: bool) {
    // Setting an attribute can only fail on an invalid name.
    let _ = element.toggle_attribute_with_force(name, there);
}
