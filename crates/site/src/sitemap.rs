//! `sitemap.xml` (sitemaps.org, version 0.9) and `robots.txt` (RFC 9309).

use super::last_modified::last_modified;
use super::prerender::is_canonical;
use super::{File, Site, xml};
use says_who_routes::Route;
use says_who_view::pages::Page;

/// The file name of the sitemap.
const SITEMAP: &str = "sitemap.xml";

/// `robots.txt` and, if the host is known, the sitemap, which needs absolute URLs.
/// Crawlers read `robots.txt` at the root of a host only: under any other base
/// path it has no effect.
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

/// Every canonical page, with the date on which its explainer was last modified.
fn sitemap(site: &Site<'_>, routes: &[Route]) -> String {
    let newest = site.library.disputes.iter().map(last_modified).max();
    let mut text = concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?>"#,
        "\n",
        r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"#,
        "\n"
    )
    .to_owned();
    for route in routes {
        let page = Page::at(site.library, route);
        if !is_canonical(&page, route) {
            continue;
        }
        let address = xml::escape(&site.address(&site.base.href(route)));
        let lastmod = page.dispute().map(last_modified).or(newest);
        let lastmod = lastmod.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        text.push_str(&format!("<url><loc>{address}</loc>{lastmod}</url>\n"));
    }
    text.push_str("</urlset>\n");
    text
}
