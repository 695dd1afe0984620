//! The pages of the fixture, as it is or with edited files.

use std::path::Path;
use std::sync::Arc;

use says_who_bundle::Bundle;
use says_who_model::{Library, read};
use says_who_page_data::PageData;
use says_who_routes::Base;
use says_who_site::{File, Site};

/// Every page of the fixture under `/repo/`.
pub(crate) fn pages() -> Vec<File> {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    written(says_who_files::library(&fixture).unwrap())
}

pub(crate) fn written(library: Library) -> Vec<File> {
    let library = Arc::new(library);
    let base: Base = "/repo/".parse().unwrap();
    let bundle = Bundle::for_tests();
    let site = Site::new(&library, &bundle, &base, Some("https://example.org")).unwrap();
    site.files()
}

/// The data that a page carries.
pub(crate) fn data_of(html: &str) -> PageData {
    PageData::from_block(data_block(html).unwrap()).unwrap()
}

/// The text of a page's data block.
fn data_block(html: &str) -> Option<&str> {
    let (_, after) = html.split_once(" id=\"_data\">")?;
    Some(after.split_once("</script>")?.0)
}

/// The content of `<main>`, one line per block, without Yew's comment nodes and the
/// text of the data block.
pub(crate) fn main_of(html: &str) -> String {
    let start = html.find("<main").unwrap();
    let end = html.find("</main>").unwrap();
    let mut rest = &html[start..end];
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        plain.push_str(before);
        rest = after.split_once("-->").unwrap().1;
    }
    plain.push_str(rest);
    if let Some(data) = data_block(&plain).map(str::to_owned) {
        plain = plain.replace(&data, "…");
    }
    for block in [
        "<p", "<h", "<li", "<ul", "<ol", "<section", "<article", "<details", "<div", "<nav",
    ] {
        plain = plain.replace(block, &format!("\n{block}"));
    }
    plain
}

pub(crate) fn page<'a>(pages: &'a [File], path: &str) -> &'a str {
    &pages.iter().find(|page| page.path == path).unwrap().text
}

/// The pages of the fixture with files changed by `edit`.
pub(crate) fn edited(edit: impl Fn(&str, String) -> String) -> Vec<File> {
    written(edited_library(edit))
}

/// The library of the fixture with files changed by `edit`.
pub(crate) fn edited_library(edit: impl Fn(&str, String) -> String) -> Library {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let mut files = says_who_files::read_folder(&fixture).unwrap();
    // The register is of the unedited texts.
    files.retain(|file| !file.path.ends_with("register.toml"));
    for file in &mut files {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = edit(&file.path, text).into_bytes();
    }
    read::library("data", &files).unwrap_or_else(|report| panic!("{report}"))
}
