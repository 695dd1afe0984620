//! What can be sent of an item, as the pages hold it.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTemplateElement};

use super::find;
use super::page::{self, load};
use super::root::{self, filled};
use crate::routes::Route;

/// An item's tools.
pub(crate) struct Tools {
    /// What the item is called.
    pub(crate) title: String,
    /// The element with all of them.
    pub(crate) element: Element,
}

/// What a control copies: what it holds itself, an address, or what is shown
/// beside it.
pub(crate) fn copied_text(control: &Element) -> Option<String> {
    if let Some(text) = control.get_attribute("data-text") {
        return Some(filled(&text));
    }
    if let Some(version) = control.get_attribute("data-version") {
        return Some(link(&control.get_attribute("data-item")?)? + &version);
    }
    let place = control.closest("dd, .share-entry__body").ok()??;
    place.query_selector(".share__text").ok()??.text_content()
}

/// The address of the item with this id, of the dispute in view; of the whole
/// where it is empty.
fn link(id: &str) -> Option<String> {
    let base = root::base()?;
    let dispute = page::says("data-dispute")?.parse().ok()?;
    let route = match id.parse() {
        Ok(id) => Route::Item(dispute, id),
        Err(_) => Route::Dispute(dispute),
    };
    let address = base.page(&route).unwrap_or_else(|| base.href(&route));
    // Where one file knows its site, its addresses are whole.
    let whole = base.is_one_file() && !base.site().is_empty();
    Some(if whole {
        address
    } else {
        root::origin() + &address
    })
}

/// Of which item the tools are that a control opens.
fn item_of(control: &Element) -> Option<String> {
    let own = control.closest(".controls").ok()??;
    let button = own.query_selector("[data-item]").ok()??;
    button.get_attribute("data-item")
}

/// The address that a link has.
pub(crate) fn address(control: &HtmlElement) -> Option<String> {
    control.get_attribute("href")
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
pub(crate) fn tools(control: &HtmlElement, then: impl FnOnce(Option<Tools>) + 'static) {
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
