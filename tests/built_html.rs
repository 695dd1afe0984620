//! The pages as a browser's parser sees them. The app hydrates the written tree, so
//! parsing must not add, move or drop anything.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[path = "support/parsing.rs"]
mod parsing;
#[path = "support/run_together.rs"]
mod run_together;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use says_who_tests::{base, files, site};

/// The built sites to check: the large one, and the stress test.
const SITES: [&str; 3] = ["repo", "stress", "keys"];

/// Every page of a site.
fn pages(name: &str) -> Vec<PathBuf> {
    let mut pages = files(&site(name));
    pages.retain(|file| file.extension().is_some_and(|e| e == "html"));
    assert!(pages.len() > 3);
    pages
}

#[test]
fn parsing_changes_nothing() {
    for page in SITES.into_iter().flat_map(pages) {
        let html = fs::read_to_string(&page).unwrap();
        parsing::changes_nothing(&html, &page.display().to_string());
    }
}

#[test]
fn words_of_two_elements_never_run_together() {
    let mut found = Vec::new();
    for page in SITES.into_iter().flat_map(pages) {
        let html = fs::read_to_string(&page).unwrap();
        let together = run_together::run_together(parsing::body(&html));
        found.extend(
            together
                .iter()
                .map(|one| format!("{}: {one}", page.display())),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn pages_load_only_from_the_site_and_run_no_unlisted_inline_script() {
    for (base, page) in SITES
        .into_iter()
        .flat_map(|name| pages(name).into_iter().map(move |page| (base(name), page)))
    {
        let html = fs::read_to_string(&page).unwrap();
        let own = |attribute: &str| format!(" {attribute}=\"{base}");
        let tokens = parsing::tokens(&html);
        for (index, token) in tokens.iter().enumerate() {
            // Data blocks don't run, nor does the empty script that only makes the
            // parser pause.
            let is_pause = token == "<script type=\"text/plain\"";
            if is_pause {
                assert_eq!(tokens[index + 1], "</script", "{}", page.display());
            }
            let data = is_pause
                || token == "<script type=\"application/ld+json\""
                || token == "<script type=\"application/x-messages\" id=\"_words\""
                || token == "<script type=\"application/x-postcard\" id=\"_data\"";
            // The script of an embed page, which the page allows by its digest.
            let inline = token == "<script" && allows_scripts_by_digest(&tokens);
            if token.starts_with("<script") && !data && !inline {
                assert!(token.contains(&own("src")), "{}: {token}", page.display());
            }
            // No `integrity` on style sheets: web archives may change them, and in a
            // frame with an opaque origin the request would fail.
            if token.contains(" rel=\"stylesheet\"") {
                for only in [" integrity", " crossorigin"] {
                    assert!(!token.contains(only), "{}: {token}", page.display());
                }
            }
            let for_others = [" rel=\"canonical\"", " rel=\"alternate\""];
            if token.starts_with("<link") && !for_others.iter().any(|rel| token.contains(rel)) {
                assert!(token.contains(&own("href")), "{}: {token}", page.display());
            }
            if token.starts_with("<img") {
                assert!(token.contains(&own("src")), "{}: {token}", page.display());
            }
            // The style sheet, which the policy allows by its digest.
            if token.starts_with("<style") {
                assert!(
                    token.contains(&own("data-href")),
                    "{}: {token}",
                    page.display()
                );
            }
            for loads in ["<iframe", "<object", "<embed"] {
                assert!(!token.starts_with(loads), "{}: {token}", page.display());
            }
        }
    }
}

/// Whether the policy of the page allows inline scripts by their digests only.
fn allows_scripts_by_digest(tokens: &[String]) -> bool {
    tokens.iter().any(|token| {
        token.contains(" http-equiv=\"Content-Security-Policy\"")
            && token.contains(" script-src 'sha256-")
    })
}

/// The ids of all elements in a file.
fn ids_in(file: &Path) -> BTreeSet<String> {
    let html = fs::read_to_string(file).unwrap();
    let rest = html.split(" id=\"").skip(1);
    rest.map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_internal_link_has_a_target() {
    // The published site too, if it was built.
    let published = site("published").exists().then_some("published");
    // By file: most links lead into a few pages.
    let mut ids: BTreeMap<PathBuf, BTreeSet<String>> = BTreeMap::new();
    for (name, page) in SITES
        .into_iter()
        .chain(published)
        .flat_map(|name| pages(name).into_iter().map(move |page| (name, page)))
    {
        let folder = site(name);
        let html = fs::read_to_string(&page).unwrap();
        let own = format!(" href=\"{}", base(name));
        for link in html.split(&own).skip(1) {
            let link = link.split('"').next().unwrap();
            let (path, hash) = link.split_once('#').unwrap_or((link, ""));
            let path = path.split('?').next().unwrap();
            let file = if path.is_empty() || path.ends_with('/') {
                folder.join(path).join("index.html")
            } else {
                folder.join(path)
            };
            assert!(file.is_file(), "{}: {link}", page.display());
            if !hash.is_empty() {
                let ids = ids.entry(file).or_insert_with_key(|file| ids_in(file));
                assert!(ids.contains(hash), "{}: {link}", page.display());
            }
        }
    }
}
