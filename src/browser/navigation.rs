//! From one page to another without loading it: links, back and forward.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use yew::prelude::*;

use super::history::{Entries, Left, browser_restores};
use super::link::followed;
use super::root::{State, mark};
use super::{arrival, history};
use crate::app::{Props, Shared};
use crate::pages::Page;
use crate::routes::{Base, Route};

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
    /// By a link, to the item with this id or, where it is empty, to the top.
    ByLink(String),
    /// By back or forward.
    Again(Left),
}

/// The route to draw. The first is the one the page was written for.
#[hook]
pub(crate) fn use_navigation(props: &Props) -> Route {
    let place = use_state(|| Place {
        route: props.route.clone(),
        came: Came::Loaded,
    });
    // The listeners below live as long as the page; this tells them the route in view.
    let in_view = use_mut_ref(|| props.route.clone());

    {
        let (setter, in_view) = (place.setter(), in_view.clone());
        let props = props.clone();
        use_effect_with((), move |()| {
            let listeners = listen(&props, &in_view, setter.clone());
            // The file for unknown addresses is written without knowing which one.
            let asked = address(&props.base);
            if props.route == Route::Unknown && asked != Route::Unknown {
                setter.set(Place {
                    route: asked,
                    came: Came::Loaded,
                });
            }
            mark(State::Ready);
            move || drop(listeners)
        });
    }
    {
        let library = props.library.clone();
        let base = props.base.clone();
        use_effect_with((*place).clone(), move |place| {
            in_view.replace(place.route.clone());
            arrive(&library, &base, place);
        });
    }
    place.route.clone()
}

/// The route of the address in view.
fn address(base: &Base) -> Route {
    let path = window().location().pathname().unwrap_or_default();
    base.route(&path).unwrap_or(Route::Unknown)
}

/// The id after the hash of the address in view.
fn hash() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Everything the app listens to.
fn listen(
    props: &Props,
    in_view: &Rc<RefCell<Route>>,
    setter: UseStateSetter<Place>,
) -> Vec<EventListener> {
    browser_restores(false);
    let entries = Rc::new(RefCell::new(Entries::begin()));
    let options = EventListenerOptions::enable_prevent_default();

    let click = {
        let (entries, in_view, setter) = (entries.clone(), in_view.clone(), setter.clone());
        let Props { library, base, .. } = props.clone();
        EventListener::new_with_options(&document(), "click", options, move |event| {
            let Some(link) = followed(event, &base) else {
                return;
            };
            if link.route == *in_view.borrow() {
                // The browser follows it; what is folded has to open before it scrolls.
                arrival::at_item(&link.hash);
            } else if !Page::at(&library.0, &link.route).is_missing() {
                event.prevent_default();
                entries.borrow_mut().push(&link.href, link.mark);
                setter.set(Place {
                    route: link.route,
                    came: Came::ByLink(link.hash),
                });
            }
        })
    };
    let moved = {
        let (entries, in_view) = (entries.clone(), in_view.clone());
        let base = props.base.clone();
        EventListener::new(&window(), "popstate", move |_| {
            let left = entries.borrow_mut().resume();
            let route = address(&base);
            let came = left.map_or_else(|| Came::ByLink(hash()), Came::Again);
            if route == *in_view.borrow() {
                come(&came);
            } else {
                setter.set(Place { route, came });
            }
        })
    };
    let scrolled = EventListener::new(&window(), "scroll", move |_| {
        entries.borrow_mut().note_scroll();
    });
    // On a full load the browser is better placed to restore the scroll position.
    let leave = EventListener::new(&window(), "pagehide", |_| browser_restores(true));
    let resume = EventListener::new(&window(), "pageshow", |_| browser_restores(false));
    vec![click, moved, scrolled, leave, resume]
}

/// What follows a change of page: title, address, place and focus.
fn arrive(library: &Shared, base: &Base, place: &Place) {
    let meta = Page::at(&library.0, &place.route).meta();
    document().set_title(&meta.title);
    if let Some(current) = meta.canonical.filter(|current| *current != place.route) {
        let hash = window().location().hash().unwrap_or_default();
        history::replace_address(&format!("{}{hash}", base.href(&current)));
    }
    come(&place.came);
}

fn come(came: &Came) {
    match came {
        Came::Loaded => {
            arrival::at_item(&hash());
        }
        Came::ByLink(id) => {
            if !arrival::at_item(id) {
                arrival::at_top();
            }
        }
        Came::Again(left) => arrival::back_at(left),
    }
}
