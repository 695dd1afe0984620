//! What stands in a page's head for tabs, search engines and messengers.

use super::Site;
use super::alternates::alternates;
use super::card::card;
use super::escape::escape;
use super::oembed;
use says_who_routes::Route;
use says_who_view::pages::{CARD, Page};

/// The tags of the page for `route`, beside those that every page has.
///
/// Open Graph (ogp.me) and oEmbed (oembed.com) want whole addresses: where the
/// host is not known, there is no card, no `og:url` and no oEmbed. The addresses
/// of links then begin with a slash, which HTML resolves against the page's own.
pub(super) fn head(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let (meta, preview) = (page.meta(), page.preview());
    let mut head = Head(format!("<title>{}</title>", escape(&meta.title)));
    head.name("description", &preview.description);
    let kind = if site.origin.is_some() {
        "summary_large_image"
    } else {
        "summary"
    };
    head.name("twitter:card", kind);
    head.property("og:type", "article");
    head.property("og:site_name", &site.library.site.name);
    head.property("og:title", &meta.title);
    head.property("og:description", &preview.description);
    if site.origin.is_some() {
        let digest = card(preview.card.clone()).digest();
        let version = digest.get(..8).unwrap_or_default();
        let address = site.address(&site.base.href(&page.standing_for(route)));
        head.property("og:image", &format!("{address}card.png?v={version}"));
        head.property("og:image:type", "image/png");
        head.property("og:image:width", &CARD.0.to_string());
        head.property("og:image:height", &CARD.1.to_string());
        let alt = (page.words().card_of)(&preview.card.title);
        head.property("og:image:alt", &format!("{alt} {}", preview.description));
    }
    let Some(canonical) = meta.canonical else {
        head.name("robots", "noindex");
        return head.0;
    };
    let address = site.address(&site.base.href(&canonical));
    if site.origin.is_some() {
        head.property("og:url", &address);
    }
    head.link("canonical", "", &address);
    if oembed::has(site, &canonical) {
        let file = format!("{address}{}", oembed::FILE);
        head.link("alternate", r#" type="application/json+oembed""#, &file);
    }
    for one in alternates(site, page) {
        let (media_type, title) = (one.media_type, escape(&one.title));
        let more = format!(r#" type="{media_type}" title="{title}""#);
        head.link("alternate", &more, &site.address(&one.path));
    }
    if matches!(route, Route::Print(_)) {
        head.name("robots", "noindex");
    } else if canonical != *route {
        // An older name. With script the app shows the present address itself.
        head.0.push_str(&format!(
            r#"<noscript><meta http-equiv="refresh" content="0; url={}"></noscript>"#,
            escape(&site.base.href(&canonical))
        ));
    }
    head.0
}

struct Head(String);

impl Head {
    fn name(&mut self, name: &str, content: &str) {
        let content = escape(content);
        self.0
            .push_str(&format!(r#"<meta name="{name}" content="{content}">"#));
    }

    fn property(&mut self, property: &str, content: &str) {
        let content = escape(content);
        self.0.push_str(&format!(
            r#"<meta property="{property}" content="{content}">"#
        ));
    }

    fn link(&mut self, rel: &str, more: &str, address: &str) {
        let address = escape(address);
        self.0
            .push_str(&format!(r#"<link rel="{rel}"{more} href="{address}">"#));
    }
}
