//! From one page to another without loading it: links, back and forward. Pages
//! come as they were written; what answers to the reader on them is then taken
//! over like that on the first.

mod fallback;

use says_who_view::dom::attribute;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use says_who_model::Id;
use web_sys::Document;
use yew::platform::spawn_local;

use super::app_element::{self, fill, mark_ready, set_print_line};
use super::history::{Entries, SavedPlace, let_browser_restore};
use super::island::{self, Islands};
use super::link_click::{Followed, followed, route_of};
use super::offscreen::OffscreenPoints;
use super::page_loader::{self, SITE};
use super::scroll_to::{ScrollAnchor, ScrollMode};
use super::target::{Target, target};
use super::{
    address, all_sources, dispute_search, dom, history, load_type, notice, open_sources,
    scroll_spy, scroll_to, share_dialog, shortcuts_dialog, side_order,
};
use says_who_routes::{Base, Route, sent};
use says_who_view::dom::id;
use says_who_view::filter::FilterQuery;

/// How the reader arrival to a page or a place on it.
#[derive(Clone, Debug, PartialEq)]
enum Arrival {
    /// The page was loaded.
    Loaded,
    /// By a link, or by an address that was typed.
    ByLink,
    /// By back or forward.
    ByHistory(SavedPlace),
}

/// Where the reader is. Lives as long as the page.
struct Navigation {
    base: Base,
    /// The page that was loaded.
    first: Route,
    route: RefCell<Route>,
    entries: RefCell<Entries>,
    islands: RefCell<Islands>,
    offscreen: OffscreenPoints,
    /// How many pages were asked for: only the last is shown.
    requests: Cell<u32>,
}

/// Starts the app on the page in view. `None` where the page does not say under
/// which path the site stands.
pub(crate) fn start() -> Option<()> {
    let base = app_element::base()?;
    // The page says which page it is. Its address may be any: one file answers for
    // all unknown ones.
    let first = app_element::route();
    let_browser_restore(false);
    // Before anything reads it.
    address::repair();
    let here = Rc::new(Navigation {
        base,
        route: RefCell::new(first.clone()),
        first,
        entries: RefCell::new(Entries::start()),
        islands: RefCell::new(Islands::mount()),
        offscreen: OffscreenPoints::default(),
        requests: Cell::new(0),
    });
    // What islands leave out is then left out before anybody comes to a place on
    // the page. In a task of its own: both in one are long for a phone.
    island::when_ready(move || {
        let go_on = move || {
            // They live as long as the page.
            for listener in here.listen() {
                listener.forget();
            }
            here.page_shown(&Arrival::Loaded);
            here.show_fallback();
            let anchor = ScrollAnchor::of_target();
            mark_ready();
            // Only after that is what a filter leaves out gone: `boot.js` defines
            // the element by which the style sheet knows the app.
            spawn_local(async move {
                if let Some(anchor) = anchor {
                    anchor.restore();
                }
            });
        };
        Timeout::new(0, go_on).forget();
    });
    Some(())
}

impl Navigation {
    /// Everything that is listened to.
    fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        let options = EventListenerOptions::enable_prevent_default();
        let click = {
            let here = self.clone();
            EventListener::new_with_options(&document(), "click", options, move |event| {
                let Some(link) = followed(event, &here.base, &here.first) else {
                    return;
                };
                let route = here.route.borrow().clone();
                if link.route == route {
                    here.go_within(&link, event);
                } else {
                    event.prevent_default();
                    here.go_to(link.in_the_order_of(&route, &here.base));
                }
            })
        };
        let changed = address::on_change(apply_query);
        let moved = {
            let here = self.clone();
            EventListener::new(&window(), "popstate", move |_| {
                let left = here.entries.borrow_mut().resume();
                let route = here.route_of_address();
                let arrival = left.map_or(Arrival::ByLink, Arrival::ByHistory);
                if route == *here.route.borrow() {
                    here.new_request();
                    address::notify();
                    here.scroll_to_target(&arrival, false);
                } else {
                    here.go_back_to(route, arrival);
                }
            })
        };
        let scrolled = {
            let here = self.clone();
            EventListener::new(&window(), "scroll", move |_| {
                here.entries.borrow_mut().save_scroll();
            })
        };
        // On a full load the browser is better placed to restore the scroll position.
        let leave = {
            let here = self.clone();
            EventListener::new(&window(), "pagehide", move |_| {
                here.entries.borrow().keep();
                let_browser_restore(true);
            })
        };
        let resume = EventListener::new(&window(), "pageshow", |_| let_browser_restore(false));
        let mut all = vec![click, changed, moved, scrolled, leave, resume];
        all.extend(scroll_spy::listen());
        all.push(dispute_search::listen());
        all.extend(all_sources::listen());
        all.push(share_dialog::listen());
        all.extend(shortcuts_dialog::listen());
        all.extend(self.offscreen.listen());
        all
    }

    /// Follows a link on the page in view.
    fn go_within(&self, link: &Followed, event: &web_sys::Event) {
        // A page that is still to come is no longer wanted.
        self.new_request();
        let (query, hash) = query_and_hash();
        if !link.search.is_empty() && link.search != query {
            event.prevent_default();
            let written = self
                .entries
                .borrow_mut()
                .push(&link.href, link.mark.clone());
            address::hold(&link.search, written);
            if !written {
                // The browser may still go there by itself.
                let _ = window().location().set_hash(&link.hash);
            }
            address::notify();
            self.scroll_to_target(&Arrival::ByLink, false);
            return;
        }
        if link.hash.is_empty() {
            event.prevent_default();
            scroll_to::at_top();
            return;
        }
        // The browser follows it and tells of it as a change of entry. For the
        // address that is in view already it would tell nothing.
        if link.hash != hash {
            self.entries.borrow_mut().leave_by(link.mark.clone());
            if link.search != query {
                // What is shown, and in which order, is the reader's own choice:
                // a link that says nothing of it leaves it alone.
                event.prevent_default();
                let _ = window().location().set_hash(&link.hash);
            }
            return;
        }
        event.prevent_default();
        if let Target::Element(id) = target(&link.hash) {
            scroll_to::at_item(&id, ScrollMode::Scroll);
        }
    }

    /// Follows a link to another page.
    fn go_to(self: &Rc<Self>, link: Followed) {
        let here = self.clone();
        self.load(&self.base.href(&link.route), move |page| {
            if let Some(page) = page {
                here.entries.borrow_mut().push(&link.href, link.mark);
                here.show(&page, link.route, Arrival::ByLink);
            } else {
                let _ = window().location().assign(&link.href);
            }
        });
    }

    /// Shows the page of an entry that the browser has moved to.
    fn go_back_to(self: &Rc<Self>, route: Route, arrival: Arrival) {
        // Until its page is there, the place in view is not its own.
        self.entries.borrow_mut().leave();
        let here = self.clone();
        self.load(&self.base.href(&route), move |page| {
            if let Some(page) = page {
                here.entries.borrow_mut().arrive();
                here.show(&page, route, arrival);
            } else {
                let _ = window().location().reload();
            }
        });
    }

    /// Asks for a page; `then` is not called where another was asked for since.
    fn load(self: &Rc<Self>, href: &str, then: impl FnOnce(Option<Document>) + 'static) {
        let (here, number) = (self.clone(), self.new_request());
        page_loader::load(href, move |page| {
            if number == here.requests.get() {
                then(page);
            }
        });
    }

    /// Puts a page in view.
    fn show(self: &Rc<Self>, page: &Document, route: Route, arrival: Arrival) {
        self.islands.take().unmount();
        if !page_loader::put(page) {
            let _ = window().location().reload();
            return;
        }
        self.route.replace(route);
        self.islands.replace(Islands::mount());
        let (here, number) = (self.clone(), self.requests.get());
        island::when_ready(move || {
            if number == here.requests.get() {
                here.page_shown(&arrival);
            }
        });
    }

    /// Numbers what is asked for now.
    fn new_request(&self) -> u32 {
        self.requests.set(self.requests.get() + 1);
        self.requests.get()
    }

    /// Comes to a page that has just been put in view.
    fn page_shown(&self, arrival: &Arrival) {
        if let Some(root) = dom::first(SITE) {
            fill(&root);
        }
        set_print_line();
        self.take_address();
        dispute_search::start();
        all_sources::count();
        let moved = reopen_sources(arrival);
        self.scroll_to_target(arrival, moved);
        self.offscreen.measure();
    }

    /// The route of the address in view.
    fn route_of_address(&self) -> Route {
        route_of(&self.base, &self.first, &page_loader::path()).unwrap_or(Route::Unknown)
    }

    /// The address that stands for the page in view: not an older name's, nor one
    /// with capitals. The query may hold what this version does not know, and is
    /// left alone.
    fn take_address(&self) {
        // One file has the address it has.
        let current = page_loader::says(attribute::PATH).filter(|_| !self.base.is_one_file());
        if let Some(current) = current.filter(|current| *current != page_loader::path()) {
            let (query, hash) = query_and_hash();
            history::replace_address(&format!("{current}{query}{hash}"));
        }
    }

    /// Comes to what the address in view leads to, on a page whose places have
    /// `moved` since the browser went there.
    fn scroll_to_target(&self, arrival: &Arrival, moved: bool) {
        let (query, hash) = query_and_hash();
        let to = target(&hash);
        let item = match &to {
            Target::Element(id) => Some(id.as_str()),
            Target::Top | Target::Unknown(_) => None,
        };
        let renamed = item.is_some_and(|id| hash != format!("#{id}"));
        if let Some(id) = item.filter(|_| renamed) {
            // An older name, or a mangled one: the address bar shows the present one.
            history::replace_address(&format!("{}{query}#{id}", page_loader::path()));
        }
        // First: what they add to the page is then there before anything scrolls.
        apply_query();
        if let Some(dispute) = dispute().filter(|_| page_loader::is_whole()) {
            let unknown = match &to {
                Target::Unknown(asked) => Some(asked),
                Target::Top | Target::Element(_) => None,
            };
            notice::name_unknown(&self.base, &dispute, unknown);
            if unknown.is_some() {
                scroll_to::at_item(id::MISSING, ScrollMode::Scroll);
                return;
            }
        }
        match (arrival, item) {
            // The browser did not know the name, or went to where it no longer is.
            (Arrival::Loaded, Some(id)) if renamed || moved => {
                scroll_to::at_item(id, ScrollMode::Scroll)
            }
            (Arrival::Loaded, Some(id)) => {
                scroll_to::at_item(id, load_type::scroll_mode());
                scroll_again_when_loaded(id);
            }
            (Arrival::Loaded | Arrival::ByLink, None)
                if page_loader::is_whole() && !address::query().is_all() =>
            {
                scroll_to::at_results();
            }
            (Arrival::Loaded, None) => {}
            (Arrival::ByLink, Some(id)) => scroll_to::at_item(id, ScrollMode::Scroll),
            (Arrival::ByLink, None) => scroll_to::at_top(),
            (Arrival::ByHistory(left), item) => scroll_to::back_at(left, item),
        }
    }
}

/// Comes to the item once more when the page with all it loads is there: WebKit
/// goes to the place in the address again by then, and takes focus from it.
fn scroll_again_when_loaded(id: &str) {
    if document().ready_state() == "complete" {
        return;
    }
    let id = id.to_owned();
    let loaded = EventListener::once(&window(), "load", move |_| {
        spawn_local(async move { scroll_to::at_item(&id, load_type::scroll_mode()) });
    });
    loaded.forget();
}

/// The part of the address in view after the path, with its marks.
fn query_and_hash() -> (String, String) {
    let hash = window().location().hash().unwrap_or_default();
    (address::text(), hash)
}

/// The dispute that the page in view belongs to.
fn dispute() -> Option<Id> {
    page_loader::says(attribute::DISPUTE)?.parse().ok()
}

/// Unfolds what the reader had unfolded on this page, before anything else, so
/// that places are where they will be. Not on a page just loaded by somebody who
/// reads it already. Whether places have moved.
fn reopen_sources(arrival: &Arrival) -> bool {
    let is_being_read = *arrival == Arrival::Loaded && load_type::scroll_mode() == ScrollMode::Keep;
    match dispute() {
        Some(dispute) if page_loader::is_whole() && !is_being_read => {
            open_sources::recall(dispute.as_str())
        }
        _ => false,
    }
}

/// Does what the address apply_query of the page in view beyond its route.
fn apply_query() {
    let query = address::text();
    let first = FilterQuery::parse(&query).first;
    let second = page_loader::says(attribute::SECOND);
    side_order::set_swapped(first.is_some() && first.map(|id| id.to_string()) == second);
    notice::tell_change(sent(&query));
}
