//! The oEmbed answer of a page, as a file beside it (oembed.com, version 1.0).

use super::Site;
use says_who_routes::Route;
use says_who_view::citations::json_text;
use says_who_view::embed_content::{EmbedContent, WIDTH};
use says_who_view::pages::{CARD, Page};
use says_who_view::share::{embed_path, frame};
use says_who_view::subject::Subject;

/// The file's name.
pub(super) const FILE: &str = "oembed.json";

/// Whether the page at `route` has one: there is a frame for it, and the host
/// is known, without which no other site could use it.
pub(super) fn has(site: &Site<'_>, route: &Route) -> bool {
    site.origin.is_some() && matches!(route, Route::Dispute(_) | Route::Item(..))
}

/// The answer.
pub(super) fn answer(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let meta = page.meta();
    let subject = page.subject().unwrap_or(Subject::Whole);
    let height = page.dispute().map_or(0, |dispute| {
        let view = site.view(dispute, page.words());
        EmbedContent::of(view, &subject).height(view)
    });
    let address = site.address(&embed_path(site.base, route));
    let frame = frame(&address, &meta.title, height);
    let thumbnail = site.address(&site.base.href(&page.standing_for(route)));
    let texts = [
        ("version", "1.0"),
        ("type", "rich"),
        ("provider_name", &site.library.site.name),
        ("provider_url", &site.address(site.base.as_str())),
        ("title", &meta.title),
        ("html", &frame),
        ("thumbnail_url", &format!("{thumbnail}card.png")),
    ];
    let numbers = [
        ("width", WIDTH),
        ("height", height),
        ("thumbnail_width", CARD.0),
        ("thumbnail_height", CARD.1),
    ];
    let texts = texts.map(|(name, value)| format!("\"{name}\":{}", json_text(value)));
    let numbers = numbers.map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{},{}}}\n", texts.join(","), numbers.join(","))
}
