//! The tags in a page's head for tabs, search engines and link previews.

use super::Site;
use super::alternates::alternates;
use super::card::card_from_text;
use super::escape::escape;
use super::oembed;
use says_who_routes::Route;
use says_who_view::pages::{CARD_SIZE, Page};

/// The tags of the page for `route`, in addition to those that every page has.
///
/// Open Graph (ogp.me) and oEmbed (oembed.com) need absolute URLs: if the host is
/// not known, there is no card, no `og:url` and no oEmbed. Links are then paths
/// that begin with a slash, which HTML resolves against the page's URL.
pub(super) fn head(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let (meta, preview) = (page.meta(), page.preview());
    let mut head = Head(format!("<title>{}</title>", escape(&meta.title)));
    head.meta_name("description", &preview.description);
    let kind = if site.origin.is_some() {
        "summary_large_image"
    } else {
        "summary"
    };
    head.meta_name("twitter:card", kind);
    head.meta_property("og:type", "article");
    head.meta_property("og:site_name", &site.library.site.name);
    head.meta_property("og:title", &meta.title);
    head.meta_property("og:description", &preview.description);
    if site.origin.is_some() {
        let digest = card_from_text(preview.card.clone()).digest();
        let version = digest.get(..8).unwrap_or_default();
        let address = site.address(&site.base.href(&page.canonical_or_parent(route)));
        head.meta_property("og:image", &format!("{address}card.png?v={version}"));
        head.meta_property("og:image:type", "image/png");
        head.meta_property("og:image:width", &CARD_SIZE.0.to_string());
        head.meta_property("og:image:height", &CARD_SIZE.1.to_string());
        let alt = (page.words().card_of)(&preview.card.title);
        head.meta_property("og:image:alt", &format!("{alt} {}", preview.description));
    }
    let Some(canonical) = meta.canonical else {
        head.meta_name("robots", "noindex");
        return head.0;
    };
    let address = site.address(&site.base.href(&canonical));
    if site.origin.is_some() {
        head.meta_property("og:url", &address);
    }
    head.link("canonical", "", &address);
    if oembed::is_available(site, &canonical) {
        let file = format!("{address}{}", oembed::FILE);
        head.link("alternate", r#" type="application/json+oembed""#, &file);
    }
    for alternate in alternates(site, page) {
        let (media_type, title) = (alternate.media_type, escape(&alternate.title));
        let attributes = format!(r#" type="{media_type}" title="{title}""#);
        head.link("alternate", &attributes, &site.address(&alternate.path));
    }
    if matches!(route, Route::Print(_)) {
        head.meta_name("robots", "noindex");
    } else if canonical != *route {
        // An alias. With script, the app replaces the address by the canonical one.
        head.0.push_str(&format!(
            r#"<noscript><meta http-equiv="refresh" content="0; url={}"></noscript>"#,
            escape(&site.base.href(&canonical))
        ));
    }
    head.0
}

struct Head(String);

impl Head {
    fn meta_name(&mut self, name: &str, content: &str) {
        let content = escape(content);
        self.0
            .push_str(&format!(r#"<meta name="{name}" content="{content}">"#));
    }

    fn meta_property(&mut self, property: &str, content: &str) {
        let content = escape(content);
        self.0.push_str(&format!(
            r#"<meta property="{property}" content="{content}">"#
        ));
    }

    fn link(&mut self, rel: &str, attributes: &str, address: &str) {
        let address = escape(address);
        self.0.push_str(&format!(
            r#"<link rel="{rel}"{attributes} href="{address}">"#
        ));
    }
}
