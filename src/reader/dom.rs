//! Elements of the page, by selector. A selector of our own always parses; one
//! that finds nothing gives nothing.

use const_format::concatcp;
use gloo::utils::document;
use says_who_view::dom::{attribute, class};
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// Every element of this type that `selector` finds, in the order of the page.
pub(super) fn all<T: JsCast>(selector: &str) -> Vec<T> {
    document()
        .query_selector_all(selector)
        .map(|found| elements(&found))
        .unwrap_or_default()
}

/// The same below an element.
pub(super) fn all_in<T: JsCast>(element: &Element, selector: &str) -> Vec<T> {
    element
        .query_selector_all(selector)
        .map(|found| elements(&found))
        .unwrap_or_default()
}

/// How many `selector` finds.
pub(super) fn count(selector: &str) -> usize {
    document()
        .query_selector_all(selector)
        .map_or(0, |found| found.length() as usize)
}

/// The first one.
pub(super) fn first<T: JsCast>(selector: &str) -> Option<T> {
    let found = document().query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// The heading of the section that an element is in.
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

/// Hides an element, or shows it.
pub(super) fn hide(element: &Element, hidden: bool) {
    set(element, "hidden", hidden);
}

/// Opens a `<details>`, or closes it.
pub(super) fn open(details: &Element, open: bool) {
    set(details, "open", open);
}

/// Whether a `<details>` is open.
pub(super) fn is_open(details: &Element) -> bool {
    details.has_attribute("open")
}

/// Sets an attribute without a value, or removes it; one that is as it should be is
/// not touched.
fn set(element: &Element, name: &str, there: bool) {
    // An element that refuses an attribute leaves nobody to tell.
    let _ = element.toggle_attribute_with_force(name, there);
}

/// On an element whose text the app changes: what the app last said there.
pub(super) const SAID: &str = attribute::SAID;

/// Says `words` in an element; where it says them already, nothing is touched, nor
/// heard again. What stands there now is not asked: it may be translated.
pub(super) fn say(place: &Element, words: &str) {
    if place.get_attribute(SAID).as_deref() != Some(words) {
        let _ = place.set_attribute(SAID, words);
        place.set_text_content(Some(words));
    }
}
