//! Every page as HTML, by the same app that runs in the browser, and the files
//! beside it.

use std::convert::Infallible;
use std::sync::Arc;

use says_who_cards::Card;
use says_who_model::{Dispute, Library, Retired};

use super::card::card;
use super::draw::draw;
use super::in_order::in_order;
use super::{Template, embed, feed, head, json_ld, oembed, sitemap, webmanifest};
use says_who_routes::{Base, Route};
use says_who_view::citations::{self, Format};
use says_who_view::direction;
use says_who_view::layout::{AllShareTools, Layout, LayoutProps, SharedLibrary};
use says_who_view::pages::Page;
use says_who_view::share::embed_path;
use says_who_view::view::View;
use says_who_view::words::Words;

/// What a site is made from.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The disputes.
    pub library: &'a Arc<Library>,
    /// The frame of its pages.
    pub template: &'a Template,
    /// The path under which it stands.
    pub base: &'a Base,
    /// Its scheme and host, where they are known.
    pub origin: Option<&'a str>,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it goes, below the site's folder, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// What there is for a route.
pub(super) struct Drawn {
    /// The page, and the text files that belong to it.
    pub(super) files: Vec<File>,
    /// Where its preview card goes, and the card, where it has one of its own.
    pub(super) card: Option<(String, Card)>,
}

impl Site<'_> {
    /// Every page, every text file beside one, and the files for machines, in a
    /// fixed order.
    #[must_use]
    pub fn files(&self) -> Vec<File> {
        let routes = routes(self.library);
        let mut files = Vec::new();
        let drawn = || |route: &Route| self.drawn(route);
        let Ok(()) = in_order(&routes, drawn, |drawn| {
            files.extend(drawn.files);
            Ok::<(), Infallible>(())
        });
        files.extend(self.for_machines(&routes));
        files
    }

    /// The page for a route, and what belongs to it.
    pub(super) fn drawn(&self, route: &Route) -> Drawn {
        let page = Page::at(self.library, route);
        let mut files = vec![self.page_at(route)];
        // A frame with an older name in its address goes on working.
        if matches!(route, Route::Dispute(_) | Route::Item(..)) {
            let below = embed_path(self.base, route);
            let below = below.strip_prefix(self.base.as_str()).unwrap_or(&below);
            files.push(File {
                path: format!("{below}index.html"),
                text: embed::embed(self, route),
            });
        }
        let own = stands_for_itself(&page, route);
        if own {
            files.extend(self.beside(&page, route));
        }
        let card = own.then(|| (format!("{route}card.png"), card(page.preview().card)));
        Drawn { files, card }
    }

    /// What stands apart from the pages, for machines.
    pub(super) fn for_machines(&self, routes: &[Route]) -> Vec<File> {
        let mut files = feed::files(self);
        files.extend(sitemap::files(self, routes));
        files
    }

    /// The page for a route alone.
    #[must_use]
    pub fn page_at(&self, route: &Route) -> File {
        File {
            path: file_of(route),
            text: self.page(&Page::at(self.library, route), route),
        }
    }

    fn page(&self, page: &Page<'_>, route: &Route) -> String {
        let head = head::head(self, page, route);
        let data = json_ld::element(self, page, route) + &webmanifest::tags(self.base);
        let direction = direction::of_page(page);
        let root = self.root(route);
        self.template
            .fill(&page.meta().language, direction, &head, &data, &root)
    }

    /// The app's element with the page in it, which tells the app where it is;
    /// before it the one that `boot.js` defines once the app is there.
    pub(super) fn root(&self, route: &Route) -> String {
        let props = LayoutProps {
            library: SharedLibrary(self.library.clone()),
            base: self.base.clone(),
            origin: self.origin.map(str::to_owned),
            route: route.clone(),
        };
        let body = draw::<Layout>(props);
        let escape = super::escape::escape;
        let origin = self.origin.map_or_else(String::new, |origin| {
            format!(r#" data-origin="{}""#, escape(origin))
        });
        format!(
            r#"<says-who-ready></says-who-ready><div id="app" data-base="{}" data-route="{}"{origin}>{body}</div>"#,
            escape(self.base.as_str()),
            escape(&route.to_string()),
        )
    }

    /// The tools of everything that can be sent of the first dispute.
    pub(super) fn tools(&self) -> String {
        let props = LayoutProps {
            library: SharedLibrary(self.library.clone()),
            base: self.base.clone(),
            origin: self.origin.map(str::to_owned),
            route: Route::Home,
        };
        draw::<AllShareTools>(props)
    }

    /// The citations of what the page is about, and its oEmbed answer.
    fn beside(&self, page: &Page<'_>, route: &Route) -> Vec<File> {
        let mut files = Vec::new();
        if let (Some(dispute), Some(subject)) = (page.dispute(), page.subject()) {
            let view = self.view(dispute, page.words());
            files.extend(Format::ALL.map(|format| File {
                path: format!("{route}{}", format.file()),
                text: citations::cite(view, &subject, format),
            }));
        }
        if oembed::has(self, route) {
            files.push(File {
                path: format!("{route}{}", oembed::FILE),
                text: oembed::answer(self, page, route),
            });
        }
        files
    }

    /// One of its disputes.
    pub(super) fn view<'a>(&'a self, dispute: &'a Dispute, words: &'static Words) -> View<'a> {
        View {
            site: &self.library.site,
            dispute,
            base: self.base,
            origin: self.origin.unwrap_or_default(),
            words,
            level: 3,
        }
    }

    /// An address with scheme and host, as far as they are known.
    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin.unwrap_or_default())
    }
}

/// Whether the page is not another's older name, nor one that has gone.
pub(super) fn stands_for_itself(page: &Page<'_>, route: &Route) -> bool {
    page.meta().canonical.as_ref() == Some(route)
}

/// Every address that has a page of its own.
pub(super) fn routes(library: &Library) -> Vec<Route> {
    let mut routes = vec![Route::Home, Route::About, Route::Unknown, Route::Unkept];
    for dispute in &library.disputes {
        routes.push(Route::Dispute(dispute.id.clone()));
        routes.push(Route::Share(dispute.id.clone()));
        routes.push(Route::Figures(dispute.id.clone()));
        routes.push(Route::Print(dispute.id.clone()));
        let items = dispute.items().map(|item| item.id());
        let retired = dispute.retired.iter().map(|retired| match retired {
            Retired::Alias { from, .. } => from,
            Retired::Tombstone { id, .. } => id,
        });
        let pages = items.chain(retired);
        routes.extend(pages.map(|id| Route::Item(dispute.id.clone(), id.clone())));
    }
    routes
}

/// Whether a file is a page that the app takes over.
pub(super) fn is_of_app(file: &File) -> bool {
    file.path.ends_with(".html") && file.text.contains(r#"<div id="app""#)
}

/// The file of the page at `route`.
pub(super) fn file_of(route: &Route) -> String {
    match route {
        Route::Unknown | Route::Unkept => route.to_string(),
        _ => format!("{route}index.html"),
    }
}
