//! The share tools of an item, as the pages have them: its link, its words, its
//! citation, a frame.

use const_format::concatcp;
use gloo::utils::document;
use says_who_view::dom::{attribute, class, id};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement};

use super::app_element::{self, with_origin};
use super::dom;
use super::page_loader::load;

/// The tools of an item.
#[derive(Clone)]
pub(super) struct Tools {
    /// The item's title.
    pub(super) title: String,
    /// The element that holds them.
    pub(super) element: Element,
}

/// The text that a control copies: its own, the address of its item, or the text
/// shown beside it.
pub(super) fn copied_text(control: &Element) -> Option<String> {
    if let Some(text) = control.get_attribute(attribute::TEXT) {
        return Some(with_origin(&text));
    }
    if let Some(version) = control.get_attribute(attribute::SHARE_VERSION) {
        let address = address(control)?;
        let page = address
            .strip_suffix(id::SHARE)
            .and_then(|page| page.strip_suffix('#'));
        let link = page.unwrap_or(&address).to_owned() + &version;
        // A copy in one file that knows its site has whole addresses.
        let is_whole = link.starts_with("http");
        return Some(if is_whole {
            link
        } else {
            app_element::origin() + &link
        });
    }
    first_in(
        control,
        concatcp!("dd, .", class::SHARE_ENTRY_BODY),
        concatcp!(".", class::SHARE_TEXT),
    )?
    .text_content()
}

/// The first match of `selector` within the closest ancestor that matches `around`.
fn first_in(control: &Element, around: &str, selector: &str) -> Option<Element> {
    let around = control.closest(around).ok()??;
    around.query_selector(selector).ok()?
}

/// The id of the item that a control is for: a button beside it names it, or the
/// control stands in it, or in a copy of it.
fn item_of(control: &Element) -> Option<String> {
    match first_in(
        control,
        concatcp!(".", class::CONTROLS),
        concatcp!("[", attribute::ITEM, "]"),
    ) {
        Some(named) => named.get_attribute(attribute::ITEM),
        None => {
            let around = control.closest(concatcp!("[id], [", attribute::ITEM, "]"));
            let around = around.ok()??;
            around
                .get_attribute(attribute::ITEM)
                .or_else(|| Some(around.id()))
        }
    }
}

/// The `href` of a link.
pub(super) fn address(link: &Element) -> Option<String> {
    link.get_attribute("href")
}

/// The tools of an item in a copy in one file; `None` on a page of the site.
pub(super) fn embedded(id: &str) -> Option<Element> {
    let all = dom::first::<HtmlTemplateElement>(&format!("#{}", id::SHARE_TOOLS_TEMPLATE))?;
    all.content().query_selector(&tools_selector(id)).ok()?
}

/// Passes the tools of a control's item to `then`: from this page if it has them,
/// else from the page to which the control links. `None` where that can't be loaded.
pub(super) fn tools(control: &Element, then: impl FnOnce(Option<Tools>) + 'static) {
    let Some(id) = item_of(control) else {
        return then(None);
    };
    if let Some(tools) = embedded(&id) {
        return then(copied(&tools));
    }
    match document().query_selector(&format!("main {}", tools_selector(&id))) {
        Ok(Some(own)) => then(copied(&own)),
        _ => load(&address(control).unwrap_or_default(), move |page| {
            then(page.and_then(|page| copied(&page.query_selector(&tools_selector(&id)).ok()??)));
        }),
    }
}

fn tools_selector(id: &str) -> String {
    // No escaping: an id has letters, digits and hyphens only.
    format!(".{}[{}=\"{id}\"]", class::SHARE, attribute::SHARE_TOOLS_OF)
}

/// A copy for the document in view.
fn copied(tools: &Element) -> Option<Tools> {
    let copy = document().import_node_with_deep(tools, true).ok()?;
    let element = copy.dyn_into::<Element>().ok()?;
    app_element::fill_origin(&element);
    Some(Tools {
        title: element.get_attribute(attribute::TITLE)?,
        element,
    })
}
