//! `sitemap.xml` (sitemaps.org, version 0.9) and `robots.txt` (RFC 9309).

use super::prerender::stands_for_itself;
use super::{File, Site, changes, xml};
use says_who_routes::Route;
use says_who_view::pages::Page;

/// The name of the sitemap.
const SITEMAP: &str = "sitemap.xml";

/// Both files; where the host is not known no sitemap, which wants whole
/// addresses. Robots look for theirs at a host's root only: elsewhere it says
/// the same to whoever reads it, and binds nobody.
pub(super) fn files(site: &Site<'_>, routes: &[Route]) -> Vec<File> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let mut files = Vec::new();
    if site.origin.is_some() {
        let address = site.address(&format!("{}{SITEMAP}", site.base.as_str()));
        robots.push_str(&format!("\nSitemap: {address}\n"));
        files.push(File {
            path: SITEMAP.to_owned(),
            text: sitemap(site, routes),
        });
    }
    files.push(File {
        path: "robots.txt".to_owned(),
        text: robots,
    });
    files
}

/// Every page that stands for itself, with the day on which its explainer last
/// changed.
fn sitemap(site: &Site<'_>, routes: &[Route]) -> String {
    let newest = site.library.disputes.iter().map(changes::last).max();
    let mut text = concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?>"#,
        "\n",
        r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"#,
        "\n"
    )
    .to_owned();
    for route in routes {
        let page = Page::at(site.library, route);
        if !stands_for_itself(&page, route) {
            continue;
        }
        let address = xml::escape(&site.address(&site.base.href(route)));
        let changed = page.dispute().map(changes::last).or(newest);
        let changed = changed.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        text.push_str(&format!("<url><loc>{address}</loc>{changed}</url>\n"));
    }
    text.push_str("</urlset>\n");
    text
}
