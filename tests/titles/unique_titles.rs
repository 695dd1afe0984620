//! Checks that the titles of pages and of feed entries are unique.

use std::collections::BTreeMap;

use atom_syndication::Feed;
use says_who_site::File;

use crate::site_files::{text, title};

/// Whether a page redirects, because its id is an alias; an embed page does if its
/// page does.
fn is_redirect(files: &[File], path: &str) -> bool {
    let own = path.strip_prefix("embed/").unwrap_or(path);
    text(files, own).contains("http-equiv=\"refresh\"")
}

/// Checks that the title of each page is unique, and the same in its preview. Returns
/// the number of pages.
pub(crate) fn count_unique_titles(files: &[File]) -> usize {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.ends_with(".html")) {
        if is_redirect(files, &file.path) {
            continue;
        }
        let title = title(&file.text);
        let read: Vec<&str> = title.split_whitespace().collect();
        let same = seen.insert(read.join(" ").to_lowercase(), &file.path);
        assert_eq!(
            same, None,
            "{} has the title of another page: {title}",
            file.path
        );
        if !file.path.starts_with("embed/") {
            let preview = format!(r#"<meta property="og:title" content="{title}">"#);
            assert!(file.text.contains(&preview), "{}", file.path);
        }
    }
    seen.len()
}

/// Checks that the title of each entry is unique in its feed.
pub(crate) fn assert_entry_titles_are_unique(files: &[File]) {
    for file in files.iter().filter(|file| file.path.ends_with(".atom")) {
        let feed = Feed::read_from(file.text.as_bytes()).unwrap();
        let mut titles: Vec<&str> = feed
            .entries()
            .iter()
            .map(|one| one.title().as_str())
            .collect();
        let all = titles.len();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), all, "{}: {titles:#?}", file.path);
    }
}
