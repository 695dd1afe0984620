//! The session history: the scroll position and the focused link of each entry, so
//! that Back restores both.
//!
//! The state of an entry is a number. What belongs to it is kept in memory, and in
//! session storage while the page is unloaded, so that Back also works after a
//! reload or a visit to another site.

use gloo::utils::{history, window};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

use super::saved_places::{self, SavedPlace};
use super::scroll_anchor::ScrollAnchor;

/// The entries of this tab that belong to the site.
pub(super) struct Entries {
    current: u64,
    next: u64,
    /// Whether the browser has moved to another entry whose page is not in view yet:
    /// scroll events do not belong to it.
    is_loading: bool,
    /// By the entries' numbers.
    places: Vec<(u64, SavedPlace)>,
}

impl Entries {
    /// Starts with the entry into which the page was loaded.
    pub(super) fn start() -> Self {
        // Numbers must not repeat those of an earlier load.
        let first = js_sys::Date::now() as u64;
        let mut entries = Self {
            current: first,
            next: first,
            is_loading: false,
            places: saved_places::load(),
        };
        entries.current = match state() {
            Some(known) => known,
            None => entries.next_number(),
        };
        entries
    }

    /// Writes the number of the entry into which the page was loaded. That takes some
    /// milliseconds, which the start of the app does not wait for.
    pub(super) fn number_first(&self) {
        if state().is_none() {
            self.write_number();
        }
    }

    /// Saves all places to session storage.
    pub(super) fn save(&self) {
        saved_places::save(&self.places);
    }

    /// Saves the scroll position of the current entry.
    pub(super) fn save_scroll(&mut self) {
        if self.is_loading {
            return;
        }
        let top = window().scroll_y().unwrap_or_default();
        let place = self.place();
        place.top = top;
        place.anchor = ScrollAnchor::in_view();
    }

    /// Saves that the reader leaves the current entry by the link with this `href`.
    pub(super) fn leave_by(&mut self, link: String) {
        self.save_scroll();
        self.place().link = Some(link);
        self.is_loading = true;
    }

    /// Adds an entry for `href`, reached by `link`. Whether the browser took it.
    pub(super) fn push(&mut self, href: &str, link: String) -> bool {
        self.leave_by(link);
        self.is_loading = false;
        self.current = self.next_number();
        // Safari refuses more than 100 entries in 30 seconds.
        history()
            .push_state_with_url(&number(self.current), "", Some(href))
            .is_ok()
    }

    /// The browser has moved to an entry whose page is not in view yet.
    pub(super) fn start_loading(&mut self) {
        self.is_loading = true;
    }

    /// That page is in view.
    pub(super) fn end_loading(&mut self) {
        self.is_loading = false;
    }

    /// Makes the entry to which the browser has moved the current one. Returns the
    /// reader's place in it, or `None` for a new entry.
    pub(super) fn resume(&mut self) -> Option<SavedPlace> {
        self.is_loading = false;
        match state() {
            Some(known) => {
                self.current = known;
                let place = self.places.iter().find(|(number, _)| *number == known);
                place.map(|(_, place)| place.clone())
            }
            None => {
                self.number_this();
                None
            }
        }
    }

    /// The place of the current entry.
    fn place(&mut self) -> &mut SavedPlace {
        let current = self.current;
        let at = self
            .places
            .iter()
            .position(|(number, _)| *number == current);
        let at = at.unwrap_or_else(|| {
            self.places.push((current, SavedPlace::default()));
            self.places.len() - 1
        });
        &mut self.places[at].1
    }

    /// Numbers the current entry.
    fn number_this(&mut self) {
        self.current = self.next_number();
        self.write_number();
    }

    fn write_number(&self) {
        let _ = history().replace_state_with_url(&number(self.current), "", None);
    }

    fn next_number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
}

fn state() -> Option<u64> {
    Some(history().state().ok()?.as_f64()? as u64)
}

/// As a JavaScript number, which is exact up to 2^53.
fn number(of: u64) -> JsValue {
    JsValue::from_f64(of as f64)
}

/// Replaces the address of the current entry. Whether the browser took it.
pub(super) fn replace_address(href: &str) -> bool {
    let state = history().state().unwrap_or(JsValue::NULL);
    history()
        .replace_state_with_url(&state, "", Some(href))
        .is_ok()
}

/// Sets whether the browser restores the scroll position itself.
pub(super) fn let_browser_restore(yes: bool) {
    let mode = if yes {
        ScrollRestoration::Auto
    } else {
        ScrollRestoration::Manual
    };
    let _ = history().set_scroll_restoration(mode);
}
