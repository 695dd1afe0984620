//! The one element that belongs to the app: what it says of where the page
//! stands, and the word on it that the app is there.

use gloo::utils::{document, window};
use web_sys::Element;

use says_who_routes::search::replace;
use says_who_routes::{Base, Route};

/// The element's id.
pub(crate) const ROOT: &str = "app";

/// Says on the root that the app has taken the page over. That it could not,
/// `boot.js` says there.
pub(super) fn mark_ready() {
    if let Some(root) = document().get_element_by_id(ROOT) {
        // An element that refuses an attribute leaves nobody to tell.
        let _ = root.set_attribute("data-app", "ready");
    }
}

/// What an address begins with: the scheme and host of the site; where the pages
/// were written without knowing them, those of this page; in one file, the file's
/// own address.
pub(super) fn origin() -> String {
    attribute("data-origin")
        .or_else(|| window().location().origin().ok())
        .unwrap_or_default()
}

/// Where the page says that it stands.
pub(crate) fn base() -> Option<Base> {
    attribute("data-base")?.parse().ok()
}

/// The page that the root says this is, as it was loaded.
pub(crate) fn route() -> Route {
    attribute("data-route").map_or(Route::Unknown, |route| Route::parse(&route))
}

fn attribute(name: &str) -> Option<String> {
    document().get_element_by_id(ROOT)?.get_attribute(name)
}

/// A text in which [`HOST`] stands for the scheme and host.
pub(super) fn filled(text: &str) -> String {
    replace(text, HOST, &origin())
}

/// Puts the scheme and host where a part of the page has left room for it.
pub(super) fn fill(part: &Element) {
    for place in super::find::all_in::<Element>(part, "[data-host]") {
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
pub(super) fn hand_line() {
    let has_margins = js_sys::Reflect::has(&window(), &"CSSMarginRule".into());
    if !has_margins.is_ok_and(|has| has) {
        return;
    }
    let line = super::find::first::<Element>(".print-line").and_then(|line| line.text_content());
    let line = line.unwrap_or_default();
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-line", &line);
    }
}

/// Stands for the scheme and host in a text of a page that was written without
/// knowing them. Such a text is only copied; what is shown has an element there.
pub(crate) const HOST: &str = "\u{e000}";
