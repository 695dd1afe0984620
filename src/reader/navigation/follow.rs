//! Goes where a link, Back or Forward leads: to a place on the page in view, or to
//! another page.

use std::rc::Rc;

use gloo::utils::window;
use says_who_routes::Route;
use says_who_view::comparison::ComparisonQuery;
use web_sys::Document;

use super::{Arrival, Navigation, query_and_hash};
use crate::reader::hash_target::{Target, target};
use crate::reader::link_click::LinkClick;
use crate::reader::scroll_to::{self, ScrollMode};
use crate::reader::{address, app, page_loader};

impl Navigation {
    /// Follows a link within the page in view.
    pub(super) fn go_within(&self, link: &LinkClick, event: &web_sys::Event) {
        // Cancels a page that is still being loaded.
        self.new_request();
        let (query, hash) = query_and_hash();
        // A link without a query keeps the reader's filter and side order. It leads to a
        // place on the whole page, and so out of a comparison.
        let is_place = link.search.is_empty() || link.attribute.starts_with('#');
        let search = if is_place {
            ComparisonQuery::remove_from(&query)
        } else {
            link.search.clone()
        };
        if search != query {
            event.prevent_default();
            let href = format!("{}{search}{}", page_loader::path(), link.hash);
            let written = self
                .entries
                .borrow_mut()
                .push(&href, link.attribute.clone());
            address::remember(&search, written);
            if !written {
                // Setting the hash may still work.
                let _ = window().location().set_hash(&link.hash);
            }
            address::notify();
            self.scroll_to_target(&Arrival::ByLink, false);
            return;
        }
        if link.hash.is_empty() {
            event.prevent_default();
            scroll_to::top();
            return;
        }
        // The browser follows the link and fires `popstate`; not so for the address that
        // is already in view.
        if link.hash != hash {
            self.entries.borrow_mut().leave_by(link.attribute.clone());
            if link.search != query {
                // A link without a query keeps the reader's filter and side order.
                event.prevent_default();
                let _ = window().location().set_hash(&link.hash);
            }
            return;
        }
        event.prevent_default();
        if let Target::Element(id) = target(&link.hash) {
            scroll_to::item(&id, ScrollMode::Scroll);
        }
    }

    /// Follows a link to another page.
    pub(super) fn go_to(self: &Rc<Self>, link: LinkClick) {
        let here = self.clone();
        self.load(&self.base.href(&link.route), move |page| {
            if let Some(page) = page {
                here.entries.borrow_mut().push(&link.href, link.attribute);
                here.show(&page, link.route, Arrival::ByLink);
            } else {
                let _ = window().location().assign(&link.href);
            }
        });
    }

    /// Shows the page of an entry to which the browser has moved.
    pub(super) fn go_back_to(self: &Rc<Self>, route: Route, arrival: Arrival) {
        // Until its page is in view, the scroll position is not its own.
        self.entries.borrow_mut().start_loading();
        let here = self.clone();
        self.load(&self.base.href(&route), move |page| {
            if let Some(page) = page {
                here.entries.borrow_mut().end_loading();
                here.show(&page, route, arrival);
            } else {
                let _ = window().location().reload();
            }
        });
    }

    /// Loads a page. `then` is not called if another was requested meanwhile.
    pub(super) fn load(self: &Rc<Self>, href: &str, then: impl FnOnce(Option<Document>) + 'static) {
        let (here, number) = (self.clone(), self.new_request());
        page_loader::load(href, move |page| {
            if number == here.requests.get() {
                then(page);
            }
        });
    }

    /// Shows a page.
    pub(super) fn show(self: &Rc<Self>, page: &Document, route: Route, arrival: Arrival) {
        if !page_loader::replace_page(page) {
            let _ = window().location().reload();
            return;
        }
        self.route.replace(route);
        app::show_page();
        let (here, number) = (self.clone(), self.requests.get());
        app::when_ready(move || {
            if number == here.requests.get() {
                here.page_shown(&arrival);
            }
        });
    }
}
