//! The oEmbed response of a page, as a file beside it (oembed.com, version 1.0).

use serde_json::json;

use super::Site;
use says_who_routes::Route;
use says_who_view::embed_code::{embed_path, iframe};
use says_who_view::embed_content::{EmbedContent, WIDTH};
use says_who_view::pages::{CARD_SIZE, Page};
use says_who_view::shareable::Shareable;

/// The file name.
pub(super) const FILE: &str = "oembed.json";

/// Whether the page at `route` has an oEmbed response: it needs an embeddable
/// page, and a known host, because other sites use the response.
pub(super) fn is_available(site: &Site<'_>, route: &Route) -> bool {
    site.origin.is_some() && matches!(route, Route::Dispute(_) | Route::Item(..))
}

/// The oEmbed response of the page at `route`.
pub(super) fn response(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let meta = page.meta();
    let shareable = page.shareable().unwrap_or(Shareable::Whole);
    let height = page.dispute().map_or(0, |dispute| {
        let context = site.context(dispute, page.words());
        EmbedContent::new(context, &shareable).height(context)
    });
    let address = site.address(&embed_path(site.base, route));
    let frame = iframe(&address, &meta.title, height);
    let thumbnail = site.address(&site.base.href(&page.canonical_or_parent(route)));
    let response = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": site.library.site.name,
        "provider_url": site.address(site.base.as_str()),
        "title": meta.title,
        "html": frame,
        "thumbnail_url": format!("{thumbnail}card.png"),
        "width": WIDTH,
        "height": height,
        "thumbnail_width": CARD_SIZE.0,
        "thumbnail_height": CARD_SIZE.1,
    });
    format!("{response}\n")
}
