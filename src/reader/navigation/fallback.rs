//! Finds the page that was meant, from the page for unknown addresses (404) or for
//! those not available offline.

use std::rc::Rc;

use gloo::utils::document;
use says_who_model::Id;
use says_who_routes::{DisputePath, Resolved, Route, join_at_reference, query_in_path};
use says_who_view::dom::attribute;
use web_sys::Document;

use super::{Arrival, Navigation, query_and_hash};
use crate::reader::app::{Action, dispatch};
use crate::reader::notice::NotFound;
use crate::reader::{address, history, page_data, page_loader};

impl Navigation {
    /// Shows the page that was meant, however its address was mangled. Both fallback
    /// pages are written without knowing the address. Where there is no such page, the
    /// page for unknown addresses says what was asked for.
    pub(super) fn show_fallback(self: &Rc<Self>) {
        let is_fallback = matches!(self.first, Route::Unknown | Route::NotOffline);
        let mut path = page_loader::path();
        let is_own = path == self.base.href(&self.first);
        if !is_fallback || is_own {
            return;
        }
        let (query, hash) = query_and_hash();
        if let Some(whole) = join_at_reference(&path, &hash) {
            history::replace_address(&format!("{path}{query}"));
            path = whole;
        }
        let Some(below) = path.strip_prefix(self.base.as_str()) else {
            return;
        };
        address::merge(&query_in_path(below));
        let disputes = page_loader::attribute_of_page(attribute::DISPUTES).unwrap_or_default();
        let is_dispute = |name: &str| disputes.split(' ').any(|dispute| dispute == name);
        let likely = Route::parse(below);
        let Some(asked) = DisputePath::parse(below, &is_dispute) else {
            // Punctuation after the address of a page of the site itself.
            if matches!(likely, Route::Home | Route::About) {
                self.show_instead(likely, None);
            }
            return;
        };
        let here = self.clone();
        let whole = Route::Dispute(asked.dispute.clone());
        self.load(&self.base.href(&whole), move |whole| match whole {
            Some(whole) => here.find(&asked, whole),
            None => here.show_instead(likely, None),
        });
    }

    /// Finds the item on the page of its whole dispute, which has all candidates.
    fn find(self: &Rc<Self>, asked: &DisputePath, whole: Document) {
        let data = page_data::read(&whole);
        let is_speaker = |name: &str| data.as_ref().is_some_and(|data| data.has_speaker(name));
        let is_item = |name: &str| page_loader::has(&whole, name) || is_speaker(name);
        match asked.resolve(&is_item) {
            Resolved::Page(route) => self.show_instead(route, Some(whole)),
            Resolved::Unknown(id) if self.first == Route::Unknown => {
                let not_found = NotFound::new(asked.dispute.clone(), id, &whole);
                dispatch(Action::NotFound(Some(not_found)));
            }
            // The whole then says that it has no such item.
            Resolved::Unknown(Some(id)) => self.show_in_place(&asked.dispute, &id, &whole),
            Resolved::Unknown(None) => {}
        }
    }

    /// Shows the page of a route in place of the fallback page; if it can't be loaded,
    /// the item's place on the page of the whole.
    fn show_instead(self: &Rc<Self>, route: Route, whole: Option<Document>) {
        let here = self.clone();
        self.load(&self.base.href(&route), move |page| match (page, route) {
            (Some(page), route) => here.show(&page, route, Arrival::Loaded),
            (None, Route::Item(dispute, id)) => match whole {
                // A speaker has no place in the whole: this page lists what there is.
                Some(whole) if page_data::has_speaker(&whole, id.as_str()) => {}
                Some(whole) => here.show_in_place(&dispute, &id, &whole),
                None if here.first == Route::Unknown => {
                    let not_found = NotFound::new(dispute, Some(id), &document());
                    dispatch(Action::NotFound(Some(not_found)));
                }
                None => {}
            },
            (None, _) => {}
        });
    }

    /// Shows an item in its place in the whole.
    fn show_in_place(self: &Rc<Self>, dispute: &Id, id: &Id, whole: &Document) {
        let route = Route::Dispute(dispute.clone());
        let (query, _) = query_and_hash();
        history::replace_address(&format!("{}{query}#{id}", self.base.href(&route)));
        self.show(whole, route, Arrival::Loaded);
    }
}
