//! The one element that belongs to the app: what it says of where the page
//! stands, and the word on it that the app is there.

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::{attribute, class, id};
use web_sys::Element;

use super::dom;
use says_who_routes::search::replace;
use says_who_routes::{Base, Route};
use says_who_view::dom::ORIGIN_PLACEHOLDER;

/// Says on the root that the app has taken the page over. That it could not,
/// `boot.js` says there.
pub(super) fn mark_ready() {
    if let Some(root) = document().get_element_by_id(id::APP) {
        // An element that refuses an attribute leaves nobody to tell.
        let _ = root.set_attribute("data-app", "ready");
    }
}

/// What an address begins with: the scheme and host of the site; where the pages
/// were written without knowing them, those of this page; in one file, the file's
/// own address.
pub(super) fn origin() -> String {
    attribute(attribute::ORIGIN)
        .or_else(|| window().location().origin().ok())
        .unwrap_or_default()
}

/// Where the page says that it stands.
pub(super) fn base() -> Option<Base> {
    attribute(attribute::BASE)?.parse().ok()
}

/// The page that the root says this is, as it was loaded.
pub(super) fn route() -> Route {
    attribute(attribute::ROUTE).map_or(Route::Unknown, |route| Route::parse(&route))
}

fn attribute(name: &str) -> Option<String> {
    document().get_element_by_id(id::APP)?.get_attribute(name)
}

/// A text in which [`ORIGIN_PLACEHOLDER`] stands for the scheme and host.
pub(super) fn filled(text: &str) -> String {
    replace(text, ORIGIN_PLACEHOLDER, &origin())
}

/// Puts the scheme and host where a part of the page has left room for it.
pub(super) fn fill(part: &Element) {
    for place in dom::all_in::<Element>(part, concatcp!("[", attribute::HOST, "]")) {
        place.set_text_content(Some(&origin()));
        // What leads to the address shown leads to all of it.
        if let Ok(Some(link)) = place.closest("a") {
            let _ = link.set_attribute("href", &link.text_content().unwrap_or_default());
        }
    }
}

/// Hands the line for the head of every printed page from the page in view to the
/// document's own element, where margins on paper can have it: they can be told
/// what that element says, and nothing else.
pub(super) fn set_print_line() {
    let has_margins = js_sys::Reflect::has(&window(), &"CSSMarginRule".into());
    if !has_margins.is_ok_and(|has| has) {
        return;
    }
    let line = dom::first::<Element>(concatcp!(".", class::PRINT_LINE))
        .and_then(|line| line.text_content());
    let line = line.unwrap_or_default();
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-line", &line);
    }
}
