//! What a page can be had as, and where one hears of changes.

use super::Site;
use says_who_view::forms::{FEED, FEED_TYPE, Form};
use says_who_view::pages::Page;

/// A link of a page's head.
pub(super) struct Alternate {
    pub(super) media_type: &'static str,
    pub(super) title: String,
    /// From the host's root.
    pub(super) path: String,
}

/// Of an explainer, its forms; of each of its pages, the feed of its revisions;
/// of any other page, the feed of the whole site.
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
    let view = site.view(dispute, words);
    let mut all = vec![feed((words.feed_of)(&dispute.question), view.feed())];
    if page.is_whole() {
        all.extend(Form::ALL.map(|form| Alternate {
            media_type: form.media_type(),
            title: (words.form)(form).to_owned(),
            path: view.form(form),
        }));
    }
    all
}
