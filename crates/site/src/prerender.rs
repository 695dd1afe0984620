//! Prerenders every page to HTML, with the components of the app that runs in the
//! browser, and makes the files beside each page.

use std::convert::Infallible;
use std::sync::Arc;

use anyhow::Result;
use says_who_bundle::{Bundle, integrity};
use says_who_cards::{Card, Fallback};
use says_who_model::{Dispute, Library, Retired};

use super::card::{self, card_from_text};
use super::document::{Document, Styles};
use super::parallel_map::parallel_map_ordered;
use super::render::render_to_string;
use super::{embed, feed, head, inline, json_ld, oembed, offline, sitemap, webmanifest};
use says_who_routes::{Base, Route};
use says_who_view::citations::{self, Format};
use says_who_view::components::has_timeline_page;
use says_who_view::context::RenderContext;
use says_who_view::direction;
use says_who_view::embed_code::embed_path;
use says_who_view::page_layout::{AllShareTools, Layout, LayoutProps, SharedLibrary};
use says_who_view::pages::Page;
use says_who_view::words::Words;

/// A site: what its pages are made from.
#[derive(Clone, Debug)]
pub struct Site<'a> {
    /// The disputes.
    pub(super) library: &'a Arc<Library>,
    /// The app.
    pub(super) bundle: &'a Bundle,
    /// The base path.
    pub(super) base: &'a Base,
    /// The scheme and host, if known.
    pub(super) origin: Option<&'a str>,
    /// The name of the release; `None` without offline support.
    pub(super) release: Option<&'a str>,
    /// The inline script of embed pages.
    pub(super) embed_height: &'a str,
    /// The style sheet, to stand in a page.
    pub(super) inline_style: &'a str,
    /// The digest of `inline_style`, for the policy of the pages.
    pub(super) style_digest: String,
}

/// A text file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the site's folder, with `/` between folders.
    pub path: String,
    /// The contents.
    pub text: String,
}

/// Everything that is generated for a route.
pub(super) struct RenderedRoute {
    /// The page, and the text files that belong to it.
    pub(super) files: Vec<File>,
    /// The preview card, if the route has one of its own.
    pub(super) card: Option<RouteCard>,
}

/// The preview card of a route.
pub(super) struct RouteCard {
    /// Its path below the site's folder.
    pub(super) path: String,
    /// What it should show.
    pub(super) card: Card,
    /// What stands in place of texts that can't be drawn.
    pub(super) fallback: Fallback,
    /// The dispute that the page belongs to.
    pub(super) dispute: Option<String>,
    /// The file or folder of the dispute with the title.
    pub(super) file: &'static str,
}

impl<'a> Site<'a> {
    /// A site under `base`, without offline support. `origin` is its scheme and host,
    /// if known.
    ///
    /// # Errors
    ///
    /// A script or the style sheet of the bundle is not UTF-8, or can't stand in a page.
    pub fn new(
        library: &'a Arc<Library>,
        bundle: &'a Bundle,
        base: &'a Base,
        origin: Option<&'a str>,
    ) -> Result<Self> {
        let inline_style = inline::style(bundle.text(&bundle.manifest.style)?)?;
        Ok(Self {
            library,
            bundle,
            base,
            origin,
            release: None,
            embed_height: inline::script(bundle.text(&bundle.manifest.embed_height)?)?,
            inline_style,
            style_digest: integrity(inline_style.as_bytes()),
        })
    }
}

impl Site<'_> {
    /// Every page, the text files beside the pages, and the site-wide files, in a
    /// fixed order.
    #[must_use]
    pub fn files(&self) -> Vec<File> {
        let routes = routes(self.library);
        let mut files = Vec::new();
        let make_renderer = || |route: &Route| self.render_route(route);
        let Ok(()) = parallel_map_ordered(&routes, make_renderer, |rendered| {
            files.extend(rendered.files);
            Ok::<(), Infallible>(())
        });
        files.extend(self.site_wide_files(&routes));
        files
    }

    /// Renders the page for a route and everything that belongs to it.
    pub(super) fn render_route(&self, route: &Route) -> RenderedRoute {
        let page = Page::at(self.library, route);
        let mut files = vec![self.page_at(route)];
        // Aliases included, so that old embed codes keep working.
        if matches!(route, Route::Dispute(_) | Route::Item(..)) {
            let path = embed_path(self.base, route);
            let path = path.strip_prefix(self.base.as_str()).unwrap_or(&path);
            files.push(File {
                path: format!("{path}index.html"),
                text: embed::embed_page(self, route),
            });
        }
        let is_canonical = is_canonical(&page, route);
        if is_canonical {
            files.extend(self.files_beside(&page, route));
        }
        let card = is_canonical.then(|| RouteCard {
            path: format!("{route}card.png"),
            card: card_from_text(page.preview().card),
            fallback: card::fallback(self, &page, route),
            dispute: page.dispute().map(|dispute| dispute.id.to_string()),
            file: card::data_file(&page),
        });
        RenderedRoute { files, card }
    }

    /// The files that belong to no page: feeds, sitemap and `robots.txt`.
    pub(super) fn site_wide_files(&self, routes: &[Route]) -> Vec<File> {
        let mut files = feed::files(self);
        files.extend(sitemap::files(self, routes));
        files
    }

    /// The page for a route, without the files beside it.
    #[must_use]
    pub fn page_at(&self, route: &Route) -> File {
        File {
            path: file_path(route),
            text: self.page(&Page::at(self.library, route), route),
        }
    }

    fn page(&self, page: &Page<'_>, route: &Route) -> String {
        let head = head::head(self, page, route);
        let data = json_ld::element(self, page, route) + &webmanifest::head_tags(self.base);
        let direction = direction::for_page(page);
        let root = self.app_root(route);
        let document = Document {
            language: &page.meta().language,
            direction,
            head: &head,
            data: &data,
            root: &root,
            styles: match route {
                Route::Home | Route::Dispute(_) => Styles::Inline,
                _ => Styles::Linked,
            },
        };
        document.html(self, &offline::script_tag(self))
    }

    /// The app's root element with the page in it; its attributes tell the app the
    /// base path, route and origin. Before it is the custom element that
    /// `web/boot.js` defines once the app runs.
    pub(super) fn app_root(&self, route: &Route) -> String {
        let props = LayoutProps {
            library: SharedLibrary(self.library.clone()),
            base: self.base.clone(),
            origin: self.origin.map(str::to_owned),
            route: route.clone(),
        };
        let body = render_to_string::<Layout>(props);
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

    /// The share tools of the first dispute and of each of its items.
    pub(super) fn share_tools(&self) -> String {
        let props = LayoutProps {
            library: SharedLibrary(self.library.clone()),
            base: self.base.clone(),
            origin: self.origin.map(str::to_owned),
            route: Route::Home,
        };
        render_to_string::<AllShareTools>(props)
    }

    /// The citations of the page's subject, and its oEmbed response.
    fn files_beside(&self, page: &Page<'_>, route: &Route) -> Vec<File> {
        let mut files = Vec::new();
        if let (Some(dispute), Some(shareable)) = (page.dispute(), page.shareable()) {
            let context = self.context(dispute, page.words());
            files.extend(Format::ALL.map(|format| File {
                path: format!("{route}{}", format.file_name()),
                text: citations::cite(context, &shareable, format),
            }));
        }
        if oembed::is_available(self, route) {
            files.push(File {
                path: format!("{route}{}", oembed::FILE),
                text: oembed::response(self, page, route),
            });
        }
        files
    }

    /// The context for rendering a dispute.
    pub(super) fn context<'a>(
        &'a self,
        dispute: &'a Dispute,
        words: &'static Words,
    ) -> RenderContext<'a> {
        RenderContext {
            site: &self.library.site,
            dispute,
            base: self.base,
            origin: self.origin.unwrap_or_default(),
            words,
            level: 3,
        }
    }

    /// The absolute URL of a path; the path alone if the origin is not known.
    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin.unwrap_or_default())
    }
}

/// Whether `route` is the page's canonical address: no alias, and no tombstone.
pub(super) fn is_canonical(page: &Page<'_>, route: &Route) -> bool {
    page.meta().canonical.as_ref() == Some(route)
}

/// Every route that has a page.
pub(super) fn routes(library: &Library) -> Vec<Route> {
    let mut routes = vec![Route::Home, Route::About, Route::Unknown, Route::NotOffline];
    for dispute in &library.disputes {
        routes.push(Route::Dispute(dispute.id.clone()));
        routes.push(Route::Share(dispute.id.clone()));
        routes.push(Route::Figures(dispute.id.clone()));
        if has_timeline_page(dispute) {
            routes.push(Route::Timeline(dispute.id.clone()));
        }
        routes.push(Route::Speakers(dispute.id.clone()));
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

/// The path of the HTML file of a route.
pub(super) fn file_path(route: &Route) -> String {
    match route {
        Route::Unknown | Route::NotOffline => route.to_string(),
        _ => format!("{route}index.html"),
    }
}
