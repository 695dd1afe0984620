//! From one page to another without loading it: links, back and forward. Pages
//! come as they were written; what answers to the reader on them is then taken
//! over like that on the first.

mod fallback;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use says_who_model::Id;
use web_sys::Document;
use yew::platform::spawn_local;

use super::arrival::{Line, Manner};
use super::far::Far;
use super::history::{Entries, Left, browser_restores};
use super::link::{Followed, followed, route_of};
use super::page::{self, SITE};
use super::root::{fill, hand_line, mark_ready};
use super::target::{Target, target};
use super::{
    address, all_sources, arrival, dispute_search, history, keys_panel, load, notice, order,
    share_panel, unfolded, whereabouts,
};
use crate::islands::{Islands, when_begun};
use crate::showing::Showing;
use says_who_routes::{Base, Route, sent};

/// How the reader came to a page or a place on it.
#[derive(Clone, Debug, PartialEq)]
enum Came {
    /// The page was loaded.
    Loaded,
    /// By a link, or by an address that was typed.
    ByLink,
    /// By back or forward.
    Again(Left),
}

/// Where the reader is. Lives as long as the page.
pub(crate) struct Navigation {
    base: Base,
    /// The page that was loaded.
    first: Route,
    in_view: RefCell<Route>,
    entries: RefCell<Entries>,
    islands: RefCell<Islands>,
    far: Far,
    /// How many pages were asked for: only the last is shown.
    asked: Cell<u32>,
}

/// Takes the page in view over, and from then on every way from it.
pub(crate) fn begin(base: Base, first: Route) {
    browser_restores(false);
    // Before anything reads it.
    address::mend();
    let here = Rc::new(Navigation {
        base,
        in_view: RefCell::new(first.clone()),
        first,
        entries: RefCell::new(Entries::begin()),
        islands: RefCell::new(Islands::within(SITE)),
        far: Far::default(),
        asked: Cell::new(0),
    });
    // What islands leave out is then left out before anybody comes to a place on
    // the page. In a task of its own: both in one are long for a phone.
    when_begun(move || {
        let go_on = move || {
            // They live as long as the page.
            for listener in here.listen() {
                listener.forget();
            }
            here.arrive(&Came::Loaded);
            here.show_meant();
            let line = Line::of_target();
            mark_ready();
            // Only after that is what a filter leaves out gone: `boot.js` defines
            // the element by which the style sheet knows the app.
            spawn_local(async move {
                if let Some(line) = line {
                    line.come_back();
                }
            });
        };
        Timeout::new(0, go_on).forget();
    });
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
                let route = here.in_view.borrow().clone();
                if link.route == route {
                    here.go_within(&link, event);
                } else {
                    event.prevent_default();
                    here.go_to(link.in_the_order_of(&route, &here.base));
                }
            })
        };
        let changed = address::on_change(asks);
        let moved = {
            let here = self.clone();
            EventListener::new(&window(), "popstate", move |_| {
                let left = here.entries.borrow_mut().resume();
                let route = here.route_of_address();
                let came = left.map_or(Came::ByLink, Came::Again);
                if route == *here.in_view.borrow() {
                    here.next();
                    address::tell();
                    here.come(&came, false);
                } else {
                    here.go_back_to(route, came);
                }
            })
        };
        let scrolled = {
            let here = self.clone();
            EventListener::new(&window(), "scroll", move |_| {
                here.entries.borrow_mut().note_scroll();
            })
        };
        // On a full load the browser is better placed to restore the scroll position.
        let leave = {
            let here = self.clone();
            EventListener::new(&window(), "pagehide", move |_| {
                here.entries.borrow().keep();
                browser_restores(true);
            })
        };
        let resume = EventListener::new(&window(), "pageshow", |_| browser_restores(false));
        let mut all = vec![click, changed, moved, scrolled, leave, resume];
        all.extend(whereabouts::follow());
        all.push(dispute_search::follow());
        all.extend(all_sources::follow());
        all.push(share_panel::follow());
        all.extend(keys_panel::follow());
        all.extend(self.far.listen());
        all
    }

    /// Follows a link on the page in view.
    fn go_within(&self, link: &Followed, event: &web_sys::Event) {
        // A page that is still to come is no longer wanted.
        self.next();
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
            address::tell();
            self.come(&Came::ByLink, false);
            return;
        }
        if link.hash.is_empty() {
            event.prevent_default();
            arrival::at_top();
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
            arrival::at_item(&id, Manner::Go);
        }
    }

    /// Follows a link to another page.
    fn go_to(self: &Rc<Self>, link: Followed) {
        let here = self.clone();
        self.load(&self.base.href(&link.route), move |page| {
            if let Some(page) = page {
                here.entries.borrow_mut().push(&link.href, link.mark);
                here.show(&page, link.route, Came::ByLink);
            } else {
                let _ = window().location().assign(&link.href);
            }
        });
    }

    /// Shows the page of an entry that the browser has moved to.
    fn go_back_to(self: &Rc<Self>, route: Route, came: Came) {
        // Until its page is there, the place in view is not its own.
        self.entries.borrow_mut().leave();
        let here = self.clone();
        self.load(&self.base.href(&route), move |page| {
            if let Some(page) = page {
                here.entries.borrow_mut().arrive();
                here.show(&page, route, came);
            } else {
                let _ = window().location().reload();
            }
        });
    }

    /// Asks for a page; `then` is not called where another was asked for since.
    fn load(self: &Rc<Self>, href: &str, then: impl FnOnce(Option<Document>) + 'static) {
        let (here, number) = (self.clone(), self.next());
        page::load(href, move |page| {
            if number == here.asked.get() {
                then(page);
            }
        });
    }

    /// Puts a page in view.
    fn show(self: &Rc<Self>, page: &Document, route: Route, came: Came) {
        self.islands.take().end();
        if !page::put(page) {
            let _ = window().location().reload();
            return;
        }
        self.in_view.replace(route);
        self.islands.replace(Islands::within(SITE));
        let (here, number) = (self.clone(), self.asked.get());
        when_begun(move || {
            if number == here.asked.get() {
                here.arrive(&came);
            }
        });
    }

    /// Numbers what is asked for now.
    fn next(&self) -> u32 {
        self.asked.set(self.asked.get() + 1);
        self.asked.get()
    }

    /// Comes to a page that has just been put in view.
    fn arrive(&self, came: &Came) {
        if let Some(root) = super::find::first(SITE) {
            fill(&root);
        }
        hand_line();
        self.take_address();
        dispute_search::begin();
        all_sources::count();
        let moved = unfold_again(came);
        self.come(came, moved);
        self.far.measure();
    }

    /// The route of the address in view.
    fn route_of_address(&self) -> Route {
        route_of(&self.base, &self.first, &page::path()).unwrap_or(Route::Unknown)
    }

    /// The address that stands for the page in view: not an older name's, nor one
    /// with capitals. The query may hold what this version does not know, and is
    /// left alone.
    fn take_address(&self) {
        // One file has the address it has.
        let current = page::says("data-path").filter(|_| !self.base.is_one_file());
        if let Some(current) = current.filter(|current| *current != page::path()) {
            let (query, hash) = query_and_hash();
            history::replace_address(&format!("{current}{query}{hash}"));
        }
    }

    /// Comes to what the address in view leads to, on a page whose places have
    /// `moved` since the browser went there.
    fn come(&self, came: &Came, moved: bool) {
        let (query, hash) = query_and_hash();
        let to = target(&hash);
        let item = match &to {
            Target::Element(id) => Some(id.as_str()),
            Target::Top | Target::Unknown(_) => None,
        };
        let renamed = item.is_some_and(|id| hash != format!("#{id}"));
        if let Some(id) = item.filter(|_| renamed) {
            // An older name, or a mangled one: the address bar shows the present one.
            history::replace_address(&format!("{}{query}#{id}", page::path()));
        }
        // First: what they add to the page is then there before anything scrolls.
        asks();
        if let Some(dispute) = dispute().filter(|_| page::is_whole()) {
            let unknown = match &to {
                Target::Unknown(asked) => Some(asked),
                Target::Top | Target::Element(_) => None,
            };
            notice::name_unknown(&self.base, &dispute, unknown);
            if unknown.is_some() {
                arrival::at_item(notice::MISSING, Manner::Go);
                return;
            }
        }
        match (came, item) {
            // The browser did not know the name, or went to where it no longer is.
            (Came::Loaded, Some(id)) if renamed || moved => arrival::at_item(id, Manner::Go),
            (Came::Loaded, Some(id)) => {
                arrival::at_item(id, load::manner());
                stay_there(id);
            }
            (Came::Loaded | Came::ByLink, None)
                if page::is_whole() && !address::showing().is_all() =>
            {
                arrival::at_results();
            }
            (Came::Loaded, None) => {}
            (Came::ByLink, Some(id)) => arrival::at_item(id, Manner::Go),
            (Came::ByLink, None) => arrival::at_top(),
            (Came::Again(left), item) => arrival::back_at(left, item),
        }
    }
}

/// Comes to the item once more when the page with all it loads is there: WebKit
/// goes to the place in the address again by then, and takes focus from it.
fn stay_there(id: &str) {
    if document().ready_state() == "complete" {
        return;
    }
    let id = id.to_owned();
    let loaded = EventListener::once(&window(), "load", move |_| {
        spawn_local(async move { arrival::at_item(&id, load::manner()) });
    });
    loaded.forget();
}

/// The part of the address in view after the path, with its marks.
fn query_and_hash() -> (String, String) {
    let hash = window().location().hash().unwrap_or_default();
    (address::query(), hash)
}

/// The dispute that the page in view belongs to.
fn dispute() -> Option<Id> {
    page::says("data-dispute")?.parse().ok()
}

/// Unfolds what the reader had unfolded on this page, before anything else, so
/// that places are where they will be. Not on a page just loaded by somebody who
/// reads it already. Whether places have moved.
fn unfold_again(came: &Came) -> bool {
    let is_read = *came == Came::Loaded && load::manner() == Manner::Stay;
    match dispute() {
        Some(dispute) if page::is_whole() && !is_read => unfolded::recall(dispute.as_str()),
        _ => false,
    }
}

/// Does what the address asks of the page in view beyond its route.
fn asks() {
    let query = address::query();
    let first = Showing::parse(&query).first;
    let second = page::says("data-second");
    order::put(first.is_some() && first.map(|id| id.to_string()) == second);
    notice::tell_change(sent(&query));
}
