//! Files that are used outside the site have absolute URLs.

use crate::fixture_site::{fixture_site, text};

/// Whether a file is used outside the site, or by programs that need absolute URLs:
/// citations, feeds, the sitemap and text files.
fn is_used_off_site(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap();
    name.starts_with("cite.")
        || [".atom", ".xml", ".txt"]
            .iter()
            .any(|end| name.ends_with(end))
}

#[test]
fn files_used_off_site_have_absolute_urls_or_none() {
    let (with, without) = (
        fixture_site(Some("https://example.org"), |_, _| {}),
        fixture_site(None, |_, _| {}),
    );
    let mut read = 0;
    for file in without.iter().filter(|file| is_used_off_site(&file.path)) {
        assert!(
            !file.text.contains("/repo/"),
            "{}: {}",
            file.path,
            file.text
        );
        assert!(!file.text.contains("href="), "{}: {}", file.path, file.text);
        read += 1;
    }
    assert!(read > 40, "{read}");
    for file in with.iter().filter(|file| is_used_off_site(&file.path)) {
        let whole = file.text.matches("https://example.org/repo/").count();
        assert_eq!(file.text.matches("/repo/").count(), whole, "{}", file.path);
        assert!(whole > 0, "{}", file.path);
    }
    for file in without.iter().filter(|file| file.path.ends_with(".html")) {
        let head = file.text.split("</head>").next().unwrap();
        for place in ["og:url", "og:image", "oembed", "summary_large_image"] {
            assert!(!head.contains(place), "{}: {place}", file.path);
        }
    }
    assert!(
        !without
            .iter()
            .any(|file| file.path.ends_with("oembed.json"))
    );
    let page = text(&with, "bridge-repair/who-pays/index.html");
    for place in ["og:url", "og:image", "oembed", "summary_large_image"] {
        assert!(page.contains(place), "{place}");
    }
}
