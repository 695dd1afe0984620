//! Recognises clicks that the app handles itself: plain ones on links to pages of
//! this site.

use says_who_routes::substring::find;
use says_who_routes::{Base, Route, TEXT_DIRECTIVE};
use says_who_view::filter::FilterQuery;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, Url};

use super::address;

/// A click on a link to a page of this site.
pub(super) struct LinkClick {
    /// The page.
    pub(super) route: Route,
    /// The query with its `?`, or empty.
    pub(super) search: String,
    /// The hash with its `#`, or empty.
    pub(super) hash: String,
    /// The whole address.
    pub(super) href: String,
    /// The `href` attribute, by which the link is found again after Back.
    pub(super) attribute: String,
}

impl LinkClick {
    /// Keeps the order of the sides that the reader chose on the page `from`, if the
    /// link leads to the same dispute and sets no order.
    pub(super) fn keep_side_order(mut self, from: &Route, base: &Base) -> Self {
        let first = address::query().first;
        let mut asked = FilterQuery::parse(&self.search);
        if first.is_some() && asked.first.is_none() && self.route.dispute() == from.dispute() {
            asked.first = first;
            self.search = asked.merge_into(&self.search);
            self.href = format!("{}{}{}", base.href(&self.route), self.search, self.hash);
        }
        self
    }
}

/// The link that a click follows, unless it is the browser's to follow: another
/// button, a modifier key, another window or site, a text fragment. `first` is the
/// page that was loaded.
pub(super) fn link_click(event: &Event, base: &Base, first: &Route) -> Option<LinkClick> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let is_plain = click.button() == 0
        && !(click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key());
    if !is_plain || click.default_prevented() {
        return None;
    }
    let link = click
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest("a[href]")
        .ok()??;
    let opens_elsewhere = link.has_attribute("target") || link.has_attribute("download");
    // Not by `HtmlAnchorElement`: a link in an SVG is none.
    let attribute = link.get_attribute("href")?;
    let link = Url::new_with_base(&attribute, &gloo::utils::document().base_uri().ok()??).ok()?;
    // Browsers follow a text fragment only when they load a page.
    let has_text_fragment = find(&link.hash(), TEXT_DIRECTIVE).is_some();
    let is_own = if base.is_one_file() {
        // A copy in one file links within itself by these only.
        matches!(attribute.as_bytes().first(), Some(b'#' | b'?'))
    } else {
        link.origin() == gloo::utils::window().location().origin().ok()?
    };
    if opens_elsewhere || has_text_fragment || !is_own {
        return None;
    }
    let path = link.pathname();
    let route = route_of(base, first, &path)?;
    // Only the address of a page, not of a file beside it.
    let is_page = base.is_one_file() || base.href(&route) == path;
    (is_page && route != Route::Unknown).then(|| LinkClick {
        route,
        search: link.search(),
        hash: link.hash(),
        href: link.href(),
        attribute,
    })
}

/// The route of a path. A copy in one file is one page, whatever the file is called.
pub(super) fn route_of(base: &Base, first: &Route, path: &str) -> Option<Route> {
    if base.is_one_file() {
        Some(first.clone())
    } else {
        base.route(path)
    }
}
