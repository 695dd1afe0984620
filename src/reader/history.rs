//! The session history: where the reader was on each page, so that back leads
//! to the same line and the same link.
//!
//! Every entry carries a number as its state. What belongs to the number is
//! kept in memory, and in the tab's session storage while the page is away, so
//! that back still leads to the place after a reload or a visit elsewhere.

use gloo::utils::{history, window};
use wasm_bindgen::JsValue;
use web_sys::{ScrollRestoration, Storage};

use super::scroll_to::ScrollAnchor;

/// The name of what is kept in the tab's storage.
const KEY: &str = "says-who-places";

/// Where the reader was when a page was left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SavedPlace {
    /// The scroll position in CSS pixels.
    pub(super) top: f64,
    /// What was in view there, as long as the page was not loaded anew.
    pub(super) anchor: Option<ScrollAnchor>,
    /// The `href` of the link that was followed.
    pub(super) link: Option<String>,
}

/// The entries of this visit.
pub(super) struct Entries {
    current: u64,
    next: u64,
    /// Whether the browser is on its way to another entry: what scrolls now is
    /// not this one.
    leaving: bool,
    /// By the entries' numbers.
    left: Vec<(u64, SavedPlace)>,
}

impl Entries {
    /// Begins with the entry the page was loaded into.
    pub(super) fn start() -> Self {
        // Numbers of an earlier load of the same page must not come again.
        let first = js_sys::Date::now() as u64;
        let mut entries = Self {
            current: first,
            next: first,
            leaving: false,
            left: recall(),
        };
        match state() {
            Some(known) => entries.current = known,
            None => entries.number_this(),
        }
        entries
    }

    /// Keeps what is known while the page is away.
    pub(super) fn keep(&self) {
        let lines = self.left.iter().map(|(number, left)| {
            let link = left.link.as_deref().unwrap_or_default();
            format!("{number} {} {link}", left.top as u64)
        });
        if let Some(storage) = storage() {
            // Full or refused: the place is then forgotten, nothing else.
            let _ = storage.set_item(KEY, &lines.collect::<Vec<_>>().join("\n"));
        }
    }

    /// Notes where the reader is in the current entry.
    pub(super) fn save_scroll(&mut self) {
        if self.leaving {
            return;
        }
        let top = window().scroll_y().unwrap_or_default();
        let left = self.left();
        left.top = top;
        left.anchor = ScrollAnchor::in_view();
    }

    /// Notes that the reader leaves the entry in view by way of the link `mark`.
    pub(super) fn leave_by(&mut self, mark: String) {
        self.save_scroll();
        self.left().link = Some(mark);
        self.leaving = true;
    }

    /// Adds an entry for `href`, left by way of the link `mark`. Whether the
    /// address could be written.
    pub(super) fn push(&mut self, href: &str, mark: String) -> bool {
        self.leave_by(mark);
        self.leaving = false;
        self.current = self.fresh();
        // A browser may refuse (Safari past 100 entries in 30 seconds); the page
        // changes all the same.
        history()
            .push_state_with_url(&number(self.current), "", Some(href))
            .is_ok()
    }

    /// Notes that the browser has moved to an entry whose page is still to come.
    pub(super) fn leave(&mut self) {
        self.leaving = true;
    }

    /// Notes that it has come.
    pub(super) fn arrive(&mut self) {
        self.leaving = false;
    }

    /// Takes up the entry the browser has moved to: where the reader was, or
    /// `None` for an entry that is new.
    pub(super) fn resume(&mut self) -> Option<SavedPlace> {
        self.leaving = false;
        match state() {
            Some(known) => {
                self.current = known;
                let left = self.left.iter().find(|(number, _)| *number == known);
                left.map(|(_, left)| left.clone())
            }
            None => {
                self.number_this();
                None
            }
        }
    }

    /// Where the reader is in the current entry.
    fn left(&mut self) -> &mut SavedPlace {
        let current = self.current;
        let at = self.left.iter().position(|(number, _)| *number == current);
        let at = at.unwrap_or_else(|| {
            self.left.push((current, SavedPlace::default()));
            self.left.len() - 1
        });
        &mut self.left[at].1
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

/// What was kept; nothing where it can't be read.
fn recall() -> Vec<(u64, SavedPlace)> {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let kept = kept.unwrap_or_default();
    let read = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let number = parts.next()?.parse::<u64>().ok()?;
        let top = parts.next()?.parse::<u64>().ok()?;
        let link = parts.next().filter(|link| !link.is_empty());
        let link = link.map(str::to_owned);
        Some((
            number,
            SavedPlace {
                top: top as f64,
                anchor: None,
                link,
            },
        ))
    };
    kept.lines().filter_map(read).collect()
}

/// The tab's storage; a browser may refuse it.
fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

fn state() -> Option<u64> {
    Some(history().state().ok()?.as_f64()? as u64)
}

/// As JavaScript's number: exact far beyond any clock.
fn number(of: u64) -> JsValue {
    JsValue::from_f64(of as f64)
}

/// Replaces the address in view, in the same entry. Whether it could be.
pub(super) fn replace_address(href: &str) -> bool {
    let state = history().state().unwrap_or(JsValue::NULL);
    history()
        .replace_state_with_url(&state, "", Some(href))
        .is_ok()
}

/// Whether the browser restores the scroll position itself.
pub(super) fn let_browser_restore(yes: bool) {
    let mode = if yes {
        ScrollRestoration::Auto
    } else {
        ScrollRestoration::Manual
    };
    let _ = history().set_scroll_restoration(mode);
}
