//! What can be sent of an item, as the pages hold it.

use const_format::concatcp;
use gloo::utils::document;
use says_who_view::dom::{attribute, class, id};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement};

use super::app_element::{self, filled};
use super::dom;
use super::page_loader::load;

/// An item's tools.
pub(super) struct Tools {
    /// What the item is called.
    pub(super) title: String,
    /// The element with all of them.
    pub(super) element: Element,
}

/// What a control copies: what it holds itself, the address of the item that it
/// leads to, or what is shown beside it.
pub(super) fn copied_text(control: &Element) -> Option<String> {
    if let Some(text) = control.get_attribute(attribute::TEXT) {
        return Some(filled(&text));
    }
    if let Some(version) = control.get_attribute(attribute::SHARE) {
        let address = address(control)?;
        let page = address
            .strip_suffix(id::SHARE)
            .and_then(|page| page.strip_suffix('#'));
        let sent = page.unwrap_or(&address).to_owned() + &version;
        // Where one file knows its site, its addresses are whole.
        let is_whole = sent.starts_with("http");
        return Some(if is_whole {
            sent
        } else {
            app_element::origin() + &sent
        });
    }
    first_in(
        control,
        concatcp!("dd, .", class::SHARE_ENTRY_BODY),
        concatcp!(".", class::SHARE_TEXT),
    )?
    .text_content()
}

/// What `selector` finds first in that around a control which `around` finds.
fn first_in(control: &Element, around: &str, selector: &str) -> Option<Element> {
    let around = control.closest(around).ok()??;
    around.query_selector(selector).ok()?
}

/// Of which item the tools are that a control opens: of the one that a button
/// beside it names, or in which it stands.
fn item_of(control: &Element) -> Option<String> {
    match first_in(
        control,
        concatcp!(".", class::CONTROLS),
        concatcp!("[", attribute::ITEM, "]"),
    ) {
        Some(named) => named.get_attribute(attribute::ITEM),
        None => Some(control.closest("[id]").ok()??.id()),
    }
}

/// The address that a link has.
pub(super) fn address(link: &Element) -> Option<String> {
    link.get_attribute("href")
}

/// An item's tools as one file holds them; `None` where this is none.
pub(super) fn kept(id: &str) -> Option<Element> {
    let kept = dom::first::<HtmlTemplateElement>(&format!("#{}", id::TOOLS))?;
    kept.content().query_selector(&tools_of(id)).ok()?
}

/// Hands on the tools for an item whose control leads to the page that has them:
/// from this page, where it has them too. `None` where that page does not come.
pub(super) fn tools(control: &Element, then: impl FnOnce(Option<Tools>) + 'static) {
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
    format!(".{}[{}=\"{id}\"]", class::SHARE, attribute::OF)
}

/// A copy of some tools, for the document in view.
fn in_part(tools: &Element) -> Option<Tools> {
    let copy = document().import_node_with_deep(tools, true).ok()?;
    let element = copy.dyn_into::<Element>().ok()?;
    app_element::fill(&element);
    Some(Tools {
        title: element.get_attribute(attribute::TITLE)?,
        element,
    })
}
