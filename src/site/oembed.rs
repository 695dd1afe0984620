//! The oEmbed answer of a page, as a file beside it (oembed.com, version 1.0).

use super::Site;
use crate::citations::json_text;
use crate::pages::{CARD, Page};
use crate::routes::Route;
use crate::share::{FRAME_HEIGHT, embed_path, frame};

/// The file's name.
pub(super) const FILE: &str = "oembed.json";

/// The width that is proposed, in CSS pixels: room for two columns.
const FRAME_WIDTH: u32 = 720;

/// Whether the page at `route` has one: there is a frame for it, and the host
/// is known, without which no other site could use it.
pub(super) fn has(site: &Site<'_>, route: &Route) -> bool {
    site.origin.is_some() && matches!(route, Route::Dispute(_) | Route::Item(..))
}

/// The answer.
pub(super) fn answer(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let meta = page.meta();
    let frame = frame(&site.address(&embed_path(site.base, route)), &meta.title);
    let thumbnail = site.address(&site.base.href(&page.standing_for(route)));
    let texts = [
        ("version", "1.0"),
        ("type", "rich"),
        ("provider_name", page.words().site),
        ("provider_url", &site.address(site.base.as_str())),
        ("title", &meta.title),
        ("html", &frame),
        ("thumbnail_url", &format!("{thumbnail}card.png")),
    ];
    let numbers = [
        ("width", FRAME_WIDTH),
        ("height", FRAME_HEIGHT),
        ("thumbnail_width", CARD.0),
        ("thumbnail_height", CARD.1),
    ];
    let texts = texts.map(|(name, value)| format!("\"{name}\":{}", json_text(value)));
    let numbers = numbers.map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{},{}}}\n", texts.join(","), numbers.join(","))
}
