//! The events that the router answers.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};

use super::{Arrival, Navigation};
use crate::reader::history::let_browser_restore;
use crate::reader::link_click::link_click;
use crate::reader::{
    address, dispute_search, open_sources, scroll_spy, share_dialog, shortcut_listeners,
};

impl Navigation {
    /// All event listeners.
    pub(super) fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        let options = EventListenerOptions::enable_prevent_default();
        let click = {
            let here = self.clone();
            EventListener::new_with_options(&document(), "click", options, move |event| {
                let Some(link) = link_click(event, &here.base, &here.first) else {
                    return;
                };
                let route = here.route.borrow().clone();
                if link.route == route {
                    here.go_within(&link, event);
                } else {
                    event.prevent_default();
                    here.go_to(link.keep_side_order(&route, &here.base));
                }
            })
        };
        let moved = {
            let here = self.clone();
            EventListener::new(&window(), "popstate", move |_| {
                let place = here.entries.borrow_mut().resume();
                let route = here.route_of_address();
                let arrival = place.map_or(Arrival::ByLink, Arrival::ByHistory);
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
                here.entries.borrow().save();
                let_browser_restore(true);
            })
        };
        let resume = EventListener::new(&window(), "pageshow", |_| let_browser_restore(false));
        let mut all = vec![click, moved, scrolled, leave, resume];
        all.extend(scroll_spy::listen());
        all.push(dispute_search::listen());
        all.push(open_sources::listen());
        all.push(share_dialog::listen());
        all.extend(shortcut_listeners::listen());
        all.extend(self.offscreen.listen());
        all
    }
}
