//! The places of a page in which the app renders.

use const_format::concatcp;
use says_who_view::dom::{class, id};
use web_sys::Element;
use yew::prelude::*;

use crate::reader::dom;
use crate::reader::page_loader::PAGE_ROOT;

/// The places of the page in view; those that it has.
#[derive(Default)]
pub(super) struct Hosts {
    pub(super) search: Host,
    pub(super) comparison: Host,
    pub(super) all_sources: Host,
    pub(super) disputes_found: Host,
    pub(super) disputes_announced: Host,
    pub(super) place: Host,
    pub(super) shortcuts_switch: Host,
    pub(super) shared_title: Host,
    pub(super) shared_tools: Host,
}

/// An element in which the app renders.
#[derive(Default)]
pub(super) struct Host(Option<Element>);

impl Hosts {
    /// Finds them, and empties them: the app renders the same again, so nothing moves.
    /// No input of the reader is lost, because the style sheet hides the search until
    /// the app is ready. On a page without its data nothing can be searched or compared.
    pub(super) fn find(has_data: bool) -> Self {
        let search = dom::first::<Element>(concatcp!(PAGE_ROOT, " .", class::ISLAND));
        if let Some(search) = search.as_ref().filter(|_| !has_data) {
            dom::hide(search, true);
        }
        Self {
            search: Host::emptied(search.filter(|_| has_data)),
            comparison: Host::find(concatcp!(".", class::COMPARISON)),
            all_sources: Host::find(concatcp!(".", class::ALL_SOURCES)),
            disputes_found: Host::find(concatcp!("#", id::DISPUTES_FOUND)),
            disputes_announced: Host::find(concatcp!("#", id::DISPUTES_ANNOUNCED)),
            place: Host::find(concatcp!(".", class::CURRENT_SECTION_NAME)),
            shortcuts_switch: Host::find(concatcp!(".", class::SHORTCUTS_SWITCH)),
            shared_title: Host::find(concatcp!(".", class::PANEL_TITLE)),
            shared_tools: Host::find(concatcp!(".", class::PANEL_TOOLS)),
        }
    }
}

impl Host {
    fn find(selector: &str) -> Self {
        Self::emptied(dom::first(selector))
    }

    fn emptied(element: Option<Element>) -> Self {
        if let Some(element) = &element {
            element.set_text_content(None);
        }
        Self(element)
    }

    /// Renders in it. `content` is called only if the page has this place.
    pub(super) fn render(&self, content: impl FnOnce() -> Html) -> Html {
        match &self.0 {
            Some(element) => create_portal(content(), element.clone()),
            None => Html::default(),
        }
    }
}
