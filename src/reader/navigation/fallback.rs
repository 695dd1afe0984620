//! From a file that stands in for others to the page that was meant.

use says_who_view::dom::attribute;
use std::rc::Rc;

use gloo::utils::document;
use says_who_model::Id;
use web_sys::Document;

use super::{Arrival, Navigation, query_and_hash};
use crate::reader::{address, history, notice, page_loader};
use says_who_routes::{Asked, Below, Route, join_at_reference, query_in};

impl Navigation {
    /// Two files stand in for others, and are written without knowing for which:
    /// that for unknown addresses, and that for pages which are not kept on this
    /// device. The one that was meant is shown where there is one, however its
    /// address was mangled; else the first says what was asked for.
    pub(super) fn show_fallback(self: &Rc<Self>) {
        let is_for_others = matches!(self.first, Route::Unknown | Route::Unkept);
        let mut path = page_loader::path();
        let is_own = path == self.base.href(&self.first);
        if !is_for_others || is_own {
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
        address::take_in(&query_in(below));
        let disputes = page_loader::says(attribute::DISPUTES).unwrap_or_default();
        let is_dispute = |name: &str| disputes.split(' ').any(|dispute| dispute == name);
        let likely = Route::parse(below);
        let Some(asked) = Asked::read(below, &is_dispute) else {
            // Marks alone behind the address of a page of the site's own.
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

    /// Goes to what was asked for, by the page of its dispute's whole, which has
    /// all that could have been meant.
    fn find(self: &Rc<Self>, asked: &Asked, whole: Document) {
        match asked.below(&|name| page_loader::has(&whole, name)) {
            Below::Page(route) => self.show_instead(route, Some(whole)),
            Below::Unknown(id) if self.first == Route::Unknown => {
                notice::name_missing(&self.base, &asked.dispute, id.as_ref(), &whole);
            }
            // In the whole, which says that it is not there.
            Below::Unknown(Some(id)) => self.show_in_place(&asked.dispute, &id, &whole),
            Below::Unknown(None) => {}
        }
    }

    /// Shows the page for a route in place of the one that stands in for it; where
    /// it does not come, the place of an item on the page of the whole.
    fn show_instead(self: &Rc<Self>, route: Route, whole: Option<Document>) {
        let here = self.clone();
        self.load(&self.base.href(&route), move |page| match (page, route) {
            (Some(page), route) => here.show(&page, route, Arrival::Loaded),
            (None, Route::Item(dispute, id)) => match whole {
                Some(whole) => here.show_in_place(&dispute, &id, &whole),
                None if here.first == Route::Unknown => {
                    notice::name_missing(&here.base, &dispute, Some(&id), &document());
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
