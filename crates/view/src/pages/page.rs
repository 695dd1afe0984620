//! From an address to a page of this library. Everything a page needs is
//! resolved here, so that drawing it cannot fail.

use says_who_model::{Date, Dispute, Id, Item, ItemRef, Library};
use yew::prelude::*;

use super::{about, dispute, figures, home, item, missing, print, share};
use crate::components::{Lacks, footer, has_search, masthead, print_line};
use crate::dom::{ORIGIN_PLACEHOLDER, class};
use crate::subject::Subject;
use crate::view::View;
use crate::words::{ENGLISH, Words};
use says_who_routes::{Base, Route};

/// A page, with what stands on it.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    pub(super) library: &'a Library,
    pub(super) content: Content<'a>,
}

/// What a page is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Content<'a> {
    Home,
    About,
    Dispute(&'a Dispute),
    Share(&'a Dispute),
    Figures(&'a Dispute),
    Print(&'a Dispute),
    Item(&'a Dispute, Item<'a>),
    Gone(&'a Dispute, &'a str, Date, &'a str),
    Missing(Option<(&'a Dispute, &'a Id)>),
    Unkept,
}

/// What a page says of itself, in the browser too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title, for the tab and for previews.
    pub title: String,
    /// The address that stands for this page; none for a page that should not be listed.
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
            Route::Unkept => Some(Content::Unkept),
            Route::Dispute(id) => dispute(id).map(Content::Dispute),
            Route::Share(id) => dispute(id).map(Content::Share),
            Route::Figures(id) => dispute(id).map(Content::Figures),
            Route::Print(id) => dispute(id).map(Content::Print),
            Route::Item(id, item) => dispute(id).map(|dispute| Content::item(dispute, item)),
        };
        Self {
            library,
            content: content.unwrap_or(Content::Missing(None)),
        }
    }

    /// Whether this is the page for an address that leads nowhere.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.content, Content::Missing(_) | Content::Unkept)
    }

    /// What the page says of itself.
    #[must_use]
    pub fn meta(&self) -> Meta {
        let words = self.words();
        let site = &self.library.site.name;
        let question = |dispute| self.library.question_for_titles(dispute);
        let on_site = |title: &str| format!("{title} · {site}");
        let on_dispute =
            |title: &str, dispute| on_site(&(words.page_title)(title, &question(dispute)));
        let (title, canonical) = match self.content {
            Content::Home => (site.clone(), Some(Route::Home)),
            Content::About => ((words.about_title)(site), Some(Route::About)),
            Content::Dispute(dispute) => (
                on_site(&question(dispute)),
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
            // The whole explainer stands for its short edition.
            Content::Print(dispute) => (
                on_dispute(words.print, dispute),
                Some(Route::Dispute(dispute.id.clone())),
            ),
            Content::Item(dispute, item) => (
                on_dispute(&words.item_title(dispute, &item), dispute),
                Some(Route::Item(dispute.id.clone(), item.id().clone())),
            ),
            Content::Gone(dispute, id, ..) => (on_dispute(&(words.gone_title)(id), dispute), None),
            Content::Missing(_) => (on_site(words.missing_title), None),
            Content::Unkept => (on_site(words.unkept_title), None),
        };
        Meta {
            title,
            canonical,
            language: match self.content {
                Content::Dispute(dispute)
                | Content::Share(dispute)
                | Content::Figures(dispute)
                | Content::Print(dispute)
                | Content::Item(dispute, _)
                | Content::Gone(dispute, ..) => dispute.language.as_str(),
                Content::Home | Content::About | Content::Missing(_) | Content::Unkept => {
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
            | Content::Print(dispute)
            | Content::Item(dispute, _)
            | Content::Gone(dispute, ..) => Some(dispute),
            Content::Missing(asked) => asked.map(|(dispute, _)| dispute),
            Content::Home | Content::About | Content::Unkept => None,
        }
    }

    /// What the page is about, where that can be sent.
    pub fn subject(&self) -> Option<Subject<'a>> {
        match self.content {
            Content::Dispute(_) => Some(Subject::Whole),
            Content::Item(_, item) => Some(Subject::Item(item)),
            Content::Home
            | Content::About
            | Content::Share(_)
            | Content::Figures(_)
            | Content::Print(_)
            | Content::Gone(..)
            | Content::Missing(_)
            | Content::Unkept => None,
        }
    }

    /// The page that stands for this one at `route`: for one that should not be
    /// listed, the nearest above it.
    pub fn standing_for(&self, route: &Route) -> Route {
        match (self.meta().canonical, route) {
            (Some(canonical), _) => canonical,
            (None, Route::Item(dispute, _)) => Route::Dispute(dispute.clone()),
            (None, _) => Route::Home,
        }
    }

    /// The address that the page has, which may not be the one that stands for it.
    fn own_route(&self) -> Option<Route> {
        match self.content {
            Content::Print(dispute) => Some(Route::Print(dispute.id.clone())),
            _ => self.meta().canonical,
        }
    }

    /// Whether the page shows the whole explainer, every item in its place.
    pub fn is_whole(&self) -> bool {
        matches!(self.content, Content::Dispute(_))
    }

    /// What it is called where the browser asks what is in view.
    fn kind(&self) -> &'static str {
        match self.content {
            Content::Home => "home",
            Content::About => "about",
            Content::Dispute(_) => "whole",
            Content::Share(_) => "share",
            Content::Figures(_) => "figures",
            Content::Print(_) => "print",
            Content::Item(..) => "item",
            Content::Gone(..) => "gone",
            Content::Missing(_) => "missing",
            Content::Unkept => "unkept",
        }
    }

    /// The page, from masthead to footer, in the element that takes the place of
    /// another's when a reader goes from one to the other. It says what the
    /// browser has to know of the page.
    pub fn draw(&self, base: &Base, origin: Option<&str>) -> Html {
        let words = self.words();
        let site = &self.library.site;
        let view = |dispute: &'a Dispute| View {
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
            Content::Dispute(dispute) => dispute::draw(view(dispute)),
            Content::Share(dispute) => share::draw(view(dispute)),
            Content::Figures(dispute) => figures::draw(view(dispute)),
            Content::Print(dispute) => print::draw(view(dispute)),
            Content::Item(dispute, item) => item::draw(view(dispute), &item),
            Content::Gone(dispute, id, on, reason) => {
                missing::draw_gone(view(dispute), id, on, reason)
            }
            Content::Missing(Some((dispute, id))) => missing::draw_unknown(view(dispute), id),
            Content::Missing(None) => missing::draw(words, base, self.library),
            Content::Unkept => missing::draw_unkept(words),
        };
        let canonical = self.meta().canonical;
        let dispute = self.dispute();
        html! {
            <div
                class={class::SITE}
                data-page={self.kind()}
                data-path={self.own_route().map(|route| base.href(&route))}
                data-dispute={dispute.map(|dispute| dispute.id.to_string())}
                data-disputes={self.disputes()}
                data-second={dispute.map(|dispute| dispute.sides.second.id.to_string())}
            >
                if let Some((dispute, canonical)) = dispute.zip(canonical.as_ref()) {
                    { print_line(view(dispute), canonical) }
                }
                { masthead(words, base, self.library, self.lacks()) }
                <main id="content" class="page" tabindex="-1">{ main }</main>
                { footer(words, site) }
            </div>
        }
    }

    /// The ids of all disputes, on a page that stands in for others: what was
    /// asked for is found by them.
    fn disputes(&self) -> Option<String> {
        let ids = self
            .library
            .disputes
            .iter()
            .map(|dispute| dispute.id.as_str());
        let stands_in = matches!(self.content, Content::Missing(None) | Content::Unkept);
        stands_in.then(|| ids.collect::<Vec<_>>().join(" "))
    }

    /// What the page can't do where the app has failed; nothing where all of it
    /// works without.
    fn lacks(&self) -> Option<Lacks> {
        match self.content {
            Content::Dispute(_) => Some(Lacks::All),
            Content::Item(..) | Content::Share(_) => Some(Lacks::Copying),
            Content::Home => has_search(self.library).then_some(Lacks::Search),
            Content::About
            | Content::Figures(_)
            | Content::Print(_)
            | Content::Gone(..)
            | Content::Missing(_)
            | Content::Unkept => None,
        }
    }

    /// The interface's words. English is the only language so far.
    pub fn words(&self) -> &'static Words {
        &ENGLISH
    }
}

impl<'a> Content<'a> {
    /// The page of what `id` leads to.
    fn item(dispute: &'a Dispute, id: &'a Id) -> Self {
        match dispute.follow(id.as_str()) {
            Some(ItemRef::Item(item)) => Self::Item(dispute, item),
            Some(ItemRef::Gone(on, reason)) => Self::Gone(dispute, id.as_str(), *on, reason),
            Some(ItemRef::Alias(_)) | None => Self::Missing(Some((dispute, id))),
        }
    }
}
