//! Resolves a route to a page of this library, and draws it. Everything a page needs
//! is resolved first, so that drawing it can't fail.

use says_who_model::{Date, Dispute, Id, Item, ItemRef, Library};
use says_who_routes::{Base, Route};
use yew::prelude::*;

use super::{
    about, dispute, figures, home, item, not_found, print, share_index, speakers, timeline,
};
use crate::components::{footer, has_timeline_page, is_long, masthead, print_line};
use crate::context::RenderContext;
use crate::dom::{ORIGIN_PLACEHOLDER, class};
use crate::shareable::Shareable;
use crate::words::{ENGLISH, Words};

/// A page with its content.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    pub(super) library: &'a Library,
    pub(super) content: Content<'a>,
}

/// The content of a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Content<'a> {
    Home,
    About,
    Dispute(&'a Dispute),
    Share(&'a Dispute),
    Figures(&'a Dispute),
    Timeline(&'a Dispute),
    Speakers(&'a Dispute),
    Print(&'a Dispute),
    Item(&'a Dispute, Item<'a>),
    Gone(&'a Dispute, &'a str, Date, &'a str),
    NotFound(Option<(&'a Dispute, &'a Id)>),
    Offline,
}

/// The metadata of a page, which the app needs too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title, for the tab and for previews.
    pub title: String,
    /// The canonical route; `None` for a page that should not be indexed.
    pub canonical: Option<Route>,
    /// The language of the page.
    pub language: String,
}

impl<'a> Page<'a> {
    /// The page for `route`. Every route has one.
    #[must_use]
    pub fn at(library: &'a Library, route: &'a Route) -> Self {
        let dispute = |id: &Id| library.dispute(id.as_str());
        let content = match route {
            Route::Home => Some(Content::Home),
            Route::About => Some(Content::About),
            Route::Unknown => None,
            Route::NotOffline => Some(Content::Offline),
            Route::Dispute(id) => dispute(id).map(Content::Dispute),
            Route::Share(id) => dispute(id).map(Content::Share),
            Route::Figures(id) => dispute(id).map(Content::Figures),
            Route::Timeline(id) => dispute(id)
                .filter(|dispute| has_timeline_page(dispute))
                .map(Content::Timeline),
            Route::Speakers(id) => dispute(id).map(Content::Speakers),
            Route::Print(id) => dispute(id).map(Content::Print),
            Route::Item(id, item) => dispute(id).map(|dispute| Content::of_item(dispute, item)),
        };
        Self {
            library,
            content: content.unwrap_or(Content::NotFound(None)),
        }
    }

    /// Whether this is the not-found page or the offline page.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self.content, Content::NotFound(_) | Content::Offline)
    }

    /// The page's metadata.
    #[must_use]
    pub fn meta(&self) -> Meta {
        let words = self.words();
        let site = &self.library.site.name;
        let question = |dispute| self.library.question_for_titles(dispute);
        let on_site = |title: &str| format!("{title} · {site}");
        let on_dispute = |title: &str, dispute| {
            on_site(&(words.page_title)(
                title,
                &self.library.short_title(dispute),
            ))
        };
        let (title, canonical) = match self.content {
            Content::Home => (site.clone(), Some(Route::Home)),
            Content::About => ((words.about_title)(site), Some(Route::About)),
            Content::Dispute(dispute) => (
                on_site(&self.library.short_title(dispute)),
                Some(Route::Dispute(dispute.id.clone())),
            ),
            Content::Share(dispute) => (
                on_site(&(words.share_index_title)(&question(dispute))),
                Some(Route::Share(dispute.id.clone())),
            ),
            Content::Figures(dispute) => (
                on_dispute(words.figures_title, dispute),
                Some(Route::Figures(dispute.id.clone())),
            ),
            Content::Timeline(dispute) => (
                on_dispute(words.timeline, dispute),
                Some(Route::Timeline(dispute.id.clone())),
            ),
            Content::Speakers(dispute) => (
                on_dispute(words.speakers.title, dispute),
                Some(Route::Speakers(dispute.id.clone())),
            ),
            // The explainer page is the canonical page of its print edition.
            Content::Print(dispute) => (
                on_dispute(words.print, dispute),
                Some(Route::Dispute(dispute.id.clone())),
            ),
            Content::Item(dispute, item) => (
                on_dispute(&words.item_title(dispute, &item), dispute),
                Some(Route::Item(dispute.id.clone(), item.id().clone())),
            ),
            Content::Gone(dispute, id, ..) => (on_dispute(&(words.gone_title)(id), dispute), None),
            Content::NotFound(_) => (on_site(words.not_found_title), None),
            Content::Offline => (on_site(words.offline_title), None),
        };
        Meta {
            title,
            canonical,
            language: match self.content {
                Content::Dispute(dispute)
                | Content::Share(dispute)
                | Content::Figures(dispute)
                | Content::Timeline(dispute)
                | Content::Speakers(dispute)
                | Content::Print(dispute)
                | Content::Item(dispute, _)
                | Content::Gone(dispute, ..) => dispute.language.as_str(),
                Content::Home | Content::About | Content::NotFound(_) | Content::Offline => {
                    words.language
                }
            }
            .to_owned(),
        }
    }

    /// The dispute the page belongs to.
    pub fn dispute(&self) -> Option<&'a Dispute> {
        match self.content {
            Content::Dispute(dispute)
            | Content::Share(dispute)
            | Content::Figures(dispute)
            | Content::Timeline(dispute)
            | Content::Speakers(dispute)
            | Content::Print(dispute)
            | Content::Item(dispute, _)
            | Content::Gone(dispute, ..) => Some(dispute),
            Content::NotFound(asked) => asked.map(|(dispute, _)| dispute),
            Content::Home | Content::About | Content::Offline => None,
        }
    }

    /// What can be shared of the page, if anything.
    pub fn shareable(&self) -> Option<Shareable<'a>> {
        match self.content {
            Content::Dispute(_) => Some(Shareable::Whole),
            Content::Item(_, item) => Some(Shareable::Item(item)),
            Content::Home
            | Content::About
            | Content::Share(_)
            | Content::Figures(_)
            | Content::Timeline(_)
            | Content::Speakers(_)
            | Content::Print(_)
            | Content::Gone(..)
            | Content::NotFound(_)
            | Content::Offline => None,
        }
    }

    /// The canonical route of this page at `route`; for a page that should not be
    /// indexed, the route of its parent.
    pub fn canonical_or_parent(&self, route: &Route) -> Route {
        match (self.meta().canonical, route) {
            (Some(canonical), _) => canonical,
            (None, Route::Item(dispute, _)) => Route::Dispute(dispute.clone()),
            (None, _) => Route::Home,
        }
    }

    /// The route that the page has, which may not be the canonical one.
    fn own_route(&self) -> Option<Route> {
        match self.content {
            Content::Print(dispute) => Some(Route::Print(dispute.id.clone())),
            _ => self.meta().canonical,
        }
    }

    /// Whether this is the explainer page, which has every item but the speakers.
    pub fn is_whole(&self) -> bool {
        matches!(self.content, Content::Dispute(_))
    }

    /// The kind of page, which the app reads from the page.
    fn kind(&self) -> &'static str {
        match self.content {
            Content::Home => "home",
            Content::About => "about",
            Content::Dispute(_) => "whole",
            Content::Share(_) => "share",
            Content::Figures(_) => "figures",
            Content::Timeline(_) => "timeline",
            Content::Speakers(_) => "speakers",
            Content::Print(_) => "print",
            Content::Item(..) => "item",
            Content::Gone(..) => "gone",
            Content::NotFound(_) => "missing",
            Content::Offline => "offline",
        }
    }

    /// Draws the page, from masthead to footer, in the root element that is replaced
    /// when a reader goes to another page. Its attributes tell the app what it needs
    /// to know about the page.
    pub fn draw(&self, base: &Base, origin: Option<&str>) -> Html {
        let words = self.words();
        let site = &self.library.site;
        let context = |dispute: &'a Dispute| RenderContext {
            site,
            dispute,
            base,
            origin: origin.unwrap_or(ORIGIN_PLACEHOLDER),
            words,
            level: 3,
        };
        let main = match self.content {
            Content::Home => home::draw(words, base, self.library),
            Content::About => about::draw(words, base, self.library),
            Content::Dispute(dispute) => dispute::draw(context(dispute)),
            Content::Share(dispute) => share_index::draw(context(dispute)),
            Content::Figures(dispute) => figures::draw(context(dispute)),
            Content::Timeline(dispute) => timeline::draw(context(dispute)),
            Content::Speakers(dispute) => speakers::draw(context(dispute)),
            Content::Print(dispute) => print::draw(context(dispute)),
            Content::Item(dispute, item) => item::draw(context(dispute), &item),
            Content::Gone(dispute, id, on, reason) => {
                not_found::draw_gone(context(dispute), id, on, reason)
            }
            Content::NotFound(Some((dispute, id))) => {
                not_found::draw_unknown_item(context(dispute), id)
            }
            Content::NotFound(None) => not_found::draw(words, base, self.library),
            Content::Offline => not_found::draw_offline(words),
        };
        let canonical = self.meta().canonical;
        let dispute = self.dispute();
        html! {
            <div
                class={classes!(class::PAGE_ROOT, self.is_long().then_some("site--long"))}
                data-page={self.kind()}
                data-path={self.own_route().map(|route| base.href(&route))}
                data-dispute={dispute.map(|dispute| dispute.id.to_string())}
                data-disputes={self.disputes()}
                data-second={dispute.map(|dispute| dispute.sides.second.id.to_string())}
            >
                if let Some((dispute, canonical)) = dispute.zip(canonical.as_ref()) {
                    { print_line(context(dispute), canonical) }
                }
                { masthead(words, base, self.library, self.app_features()) }
                <main id="content" class="page" tabindex="-1">{ main }</main>
                { footer(words, site) }
            </div>
        }
    }

    /// Whether this is a page with a long ledger.
    fn is_long(&self) -> bool {
        matches!(self.content, Content::Dispute(dispute) if is_long(dispute))
    }

    /// The ids of all disputes, on the not-found and the offline page: the app uses
    /// them to find what was requested.
    fn disputes(&self) -> Option<String> {
        let ids = self
            .library
            .disputes
            .iter()
            .map(|dispute| dispute.id.as_str());
        let stands_in = matches!(self.content, Content::NotFound(None) | Content::Offline);
        stands_in.then(|| ids.collect::<Vec<_>>().join(" "))
    }

    /// The interface's words. English is the only language so far.
    pub fn words(&self) -> &'static Words {
        &ENGLISH
    }
}

impl<'a> Content<'a> {
    /// The page that `id` leads to.
    fn of_item(dispute: &'a Dispute, id: &'a Id) -> Self {
        match dispute.follow(id.as_str()) {
            Some(ItemRef::Item(item)) => Self::Item(dispute, item),
            Some(ItemRef::Gone(on, reason)) => Self::Gone(dispute, id.as_str(), *on, reason),
            Some(ItemRef::Alias(_)) | None => Self::NotFound(Some((dispute, id))),
        }
    }
}
