//! The session history: where the reader was on each page, so that back leads
//! to the same line and the same link.
//!
//! Every entry carries a number as its state. What belongs to the number is
//! kept here, in memory: after a reload the browser itself restores the place.

use std::collections::HashMap;

use gloo::utils::{history, window};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// Where the reader was when a page was left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Left {
    /// The scroll position in CSS pixels.
    pub(super) top: f64,
    /// The `href` of the link that was followed.
    pub(super) link: Option<String>,
}

/// The entries of this visit.
pub(super) struct Entries {
    current: u64,
    next: u64,
    left: HashMap<u64, Left>,
}

impl Entries {
    /// Begins with the entry the page was loaded into.
    pub(super) fn begin() -> Self {
        // Numbers of an earlier load of the same page must not come again.
        let first = js_sys::Date::now() as u64;
        let mut entries = Self {
            current: first,
            next: first,
            left: HashMap::new(),
        };
        entries.number_this();
        entries
    }

    /// Notes where the reader is in the current entry.
    pub(super) fn note_scroll(&mut self) {
        let top = window().scroll_y().unwrap_or_default();
        self.left.entry(self.current).or_default().top = top;
    }

    /// Adds an entry for `href`, left by way of the link `mark`.
    pub(super) fn push(&mut self, href: &str, mark: String) {
        self.note_scroll();
        self.left.entry(self.current).or_default().link = Some(mark);
        self.current = self.fresh();
        // A browser may refuse (Safari past 100 entries in 30 seconds); the page
        // changes all the same.
        let _ = history().push_state_with_url(&number(self.current), "", Some(href));
    }

    /// Takes up the entry the browser has moved to: where the reader was, or
    /// `None` for an entry that is new.
    pub(super) fn resume(&mut self) -> Option<Left> {
        match state() {
            Some(known) => {
                self.current = known;
                self.left.get(&known).cloned()
            }
            None => {
                self.number_this();
                None
            }
        }
    }

    /// Gives the entry in view a number.
    fn number_this(&mut self) {
        self.current = self.fresh();
        let _ = history().replace_state_with_url(&number(self.current), "", None);
    }

    fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
}

fn state() -> Option<u64> {
    Some(history().state().ok()?.as_f64()? as u64)
}

/// As JavaScript's number: exact far beyond any clock.
fn number(of: u64) -> JsValue {
    JsValue::from_f64(of as f64)
}

/// Replaces the address in view, in the same entry.
pub(super) fn replace_address(href: &str) {
    let state = history().state().unwrap_or(JsValue::NULL);
    let _ = history().replace_state_with_url(&state, "", Some(href));
}

/// Whether the browser restores the scroll position itself.
pub(super) fn browser_restores(yes: bool) {
    let mode = if yes {
        ScrollRestoration::Auto
    } else {
        ScrollRestoration::Manual
    };
    let _ = history().set_scroll_restoration(mode);
}
