//! The app's element, `#app`: its attributes say under which path the site stands
//! and which page this is; the app marks it as ready.

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_routes::substring::replace;
use says_who_routes::{Base, Route};
use says_who_view::dom::{ORIGIN_PLACEHOLDER, attribute, class, id};
use web_sys::Element;

use super::dom;

/// Marks the app as ready. `web/boot.js` marks it as failed.
pub(super) fn mark_ready() {
    if let Some(root) = document().get_element_by_id(id::APP) {
        // Setting an attribute can only fail on an invalid name.
        let _ = root.set_attribute("data-app", "ready");
    }
}

/// The scheme and host of the site. Where the generator did not know them, those of
/// this page; in a copy in one file, the file's own address.
pub(super) fn origin() -> String {
    attribute(attribute::ORIGIN)
        .or_else(|| window().location().origin().ok())
        .unwrap_or_default()
}

/// The path under which the site stands; `None` where the page does not say.
pub(super) fn base() -> Option<Base> {
    attribute(attribute::BASE)?.parse().ok()
}

/// The route of the page that was loaded.
pub(super) fn route() -> Route {
    attribute(attribute::ROUTE).map_or(Route::Unknown, |route| Route::parse(&route))
}

fn attribute(name: &str) -> Option<String> {
    document().get_element_by_id(id::APP)?.get_attribute(name)
}

/// Puts the scheme and host in the place of [`ORIGIN_PLACEHOLDER`] in a text.
pub(super) fn with_origin(text: &str) -> String {
    replace(text, ORIGIN_PLACEHOLDER, &origin())
}

/// Fills in the scheme and host wherever a part of the page shows them.
pub(super) fn fill_origin(part: &Element) {
    for place in dom::all_in::<Element>(part, concatcp!("[", attribute::HOST, "]")) {
        place.set_text_content(Some(&origin()));
        // A link that shows an address leads to it.
        if let Ok(Some(link)) = place.closest("a") {
            let _ = link.set_attribute("href", &link.text_content().unwrap_or_default());
        }
    }
}

/// Copies the line for the head of printed pages to the root element, after the heading
/// of a comparison if one is shown: CSS margin boxes can show an attribute of that
/// element only.
pub(super) fn set_print_line() {
    let has_margins = js_sys::Reflect::has(&window(), &"CSSMarginRule".into());
    if !has_margins.is_ok_and(|has| has) {
        return;
    }
    let text = |part: &str| dom::first::<Element>(part).and_then(|part| part.text_content());
    let mut line = text(concatcp!(".", class::PRINT_LINE)).unwrap_or_default();
    if let Some(heading) = text(concatcp!(".", class::COMPARISON, " h2")) {
        line = format!("{heading} · {line}");
    }
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-line", &line);
    }
}
