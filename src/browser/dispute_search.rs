//! The search of the start page, where there are many disputes.

use std::cell::Cell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::find::{all, first, hide, say};
use crate::islands::PAUSE;
use crate::showing::{fold, needles};
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
        if field.is_some_and(|field| field.id() == FIELD) {
            search();
        }
    })
}

/// Shows the disputes that match what stands in the field; there may have been
/// something before the app had come.
pub(super) fn search() {
    let Some(field) = first::<HtmlInputElement>(&format!("#{FIELD}")) else {
        return;
    };
    let needles = needles(&field.value());
    let all = all::<Element>(&format!("[{LETTERS}]"));
    let mut found = 0;
    for dispute in &all {
        let letters = fold(&dispute.get_attribute(LETTERS).unwrap_or_default()).text;
        let matches = needles.iter().all(|needle| needle.is_in(&letters));
        hide(dispute, !matches);
        found += usize::from(matches);
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

thread_local! {
    /// Until when those who hear what is found wait.
    static LATER: Cell<Option<Timeout>> = Cell::default();
}

fn tell(id: &str, words: &str) {
    if let Some(line) = first::<Element>(&format!("#{id}")) {
        say(&line, words);
    }
}
