//! Which clicks the app answers itself: plain ones on links to its own pages.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, Url};

use super::address;
use says_who_routes::search::find;
use says_who_routes::{Base, Route, TEXT_DIRECTIVE};
use says_who_view::filter::FilterQuery;

/// A link to a page of this site.
pub(super) struct Followed {
    /// The page.
    pub(super) route: Route,
    /// The query with its mark; empty where there is none.
    pub(super) search: String,
    /// The hash with its mark; empty where there is none.
    pub(super) hash: String,
    /// The whole address, as it goes into the history.
    pub(super) href: String,
    /// The link's own `href`, by which it is found again on the way back.
    pub(super) mark: String,
}

impl Followed {
    /// The same link, with the order of the sides that the reader chose on the page
    /// `from`, where it leads to the same dispute and asks for none.
    pub(super) fn in_the_order_of(mut self, from: &Route, base: &Base) -> Self {
        let first = address::query().first;
        let mut asked = FilterQuery::parse(&self.search);
        if first.is_some() && asked.first.is_none() && self.route.dispute() == from.dispute() {
            asked.first = first;
            self.search = asked.within(&self.search);
            self.href = format!("{}{}{}", base.href(&self.route), self.search, self.hash);
        }
        self
    }
}

/// The link that `event` follows, unless the browser should follow it: another
/// button, a modifier key, another window, another site, a text to find. `first`
/// is the page that was loaded.
pub(super) fn followed(event: &Event, base: &Base, first: &Route) -> Option<Followed> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let plain = click.button() == 0
        && !(click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key());
    if !plain || click.default_prevented() {
        return None;
    }
    let link = click
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest("a[href]")
        .ok()??;
    let elsewhere = link.has_attribute("target") || link.has_attribute("download");
    // A link in a picture is no `HtmlAnchorElement`.
    let mark = link.get_attribute("href")?;
    let link = Url::new_with_base(&mark, &gloo::utils::document().base_uri().ok()??).ok()?;
    // Only a load lets the browser find a text.
    let to_text = find(&link.hash(), TEXT_DIRECTIVE).is_some();
    let own = if base.is_one_file() {
        // Within itself a file leads by nothing else.
        matches!(mark.as_bytes().first(), Some(b'#' | b'?'))
    } else {
        link.origin() == gloo::utils::window().location().origin().ok()?
    };
    if elsewhere || to_text || !own {
        return None;
    }
    let path = link.pathname();
    let route = route_of(base, first, &path)?;
    // Only a page's own address: a file beside it is the browser's to load.
    let is_page = base.is_one_file() || base.href(&route) == path;
    (is_page && route != Route::Unknown).then(|| Followed {
        route,
        search: link.search(),
        hash: link.hash(),
        href: link.href(),
        mark,
    })
}

/// What `path` asks for, by its form. One file is one page, under whatever name it
/// was kept.
pub(super) fn route_of(base: &Base, first: &Route, path: &str) -> Option<Route> {
    if base.is_one_file() {
        Some(first.clone())
    } else {
        base.route(path)
    }
}
