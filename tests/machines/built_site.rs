//! The files, pages and disputes of a built site.

use std::fs;
use std::path::PathBuf;

use says_who_formats::format::Dispute;
use says_who_tests::{files, site};

/// The part of full URLs before the base path.
pub(crate) fn origin(site: &str) -> &'static str {
    match site {
        "repo" => "https://example.org",
        _ => "",
    }
}

/// A file of a built site.
pub(crate) fn read(site_name: &str, path: &str) -> String {
    let path = site(site_name).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn has(site_name: &str, path: &str) -> bool {
    site(site_name).join(path).exists()
}

/// Every page of a site, by its path relative to the site's folder.
pub(crate) fn pages(name: &str) -> Vec<(String, String)> {
    let folder = site(name);
    let html = |file: &PathBuf| {
        file.extension()
            .is_some_and(|extension| extension == "html")
    };
    let pages = files(&folder).into_iter().filter(html).map(|file| {
        let path = file.strip_prefix(&folder).unwrap().to_str().unwrap();
        (path.to_owned(), fs::read_to_string(&file).unwrap())
    });
    pages.collect()
}

/// The disputes of a site, in the form in which it publishes them.
pub(crate) fn disputes(name: &str) -> Vec<Dispute> {
    let folder = site(name);
    let top = fs::read_dir(&folder).unwrap();
    let mut names: Vec<String> = top
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter(|file| {
            file.ends_with(".json") && !file.contains(".schema.") && file != "build.json"
        })
        .collect();
    names.sort();
    assert!(!names.is_empty(), "{name}");
    let json = names.iter().map(|file| read(name, file));
    json.map(|json| serde_json::from_str(&json).unwrap())
        .collect()
}
