//! The search of the start page, where there are several disputes.

use const_format::concatcp;
use says_who_view::dom::{attribute, class, id};
use std::cell::Cell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::address;
use super::dom::{all, all_in, first, hide, say};
use super::search::DEBOUNCE;
use super::unicode::{fold, search_terms};
use says_who_view::filter::FilterQuery;
use says_who_view::words::controls::ENGLISH;

/// Searches by what is typed from now on, on whichever page has the field.
pub(super) fn listen() -> EventListener {
    EventListener::new(&document(), "input", |event| {
        let field = event
            .target()
            .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|field| field.id() == id::DISPUTES_SEARCH) {
            search_for(&field.value());
        }
    })
}

/// Searches by what stood in the field before the app had come, or else by what
/// the address asks for.
pub(super) fn start() {
    let Some(field) = first::<HtmlInputElement>(&format!("#{}", id::DISPUTES_SEARCH)) else {
        return;
    };
    if field.value().is_empty() {
        field.set_value(&address::query().words);
    }
    // Where nothing is asked for, the page stands as it was written.
    if !field.value().is_empty() {
        search_for(&field.value());
    }
}

/// Shows the disputes that match these words, with the points that do.
fn search_for(words: &str) {
    let terms = search_terms(words);
    let query = FilterQuery {
        words: words.to_owned(),
        ..FilterQuery::default()
    };
    let query = query.within("");
    let all = all::<Element>(concatcp!("[", attribute::LETTERS, "]"));
    let mut found = 0;
    for dispute in &all {
        let matches = |text: Option<String>| {
            let letters = fold(&text.unwrap_or_default()).text;
            terms.iter().all(|term| term.is_in(&letters))
        };
        let found_here = matches(dispute.get_attribute(attribute::LETTERS));
        hide(dispute, !found_here);
        if found_here {
            let mut has_points = false;
            for point in all_in::<Element>(dispute, concatcp!(".", class::FEATURE_POINTS, " li")) {
                let found_point = matches(point.text_content());
                hide(&point, !found_point);
                has_points |= found_point;
            }
            for list in all_in::<Element>(dispute, concatcp!(".", class::FEATURE_POINTS)) {
                let idle = terms.is_empty() && list.has_attribute(attribute::FOUND);
                hide(&list, idle || !has_points);
            }
            for within in all_in::<Element>(dispute, concatcp!("[", attribute::WITHIN, "]")) {
                hide(&within, terms.is_empty());
                lead(&within, words, &query);
            }
        }
        found += usize::from(found_here);
    }
    let said = if terms.is_empty() {
        String::new()
    } else {
        (ENGLISH.disputes_found)(found, all.len())
    };
    tell(id::DISPUTES_FOUND, &said);
    // When the reader has stopped typing.
    LATER.set(Some(Timeout::new(DEBOUNCE, move || {
        tell(id::DISPUTES_HEARD, &said)
    })));
}

/// Has a link say and carry on the words that are searched for.
fn lead(within: &Element, words: &str, query: &str) {
    let Some(link) = within.first_element_child() else {
        return;
    };
    if let Some(place) = link.first_element_child() {
        place.set_text_content(Some(words));
    }
    if let Some(href) = link.get_attribute("href") {
        let whole = href.split('?').next().unwrap_or_default();
        // An element that refuses an attribute leaves nobody to tell.
        let _ = link.set_attribute("href", &format!("{whole}{query}"));
    }
}

thread_local! {
    /// Until when those who hear what is found wait.
    static LATER: Cell<Option<Timeout>> = Cell::default();
}

fn tell(id: &str, words: &str) {
    if let Some(line) = first::<Element>(&format!("#{id}")) {
        say(&line, words);
    }
}
