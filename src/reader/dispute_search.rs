//! The search across the disputes, on the start page.

use const_format::concatcp;
use gloo::events::EventListener;
use gloo::utils::document;
use says_who_view::dom::{attribute, class, id};
use says_who_view::filter::FilterQuery;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::address;
use super::app::{Action, dispatch};
use super::dom::{all, all_in, first, hide};
use super::unicode::{fold, search_terms};

/// Handles typing in the search field, on whichever page has it.
pub(super) fn listen() -> EventListener {
    EventListener::new(&document(), "input", |event| {
        let field = event
            .target()
            .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|field| field.id() == id::DISPUTES_SEARCH) {
            dispatch(Action::DisputesSearched(field.value()));
        }
    })
}

/// Searches for what was typed before the app started, or else for what the address
/// asks for.
pub(super) fn start() {
    let Some(field) = first::<HtmlInputElement>(&format!("#{}", id::DISPUTES_SEARCH)) else {
        return;
    };
    if field.value().is_empty() {
        field.set_value(&address::query().text);
    }
    // Otherwise the page already shows everything.
    if !field.value().is_empty() {
        dispatch(Action::DisputesSearched(field.value()));
    }
}

/// Shows the disputes that match, with their points that do. Returns how many were
/// found, and how many there are; `None` without a search.
pub(super) fn search_for(words: &str) -> Option<(usize, usize)> {
    let terms = search_terms(words);
    let query = FilterQuery {
        text: words.to_owned(),
        ..FilterQuery::default()
    };
    let query = query.merge_into("");
    let all = all::<Element>(concatcp!("[", attribute::SEARCHABLE_TEXT, "]"));
    let mut found = 0;
    for dispute in &all {
        let matches = |text: Option<String>| {
            let letters = fold(&text.unwrap_or_default()).text;
            terms.iter().all(|term| term.matches(&letters))
        };
        let found_here = matches(dispute.get_attribute(attribute::SEARCHABLE_TEXT));
        hide(dispute, !found_here);
        if found_here {
            let mut has_points = false;
            for point in all_in::<Element>(dispute, concatcp!(".", class::FEATURE_POINTS, " li")) {
                let found_point = matches(point.text_content());
                hide(&point, !found_point);
                has_points |= found_point;
            }
            for list in all_in::<Element>(dispute, concatcp!(".", class::FEATURE_POINTS)) {
                let is_hint = terms.is_empty() && list.has_attribute(attribute::FOUND_LIST);
                hide(&list, is_hint || !has_points);
            }
            for within in all_in::<Element>(dispute, concatcp!("[", attribute::SEARCH_WITHIN, "]"))
            {
                hide(&within, terms.is_empty());
                set_link(&within, words, &query);
            }
        }
        found += usize::from(found_here);
    }
    (!terms.is_empty()).then_some((found, all.len()))
}

/// Makes the link to the search within a dispute show and carry the words.
fn set_link(within: &Element, words: &str, query: &str) {
    let Some(link) = within.first_element_child() else {
        return;
    };
    if let Some(place) = link.first_element_child() {
        place.set_text_content(Some(words));
    }
    if let Some(href) = link.get_attribute("href") {
        let whole = href.split('?').next().unwrap_or_default();
        // Setting an attribute can only fail on an invalid name.
        let _ = link.set_attribute("href", &format!("{whole}{query}"));
    }
}
