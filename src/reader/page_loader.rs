//! Loads other pages of the site and puts them in the place of the one in view.

use const_format::concatcp;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use says_who_view::dom::{attribute, class, id};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, XmlHttpRequest, XmlHttpRequestResponseType};

use super::dom;

/// The content of a page, as a selector.
pub(super) const PAGE_ROOT: &str = concatcp!("#", id::APP, " > .", class::PAGE_ROOT);

/// The elements of the head that are about the page, not about the site.
const METADATA: &str = "link[rel=canonical], link[rel=alternate], meta[name=description], \
                     meta[name=robots], meta[property], script[type='application/ld+json']";

/// What tells the release of a page: the wasm that it loads, and the name of the
/// release, which is there unless offline copies are turned off.
const RELEASE_MARKS: [(&str, &str); 2] = [
    ("meta[name=app-wasm]", "content"),
    (
        concatcp!("script[", attribute::RELEASE, "]"),
        attribute::RELEASE,
    ),
];

/// Loads the page at `href` and passes it to `then`; `None` where it can't be loaded
/// or is of another release. The browser then has to load it.
///
/// The browser parses it (`responseType = "document"`): no text becomes markup here.
pub(super) fn load(href: &str, then: impl FnOnce(Option<Document>) + 'static) {
    // The address is invalid.
    let Some(request) = new_request(href) else {
        return then(None);
    };
    let response = request.clone();
    let loaded = EventListener::once(&request, "loadend", move |_| then(received(&response)));
    // The event comes once and drops its closure.
    loaded.forget();
    // An immediate failure fires the same event.
    let _ = request.send();
}

fn new_request(href: &str) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", href).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    Some(request)
}

fn received(request: &XmlHttpRequest) -> Option<Document> {
    let is_ok = request.status().is_ok_and(|status| status == 200);
    let page = request.response_xml().ok()?.filter(|_| is_ok)?;
    let mark = |page: &Document, (element, name): (&str, &str)| {
        page.query_selector(element).ok()??.get_attribute(name)
    };
    let here = document();
    let is_same_release = RELEASE_MARKS
        .iter()
        .all(|&of| mark(&page, of) == mark(&here, of));
    is_same_release.then_some(page)
}

/// Replaces the content in view, the title, language and metadata by those of a
/// page. Whether that worked.
pub(super) fn replace_page(page: &Document) -> bool {
    let (Some(before), Ok(Some(after))) = (
        dom::first::<Element>(PAGE_ROOT),
        page.query_selector(PAGE_ROOT),
    ) else {
        return false;
    };
    if before.replace_with_with_node_1(&after).is_err() {
        return false;
    }
    document().set_title(&page.title());
    if let (Some(here), Some(there)) = (document().document_element(), page.document_element()) {
        for name in ["lang", "dir"] {
            let value = there.get_attribute(name).unwrap_or_default();
            // Setting an attribute can only fail on an invalid name.
            let _ = here.set_attribute(name, &value);
        }
    }
    for old in dom::all::<Element>(METADATA) {
        old.remove();
    }
    if let (Some(head), Ok(facts)) = (document().head(), page.query_selector_all(METADATA)) {
        for index in 0..facts.length() {
            if let Some(fact) = facts.get(index) {
                let _ = head.append_child(&fact);
            }
        }
    }
    true
}

/// An attribute of the content in view.
pub(super) fn attribute_of_page(name: &str) -> Option<String> {
    dom::first::<Element>(PAGE_ROOT)?.get_attribute(name)
}

/// The path of the address in view.
pub(super) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Whether the whole explainer is in view.
pub(super) fn is_whole() -> bool {
    attribute_of_page(attribute::PAGE).as_deref() == Some("whole")
}

/// Whether the content of a page has an element with this id.
pub(super) fn has(page: &Document, id: &str) -> bool {
    let element = page.get_element_by_id(id);
    let around = element.and_then(|element| element.parent_element());
    around.is_some_and(|around| matches!(around.closest("main"), Ok(Some(_))))
}

/// The HTML element with this id on the page in view.
pub(super) fn by_id(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
