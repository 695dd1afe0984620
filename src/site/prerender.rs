//! Every page as HTML, by the same app that runs in the browser.

use std::sync::Arc;

use says_who_model::{Item, Library, Retired};
use yew::ServerRenderer;

use super::Template;
use crate::app::{App, Props, Shared};
use crate::pages::Page;
use crate::routes::{Base, Route};

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it goes, below the site's folder, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub html: String,
}

/// Writes every page of the library into the frame, in a fixed order.
pub async fn prerender(
    library: &Arc<Library>,
    template: &Template,
    base: &Base,
    origin: Option<&str>,
) -> Vec<File> {
    let mut files = Vec::new();
    for route in routes(library) {
        let props = Props {
            library: Shared(library.clone()),
            base: base.clone(),
            route: route.clone(),
        };
        let body = ServerRenderer::<App>::with_props(move || props)
            .render()
            .await;
        let meta = Page::at(library, &route).meta();
        files.push(File {
            path: file_of(&route),
            html: template.fill(&meta, &route, base, origin, &body),
        });
    }
    files
}

/// Every address that has a page of its own.
fn routes(library: &Library) -> Vec<Route> {
    let mut routes = vec![Route::Home, Route::Unknown];
    for dispute in &library.disputes {
        routes.push(Route::Dispute(dispute.id.clone()));
        let items = dispute
            .items()
            .filter(|item| matches!(item, Item::Point(_) | Item::Statement(_)))
            .map(|item| item.id());
        let retired = dispute.retired.iter().map(|retired| match retired {
            Retired::Alias { from, .. } => from,
            Retired::Tombstone { id, .. } => id,
        });
        let pages = items
            .chain(retired)
            .map(|id| Route::Item(dispute.id.clone(), id.clone()));
        // An old name of something that has no page yet is left to the page for
        // unknown addresses.
        routes.extend(pages.filter(|route| !Page::at(library, route).is_missing()));
    }
    routes
}

fn file_of(route: &Route) -> String {
    match route {
        Route::Unknown => route.to_string(),
        Route::Home | Route::Dispute(_) | Route::Item(..) => format!("{route}index.html"),
    }
}
