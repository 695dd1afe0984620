//! From one page to another without loading it: links, back and forward.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use yew::prelude::*;

use super::arrival::Manner;
use super::history::{Entries, Left, browser_restores};
use super::link::{followed, route_of};
use super::root::{State, mark};
use super::target::{Target, target};
use super::{address, arrival, far, history, load, unfolded};
use crate::app::Props;
use crate::asked::Asked;
use crate::direction;
use crate::pages::{NOTICE, Page};
use crate::routes::{Base, Route, sent};
use crate::showing::Showing;

/// Where the reader is, and how they came there.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    route: Route,
    came: Came,
}

#[derive(Clone, Debug, PartialEq)]
enum Came {
    /// The page was loaded.
    Loaded,
    /// By a link, or by an address that was typed.
    ByLink,
    /// By back or forward.
    Again(Left),
}

/// The route to draw, and what the address asks beyond it. The first is the
/// one the page was written for, and asks nothing.
#[hook]
pub(crate) fn use_navigation(props: &Props) -> (Route, Asked) {
    let place = use_state(|| Place {
        route: props.route.clone(),
        came: Came::Loaded,
    });
    // An address that asks for nothing new draws nothing anew.
    let asked = use_state_eq(|| Asked {
        origin: props.origin.clone(),
        ..Asked::default()
    });
    // The listeners below live as long as the page; this tells them the route in view.
    let in_view = use_mut_ref(|| props.route.clone());

    {
        let (setter, asked, in_view) = (place.setter(), asked.setter(), in_view.clone());
        let props = props.clone();
        use_effect_with((), move |()| {
            let mut listeners = listen(&props, &in_view, setter.clone(), asked);
            listeners.extend(far::listen());
            // Two files stand in for others, and are written without knowing for
            // which: that for unknown addresses, and that for pages which are not
            // kept on this device. What the data has of such a page is drawn.
            let address = route_in_view(&props);
            let known = match props.route {
                Route::Unknown => address != Route::Unknown,
                Route::Unkept => !Page::at(&props.library.0, &address).is_missing(),
                _ => false,
            };
            if known {
                setter.set(Place {
                    route: address,
                    came: Came::Loaded,
                });
            }
            mark(State::Ready);
            move || drop(listeners)
        });
    }
    {
        let props = props.clone();
        let asked = asked.setter();
        use_effect_with((*place).clone(), move |place| {
            in_view.replace(place.route.clone());
            let page = Page::at(&props.library.0, &place.route);
            take_title(&page, &props.base);
            let moved = unfold_again(&page, &place.came);
            come(&props, &page, &place.came, moved, &asked);
            far::rest();
        });
    }
    // The notice is drawn after the page was come to.
    use_effect_with(asked.unknown.clone(), |unknown| {
        if unknown.is_some() {
            arrival::at_item(NOTICE, Manner::Go);
        }
    });
    (place.route.clone(), (*asked).clone())
}

/// The route of the address in view.
fn route_in_view(props: &Props) -> Route {
    let path = window().location().pathname().unwrap_or_default();
    route_of(props, &path).unwrap_or(Route::Unknown)
}

/// The part of the address in view after the path, with its marks.
fn query_and_hash() -> (String, String) {
    let hash = window().location().hash().unwrap_or_default();
    (address::query(), hash)
}

/// Everything the app listens to.
fn listen(
    props: &Props,
    in_view: &Rc<RefCell<Route>>,
    setter: UseStateSetter<Place>,
    asked: UseStateSetter<Asked>,
) -> Vec<EventListener> {
    browser_restores(false);
    let entries = Rc::new(RefCell::new(Entries::begin()));
    let options = EventListenerOptions::enable_prevent_default();

    let click = {
        let (entries, in_view, setter) = (entries.clone(), in_view.clone(), setter.clone());
        let (props, asked) = (props.clone(), asked.clone());
        EventListener::new_with_options(&document(), "click", options, move |event| {
            let library = &props.library;
            let Some(link) = followed(event, &props) else {
                return;
            };
            let (query, hash) = query_and_hash();
            if link.route == *in_view.borrow() {
                if !link.search.is_empty() && link.search != query {
                    event.prevent_default();
                    let written = entries.borrow_mut().push(&link.href, link.mark);
                    address::hold(&link.search, written);
                    if !written {
                        // The browser may still go there by itself.
                        let _ = window().location().set_hash(&link.hash);
                    }
                    address::tell();
                    let page = Page::at(&library.0, &link.route);
                    come(&props, &page, &Came::ByLink, false, &asked);
                    return;
                }
                if link.hash.is_empty() {
                    event.prevent_default();
                    arrival::at_top();
                    return;
                }
                // The browser follows it and tells of it as a change of entry. For
                // the address that is in view already it would tell nothing.
                if link.hash != hash {
                    entries.borrow_mut().leave_by(link.mark);
                    if link.search != query {
                        // What is shown, and in which order, is the reader's own
                        // choice: a link that says nothing of it leaves it alone.
                        event.prevent_default();
                        let _ = window().location().set_hash(&link.hash);
                    }
                    return;
                }
                event.prevent_default();
                let page = Page::at(&library.0, &link.route);
                if let Target::Element(id) = target(&page, &link.hash) {
                    arrival::at_item(&id, Manner::Go);
                }
            } else if !Page::at(&library.0, &link.route).is_missing() {
                event.prevent_default();
                entries.borrow_mut().push(&link.href, link.mark);
                setter.set(Place {
                    route: link.route,
                    came: Came::ByLink,
                });
            }
        })
    };
    let changed = {
        let (in_view, asked, props) = (in_view.clone(), asked.clone(), props.clone());
        address::on_change(move || {
            let route = in_view.borrow().clone();
            let page = Page::at(&props.library.0, &route);
            let (query, hash) = query_and_hash();
            asked.set(asks(&props, &page, &query, &target(&page, &hash)));
        })
    };
    let moved = {
        let (entries, in_view) = (entries.clone(), in_view.clone());
        let props = props.clone();
        EventListener::new(&window(), "popstate", move |_| {
            let left = entries.borrow_mut().resume();
            let route = route_in_view(&props);
            let came = left.map_or(Came::ByLink, Came::Again);
            if route == *in_view.borrow() {
                address::tell();
                let page = Page::at(&props.library.0, &route);
                come(&props, &page, &came, false, &asked);
            } else {
                setter.set(Place { route, came });
            }
        })
    };
    let scrolled = {
        let entries = entries.clone();
        EventListener::new(&window(), "scroll", move |_| {
            entries.borrow_mut().note_scroll();
        })
    };
    // On a full load the browser is better placed to restore the scroll position.
    let leave = EventListener::new(&window(), "pagehide", move |_| {
        entries.borrow().keep();
        browser_restores(true);
    });
    let resume = EventListener::new(&window(), "pageshow", |_| browser_restores(false));
    vec![click, changed, moved, scrolled, leave, resume]
}

/// The title and language of a page that came into view, and the address that stands for it:
/// not an older name's, nor one with capitals. The query may hold what this
/// version does not know, and is left alone.
fn take_title(page: &Page<'_>, base: &Base) {
    let meta = page.meta();
    document().set_title(&meta.title);
    if let Some(root) = document().document_element() {
        for (name, value) in [
            ("lang", meta.language.as_str()),
            ("dir", direction::of_page(page)),
        ] {
            // An element that refuses an attribute leaves nobody to tell.
            let _ = root.set_attribute(name, value);
        }
    }
    let path = window().location().pathname().unwrap_or_default();
    // One file has the address it has.
    let current = meta.canonical.filter(|_| !base.is_one_file());
    let current = current.map(|current| base.href(&current));
    if let Some(current) = current.filter(|current| *current != path) {
        let (query, hash) = query_and_hash();
        history::replace_address(&format!("{current}{query}{hash}"));
    }
}

/// Unfolds what the reader had unfolded on this page, before anything else, so
/// that places are where they will be. Not on a page just loaded by somebody who
/// reads it already. Whether places have moved.
fn unfold_again(page: &Page<'_>, came: &Came) -> bool {
    let is_read = *came == Came::Loaded && load::manner() == Manner::Stay;
    match page.dispute() {
        Some(dispute) if page.is_whole() && !is_read => unfolded::recall(dispute.id.as_str()),
        _ => false,
    }
}

/// Comes to what the address in view leads to, on a page whose places have
/// `moved` since the browser went there.
fn come(props: &Props, page: &Page<'_>, came: &Came, moved: bool, asked: &UseStateSetter<Asked>) {
    let (query, hash) = query_and_hash();
    let to = target(page, &hash);
    let item = match &to {
        Target::Element(id) => Some(id.as_str()),
        Target::Top | Target::Unknown(_) => None,
    };
    if let (Some(_), Some(notice)) = (item, document().get_element_by_id(NOTICE)) {
        // It is taken away after the page was come to, and not every browser
        // keeps what is in view where it is.
        let _ = notice.set_attribute("hidden", "");
    }
    let renamed = item.is_some_and(|id| hash != format!("#{id}"));
    if let Some(id) = item.filter(|_| renamed) {
        // An older name, or a mangled one: the address bar shows the present one.
        let path = window().location().pathname().unwrap_or_default();
        history::replace_address(&format!("{path}{query}#{id}"));
    }
    // Set first: what it adds to the page is then there before anything scrolls.
    asked.set(asks(props, page, &query, &to));
    match (came, item) {
        // The browser did not know the name, or went to where it no longer is.
        (Came::Loaded, Some(id)) if renamed || moved => arrival::at_item(id, Manner::Go),
        (Came::Loaded, Some(id)) => arrival::at_item(id, load::manner()),
        (Came::Loaded, None) => {}
        (Came::ByLink, Some(id)) => arrival::at_item(id, Manner::Go),
        (Came::ByLink, None) => arrival::at_top(),
        (Came::Again(left), item) => arrival::back_at(left, item),
    }
}

/// What the address asks of a page beyond its route.
fn asks(props: &Props, page: &Page<'_>, query: &str, to: &Target) -> Asked {
    // Only pages that print addresses are drawn again for the host's sake.
    let here = || window().location().origin().ok();
    let origin = match &props.origin {
        None if page.shows_addresses() => here(),
        known => known.clone(),
    };
    Asked {
        origin,
        sent: sent(query),
        first: Showing::parse(query).first,
        unknown: match to {
            Target::Unknown(id) => Some(id.clone()),
            Target::Top | Target::Element(_) => None,
        },
    }
}
