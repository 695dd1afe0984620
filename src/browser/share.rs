//! What can be sent of an item, as the pages hold it.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement};

use super::find;
use super::page::load;
use super::root::{self, filled};

/// The id of the part of a page where its item is shared and cited.
pub(crate) const SHARE: &str = "_share";

/// An item's tools.
pub(crate) struct Tools {
    /// What the item is called.
    pub(crate) title: String,
    /// The element with all of them.
    pub(crate) element: Element,
}

/// What a control copies: what it holds itself, the address of the item that it
/// leads to, or what is shown beside it.
pub(crate) fn copied_text(control: &Element) -> Option<String> {
    if let Some(text) = control.get_attribute("data-text") {
        return Some(filled(&text));
    }
    if let Some(version) = control.get_attribute("data-share") {
        let address = address(control)?;
        let page = address
            .strip_suffix(SHARE)
            .and_then(|page| page.strip_suffix('#'));
        let sent = page.unwrap_or(&address).to_owned() + &version;
        // Where one file knows its site, its addresses are whole.
        let is_whole = sent.starts_with("http");
        return Some(if is_whole {
            sent
        } else {
            root::origin() + &sent
        });
    }
    first_in(control, "dd, .share-entry__body", ".share__text")?.text_content()
}

/// What `selector` finds first in that around a control which `around` finds.
fn first_in(control: &Element, around: &str, selector: &str) -> Option<Element> {
    let around = control.closest(around).ok()??;
    around.query_selector(selector).ok()?
}

/// Of which item the tools are that a control opens: of the one that a button
/// beside it names, or in which it stands.
fn item_of(control: &Element) -> Option<String> {
    match first_in(control, ".controls", "[data-item]") {
        Some(named) => named.get_attribute("data-item"),
        None => Some(control.closest("[id]").ok()??.id()),
    }
}

/// The address that a link has.
pub(crate) fn address(link: &Element) -> Option<String> {
    link.get_attribute("href")
}

/// The id of the element in which one file holds the tools of all items.
pub(crate) const TOOLS: &str = "_tools";

/// An item's tools as one file holds them; `None` where this is none.
pub(super) fn kept(id: &str) -> Option<Element> {
    let kept = find::first::<HtmlTemplateElement>(&format!("#{TOOLS}"))?;
    kept.content().query_selector(&tools_of(id)).ok()?
}

/// Hands on the tools for an item whose control leads to the page that has them:
/// from this page, where it has them too. `None` where that page does not come.
pub(crate) fn tools(control: &Element, then: impl FnOnce(Option<Tools>) + 'static) {
    let Some(id) = item_of(control) else {
        return then(None);
    };
    if let Some(kept) = kept(&id) {
        return then(in_part(&kept));
    }
    match document().query_selector(&format!("main {}", tools_of(&id))) {
        Ok(Some(own)) => then(in_part(&own)),
        _ => load(&address(control).unwrap_or_default(), move |page| {
            then(page.and_then(|page| in_part(&page.query_selector(&tools_of(&id)).ok()??)));
        }),
    }
}

fn tools_of(id: &str) -> String {
    // An id is letters, digits and hyphens.
    format!(".share[data-of=\"{id}\"]")
}

/// A copy of some tools, for the document in view.
fn in_part(tools: &Element) -> Option<Tools> {
    let copy = document().import_node_with_deep(tools, true).ok()?;
    let element = copy.dyn_into::<Element>().ok()?;
    root::fill(&element);
    Some(Tools {
        title: element.get_attribute("data-title")?,
        element,
    })
}
