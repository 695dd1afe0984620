//! The router: follows links, Back and Forward without loading the whole page. The
//! next page is fetched as the generator wrote it, put in the place of the present
//! one, and taken over like the first.

mod fallback;
mod follow;
mod listeners;
mod scroll_target;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use says_who_model::Id;
use says_who_routes::{Base, Route};
use says_who_view::dom::attribute;
use yew::platform::spawn_local;

use super::app::{self, Action, dispatch};
use super::app_element::{self, fill_origin, mark_ready, set_print_line};
use super::history::{Entries, let_browser_restore};
use super::link_click::route_of;
use super::offscreen::OffscreenPoints;
use super::page_loader::{self, PAGE_ROOT};
use super::saved_places::SavedPlace;
use super::scroll_anchor::ScrollAnchor;
use super::scroll_to::ScrollMode;
use super::{address, dispute_search, dom, history, load_type, open_sources, page_data};

/// How the reader came to a page or a place on it.
#[derive(Clone, Debug, PartialEq)]
enum Arrival {
    /// The page was loaded.
    Loaded,
    /// By a link, or a typed address.
    ByLink,
    /// By Back or Forward.
    ByHistory(SavedPlace),
}

/// The state of the router. Lives as long as the document.
struct Navigation {
    base: Base,
    /// The page that was loaded.
    first: Route,
    /// The page in view.
    route: RefCell<Route>,
    entries: RefCell<Entries>,
    offscreen: OffscreenPoints,
    /// The number of the last request: an older one is ignored when it ends.
    requests: Cell<u32>,
}

/// Starts the app on the page in view. `None` where the page does not say under
/// which path the site stands, or does not have the words of the app.
pub(crate) fn start() -> Option<()> {
    let base = app_element::base()?;
    let words = page_data::words(&document())?;
    // The page says which page it is. Its address may be any: one file answers for
    // all unknown ones.
    let first = app_element::route();
    let_browser_restore(false);
    // Before anything reads the query.
    address::repair();
    let here = Rc::new(Navigation {
        base,
        route: RefCell::new(first.clone()),
        first,
        entries: RefCell::new(Entries::start()),
        offscreen: OffscreenPoints::default(),
        requests: Cell::new(0),
    });
    app::start(words);
    // A filter is then applied before the page scrolls to anything. In a task of its
    // own: both in one block a phone for long.
    app::when_ready(move || {
        let take_over = move || {
            // They live as long as the document.
            for listener in here.listen() {
                listener.forget();
            }
            here.page_shown(&Arrival::Loaded);
            here.show_fallback();
            let anchor = ScrollAnchor::of_target();
            mark_ready();
            // Filtered points vanish only now, because the style sheet hides them once
            // `web/boot.js` has seen the mark.
            spawn_local(async move {
                if let Some(anchor) = anchor {
                    anchor.restore();
                }
                here.entries.borrow().number_first();
            });
        };
        Timeout::new(0, take_over).forget();
    });
    Some(())
}

impl Navigation {
    /// The number of a new request.
    fn new_request(&self) -> u32 {
        self.requests.set(self.requests.get() + 1);
        self.requests.get()
    }

    /// Takes over a page that has just been put in view.
    fn page_shown(&self, arrival: &Arrival) {
        if let Some(root) = dom::first(PAGE_ROOT) {
            fill_origin(&root);
        }
        set_print_line();
        self.canonicalize_address();
        dispute_search::start();
        dispatch(Action::SourcesCounted(open_sources::count()));
        let moved = reopen_sources(arrival);
        self.scroll_to_target(arrival, moved);
        self.offscreen.measure();
    }

    /// The route of the address in view.
    fn route_of_address(&self) -> Route {
        route_of(&self.base, &self.first, &page_loader::path()).unwrap_or(Route::Unknown)
    }

    /// Writes the canonical path of the page into the address, in place of an older
    /// name or one with capitals. The query stays, whatever it holds.
    fn canonicalize_address(&self) {
        // A copy in one file keeps its address.
        let current =
            page_loader::attribute_of_page(attribute::PATH).filter(|_| !self.base.is_one_file());
        if let Some(current) = current.filter(|current| *current != page_loader::path()) {
            let (query, hash) = query_and_hash();
            history::replace_address(&format!("{current}{query}{hash}"));
        }
    }
}

/// The query and the hash of the address, with `?` and `#`.
fn query_and_hash() -> (String, String) {
    let hash = window().location().hash().unwrap_or_default();
    (address::text(), hash)
}

/// The dispute that the page in view belongs to.
fn dispute() -> Option<Id> {
    page_loader::attribute_of_page(attribute::DISPUTE)?
        .parse()
        .ok()
}

/// Opens the sources that the reader had opened on this page, before anything
/// scrolls; not if the reader is already reading. Whether the layout has changed.
fn reopen_sources(arrival: &Arrival) -> bool {
    let is_being_read = *arrival == Arrival::Loaded && load_type::scroll_mode() == ScrollMode::Keep;
    match dispute() {
        Some(dispute) if page_loader::is_whole() && !is_being_read => {
            open_sources::restore(dispute.as_str())
        }
        _ => false,
    }
}
