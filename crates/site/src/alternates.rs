//! The alternate formats of a page and the feed of its changes, for `rel=alternate`.

use super::Site;
use says_who_view::exports::{ExportFormat, FEED, FEED_TYPE};
use says_who_view::pages::Page;

/// An alternate link in a page's head.
pub(super) struct Alternate {
    pub(super) media_type: &'static str,
    pub(super) title: String,
    /// The path from the host's root.
    pub(super) path: String,
}

/// The alternate links of a page. Every page of a dispute has the feed of that
/// dispute's revisions, and the explainer also its export formats. Any other page
/// has the feed of the whole site.
pub(super) fn alternates(site: &Site<'_>, page: &Page<'_>) -> Vec<Alternate> {
    let words = page.words();
    let feed = |title: String, path: String| Alternate {
        media_type: FEED_TYPE,
        title,
        path,
    };
    let Some(dispute) = page.dispute() else {
        let path = format!("{}{FEED}", site.base.as_str());
        return vec![feed((words.feed_of_site)(&site.library.site.name), path)];
    };
    let context = site.context(dispute, words);
    let mut all = vec![feed((words.feed_of)(&dispute.question), context.feed_url())];
    if page.is_whole() {
        all.extend(ExportFormat::ALL.map(|form| Alternate {
            media_type: form.media_type(),
            title: (words.export_format)(form).to_owned(),
            path: context.export_url(form),
        }));
    }
    all
}
