//! The search of the start page, where there are several disputes.

use std::cell::Cell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::address::showing;
use super::find::{all, all_in, first, hide, say};
use crate::islands::PAUSE;
use crate::showing::{Showing, fold, needles};
use crate::words::controls::ENGLISH;

/// The id of the field.
pub(crate) const FIELD: &str = "_disputes_search";

/// The id of the line that says how many disputes match.
pub(crate) const COUNT: &str = "_disputes_count";

/// The id of the line that says the same to those who hear it.
pub(crate) const HEARD: &str = "_disputes_heard";

/// On a dispute in the list: the letters that are searched.
pub(crate) const LETTERS: &str = "data-letters";

/// Searches by what is typed from now on, on whichever page has the field.
pub(super) fn follow() -> EventListener {
    EventListener::new(&document(), "input", |event| {
        let field = event
            .target()
            .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|field| field.id() == FIELD) {
            search_for(&field.value());
        }
    })
}

/// Searches by what stood in the field before the app had come, or else by what
/// the address asks for.
pub(super) fn begin() {
    let Some(field) = first::<HtmlInputElement>(&format!("#{FIELD}")) else {
        return;
    };
    if field.value().is_empty() {
        field.set_value(&showing().words);
    }
    // Where nothing is asked for, the page stands as it was written.
    if !field.value().is_empty() {
        search_for(&field.value());
    }
}

/// Shows the disputes that match these words, with the points that do.
fn search_for(words: &str) {
    let needles = needles(words);
    let query = Showing {
        words: words.to_owned(),
        ..Showing::default()
    };
    let query = query.within("");
    let all = all::<Element>(&format!("[{LETTERS}]"));
    let mut found = 0;
    for dispute in &all {
        let matches = |text: Option<String>| {
            let letters = fold(&text.unwrap_or_default()).text;
            needles.iter().all(|needle| needle.is_in(&letters))
        };
        let found_here = matches(dispute.get_attribute(LETTERS));
        hide(dispute, !found_here);
        if found_here {
            let mut has_points = false;
            for point in all_in::<Element>(dispute, ".feature__points li") {
                let found_point = matches(point.text_content());
                hide(&point, !found_point);
                has_points |= found_point;
            }
            for list in all_in::<Element>(dispute, ".feature__points") {
                let idle = needles.is_empty() && list.has_attribute("data-found");
                hide(&list, idle || !has_points);
            }
            for within in all_in::<Element>(dispute, "[data-within]") {
                hide(&within, needles.is_empty());
                lead(&within, words, &query);
            }
        }
        found += usize::from(found_here);
    }
    let said = if needles.is_empty() {
        String::new()
    } else {
        (ENGLISH.disputes_found)(found, all.len())
    };
    tell(COUNT, &said);
    // When the reader has stopped typing.
    LATER.set(Some(Timeout::new(PAUSE, move || tell(HEARD, &said))));
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
