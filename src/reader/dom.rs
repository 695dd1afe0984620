//! Helpers for the DOM. The selectors are our own, so they always parse; where one
//! matches nothing, the result is empty.

use const_format::concatcp;
use gloo::utils::document;
use says_who_view::dom::{attribute, class};
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

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

/// The heading of the section around an element.
pub(super) fn section_head(element: &Element) -> Option<Element> {
    let section = element.closest(concatcp!(".", class::SECTION)).ok()??;
    section
        .query_selector(concatcp!(":scope > .", class::SECTION_HEAD))
        .ok()?
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

/// Sets the text of an element, unless the app set the same text before: a live
/// region would announce it again. The present text is not compared, because the
/// page may have been translated.
pub(super) fn set_text(element: &Element, text: &str) {
    if element.get_attribute(attribute::APP_TEXT).as_deref() != Some(text) {
        let _ = element.set_attribute(attribute::APP_TEXT, text);
        element.set_text_content(Some(text));
    }
}
