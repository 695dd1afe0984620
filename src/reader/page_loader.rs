//! Pages of this site as they were written, asked for while another is in view.

use const_format::concatcp;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use says_who_view::dom::{attribute, class, id};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, XmlHttpRequest, XmlHttpRequestResponseType};

use super::dom;

/// What every page has its content in.
pub(super) const SITE: &str = concatcp!("#", id::APP, " > .", class::SITE);

/// In the head of a page, what is about the page and not about the site.
const FACTS: &str = "link[rel=canonical], link[rel=alternate], meta[name=description], \
                     meta[name=robots], meta[property], script[type='application/ld+json']";

/// What says of which release a page is: the program that it loads, and where
/// pages are kept on readers' devices the release's own name.
const SIGNS: [(&str, &str); 2] = [
    ("meta[name=app-wasm]", "content"),
    (
        concatcp!("script[", attribute::RELEASE, "]"),
        attribute::RELEASE,
    ),
];

/// Asks for the page at `href` and hands it to `then`; `None` where it does not
/// come, or is none of this release's: the browser has then to go there by itself.
///
/// It is asked for as a document, which the browser reads by itself: no text
/// becomes markup here.
pub(super) fn load(href: &str, then: impl FnOnce(Option<Document>) + 'static) {
    // What can't even be asked for.
    let Some(request) = asked_for(href) else {
        return then(None);
    };
    let answer = request.clone();
    let ended = EventListener::once(&request, "loadend", move |_| then(answered(&answer)));
    // It comes once, and what it holds goes with it.
    ended.forget();
    // Sent last: what fails at once tells so by the same event.
    let _ = request.send();
}

fn asked_for(href: &str) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", href).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    Some(request)
}

fn answered(request: &XmlHttpRequest) -> Option<Document> {
    let is_there = request.status().is_ok_and(|status| status == 200);
    let page = request.response_xml().ok()?.filter(|_| is_there)?;
    let sign = |page: &Document, (element, name): (&str, &str)| {
        page.query_selector(element).ok()??.get_attribute(name)
    };
    let here = document();
    let is_alike = SIGNS.iter().all(|&of| sign(&page, of) == sign(&here, of));
    is_alike.then_some(page)
}

/// Puts a page's content and what its head says of it in the place of those in
/// view. Whether it could be.
pub(super) fn put(page: &Document) -> bool {
    let (Some(before), Ok(Some(after))) = (dom::first::<Element>(SITE), page.query_selector(SITE))
    else {
        return false;
    };
    if before.replace_with_with_node_1(&after).is_err() {
        return false;
    }
    document().set_title(&page.title());
    if let (Some(here), Some(there)) = (document().document_element(), page.document_element()) {
        for name in ["lang", "dir"] {
            let value = there.get_attribute(name).unwrap_or_default();
            // An element that refuses an attribute leaves nobody to tell.
            let _ = here.set_attribute(name, &value);
        }
    }
    for old in dom::all::<Element>(FACTS) {
        old.remove();
    }
    if let (Some(head), Ok(facts)) = (document().head(), page.query_selector_all(FACTS)) {
        for index in 0..facts.length() {
            if let Some(fact) = facts.get(index) {
                let _ = head.append_child(&fact);
            }
        }
    }
    true
}

/// What the content in view says of itself.
pub(super) fn says(name: &str) -> Option<String> {
    dom::first::<Element>(SITE)?.get_attribute(name)
}

/// The path of the address in view.
pub(super) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Whether the whole explainer is in view.
pub(super) fn is_whole() -> bool {
    says(attribute::PAGE).as_deref() == Some("whole")
}

/// Whether a page has something with this id in its content.
pub(super) fn has(page: &Document, id: &str) -> bool {
    let element = page.get_element_by_id(id);
    let around = element.and_then(|element| element.parent_element());
    around.is_some_and(|around| matches!(around.closest("main"), Ok(Some(_))))
}

/// An element of the page in view, if it is one.
pub(super) fn by_id(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
