//! The sitemap and `robots.txt`.

use std::collections::BTreeSet;

use roxmltree::Document;

use crate::built_site::{disputes, has, pages, read};

#[test]
fn the_sitemap_lists_the_canonical_pages() {
    let own = "https://example.org/repo/";
    let text = read("repo", "sitemap.xml");
    let sitemap = Document::parse(&text).unwrap();
    let within = |tag: &'static str| {
        let found = sitemap.descendants().filter(move |node| {
            let name = node.tag_name();
            name.name() == tag
                && name.namespace() == Some("http://www.sitemaps.org/schemas/sitemap/0.9")
        });
        found.filter_map(|node| node.text()).collect::<Vec<_>>()
    };
    let listed: BTreeSet<&str> = within("loc").into_iter().collect();
    assert_eq!(listed.len(), within("loc").len());
    let pages = pages("repo");
    let canonical = pages.iter().filter_map(|(path, html)| {
        let after = html.split_once(r#"<link rel="canonical" href=""#)?.1;
        let canonical = after.split('"').next()?;
        let address = format!("{own}{}", path.strip_suffix("index.html")?);
        (canonical == address).then_some(canonical)
    });
    assert_eq!(listed, canonical.collect());
    let changed: Vec<&str> = within("lastmod");
    assert_eq!(changed.len(), listed.len());
    // Each page has the date of a revision.
    let revised = disputes("repo")
        .into_iter()
        .flat_map(|one| one.dispute.revisions);
    let days: BTreeSet<String> = revised.map(|one| one.date.to_string()).collect();
    assert!(changed.iter().all(|day| days.contains(*day)), "{changed:?}");
    let robots = read("repo", "robots.txt");
    assert_eq!(
        robots,
        format!("User-agent: *\nAllow: /\n\nSitemap: {own}sitemap.xml\n")
    );
}

#[test]
fn without_a_host_there_is_no_sitemap() {
    assert!(!has("a-b", "sitemap.xml"));
    assert_eq!(read("a-b", "robots.txt"), "User-agent: *\nAllow: /\n");
}
