//! The context that every part of a dispute's page is rendered in.

use std::borrow::Cow;

use says_who_model::{Dispute, Id, Item, ItemRef, SiteInfo, Source, Statement};

use crate::direction;
use crate::dom::ORIGIN_PLACEHOLDER;
use crate::shareable::Shareable;
use crate::words::Words;
use says_who_routes::{Base, Route, query_with_fingerprint};
use yew::prelude::Html;

/// One dispute, its site, and the texts of the interface.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// The site.
    pub site: &'a SiteInfo,
    pub dispute: &'a Dispute,
    pub base: &'a Base,
    /// The scheme and host of the site, before the path of an absolute URL. If they
    /// are not known, empty or [`ORIGIN_PLACEHOLDER`].
    pub origin: &'a str,
    pub words: &'static Words,
    /// The heading level of a point's question: 1 on its own page.
    pub level: u8,
}

impl<'a> RenderContext<'a> {
    /// The tag of a heading `below` levels below a point's question.
    pub fn heading(&self, below: u8) -> String {
        format!("h{}", self.level + below)
    }

    /// The URL of the explainer with this query; in a single-file copy, on the same
    /// page.
    pub(crate) fn explainer_url_with(self, query: &str) -> String {
        if self.base.is_one_file() {
            query.to_owned()
        } else {
            format!("{}{query}", self.explainer_url())
        }
    }

    /// The URL of the explainer page, from the host's root.
    pub fn explainer_url(&self) -> String {
        self.base.href(&Route::Dispute(self.dispute.id.clone()))
    }

    /// The URL of an item's page, from the host's root.
    pub fn item_page_url(&self, id: &Id) -> String {
        self.base
            .href(&Route::Item(self.dispute.id.clone(), id.clone()))
    }

    /// The URL of an item's place on the explainer page, from the host's root; of a
    /// speaker's place on the page of all speakers.
    pub fn item_anchor_url(&self, id: &Id) -> String {
        if self.base.is_one_file() {
            return self.item_page_url(id);
        }
        let page = if self.dispute.is_speaker(id) {
            self.speakers_url()
        } else {
            self.explainer_url()
        };
        format!("{page}#{id}")
    }

    /// The URL of the page of all speakers, from the host's root.
    pub fn speakers_url(&self) -> String {
        self.base.href(&Route::Speakers(self.dispute.id.clone()))
    }

    /// The URL of the share index, from the host's root; `None` in a single-file copy
    /// that does not know its site's URL.
    pub fn share_index_url(&self) -> Option<String> {
        self.base.page(&Route::Share(self.dispute.id.clone()))
    }

    /// The URL of the figures page; `None` as for
    /// [`RenderContext::share_index_url`].
    pub fn figures_url(&self) -> Option<String> {
        self.base.page(&Route::Figures(self.dispute.id.clone()))
    }

    /// The URL of the page of the timeline, if it has one; `None` as for
    /// [`RenderContext::share_index_url`].
    pub fn timeline_url(&self) -> Option<String> {
        self.base.page(&Route::Timeline(self.dispute.id.clone()))
    }

    /// The URL of the print edition; `None` as for
    /// [`RenderContext::share_index_url`].
    pub fn print_url(&self) -> Option<String> {
        self.base.page(&Route::Print(self.dispute.id.clone()))
    }

    /// A URL with the scheme and host, if they are known.
    pub fn absolute_url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The route of a shareable.
    pub fn route_to(&self, shareable: &Shareable<'_>) -> Route {
        let dispute = self.dispute.id.clone();
        match shareable.id() {
            None => Route::Dispute(dispute),
            Some(id) => Route::Item(dispute, id.clone()),
        }
    }

    /// The URL to cite: that of the page or, in a single-file copy that does not know
    /// it, of the place in the file.
    pub fn citation_url(&self, shareable: &Shareable<'_>) -> String {
        let route = self.route_to(shareable);
        let page = self.base.page(&route);
        self.absolute_url(&page.unwrap_or_else(|| self.base.href(&route)))
    }

    /// The URL to cite, if it works from anywhere; `None` if the host is not known and
    /// no browser will fill it in.
    pub fn absolute_citation_url(&self, shareable: &Shareable<'_>) -> Option<String> {
        Some(self.citation_url(shareable)).filter(|address| !address.starts_with('/'))
    }

    /// The URL to share: the page, with the current version of the item.
    pub fn share_url(&self, shareable: &Shareable<'_>) -> String {
        self.citation_url(shareable) + &self.version_query(shareable)
    }

    /// The query with the current version of an item; empty for the whole explainer.
    pub fn version_query(&self, shareable: &Shareable<'_>) -> String {
        // A single-file copy never changes.
        let changes = !self.base.site().is_empty();
        let id = shareable.id().filter(|_| changes);
        let print = id.and_then(|id| self.dispute.fingerprint(id));
        print.map(query_with_fingerprint).unwrap_or_default()
    }

    /// [`RenderContext::share_url`] for a link on the page, without the placeholder.
    pub fn share_path(&self, shareable: &Shareable<'_>) -> String {
        self.share_url(shareable).replace(ORIGIN_PLACEHOLDER, "")
    }

    /// The shareable with this id; the whole explainer if the id is empty.
    pub fn find_shareable(&self, id: &str) -> Option<Shareable<'a>> {
        if id.is_empty() {
            return Some(Shareable::Whole);
        }
        match self.dispute.find(id)? {
            ItemRef::Item(item) => Some(Shareable::Item(item)),
            ItemRef::Alias(_) | ItemRef::Gone(..) => None,
        }
    }

    /// Everything that can be shared, the whole explainer first.
    pub fn shareables(&self) -> impl Iterator<Item = Shareable<'a>> {
        std::iter::once(Shareable::Whole).chain(self.dispute.items().map(Shareable::Item))
    }

    /// The title as it is in the explainer itself, where nothing needs to be
    /// distinguished.
    pub fn plain_title(&self, shareable: &Shareable<'_>) -> String {
        match shareable {
            Shareable::Item(Item::Point(point)) => point.question.clone(),
            Shareable::Item(Item::OpenQuestion(open)) => open.question.clone(),
            other => self.title(other),
        }
    }

    /// The title, for places where the shareable is not visible: titles, links, lists.
    pub fn title(&self, shareable: &Shareable<'_>) -> String {
        match shareable {
            Shareable::Whole => self.dispute.question.clone(),
            Shareable::Item(item) => self.item_title(item),
        }
    }

    /// The title of an item, for places where the item is not visible.
    pub fn item_title(&self, item: &Item<'_>) -> String {
        self.words.item_title(self.dispute, item)
    }

    /// The title of a statement, for places where the statement is not visible.
    pub fn statement_title(&self, statement: &Statement) -> String {
        self.find_shareable(statement.id.as_str())
            .map_or_else(String::new, |shareable| self.title(&shareable))
    }

    /// A name inside a text of the page, isolated if it runs in the other direction.
    pub fn isolated<'n>(&self, name: &'n str) -> Cow<'n, str> {
        direction::isolated(&self.dispute.language, name)
    }

    /// The same as HTML.
    pub fn isolated_html(&self, name: &str) -> Html {
        direction::isolated_html(&self.dispute.language, name)
    }

    /// The title of a source: its outlet and date.
    pub fn source_title(&self, source: &Source) -> String {
        self.words.source_title(self.dispute, source)
    }
}
