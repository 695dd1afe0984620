//! The files of a library's site, and the titles in them.

use std::path::Path;
use std::sync::Arc;

use says_who_bundle::Bundle;
use says_who_model::Library;
use says_who_model::read::{InputFile, library};
use says_who_routes::Base;
use says_who_site::{File, Site};

pub(crate) fn fixture() -> Vec<InputFile> {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    says_who_files::read_folder(&fixture).unwrap()
}

pub(crate) fn read(files: &[InputFile]) -> Library {
    library("data", files).unwrap_or_else(|report| panic!("{report}"))
}

pub(crate) fn written(library: Library) -> Vec<File> {
    let library = Arc::new(library);
    let base: Base = "/repo/".parse().unwrap();
    let bundle = Bundle::for_tests();
    let site = Site::new(&library, &bundle, &base, Some("https://example.org")).unwrap();
    site.files()
}

pub(crate) fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    &files.iter().find(|file| file.path == path).unwrap().text
}

/// The title in a page's head.
pub(crate) fn title(html: &str) -> String {
    let head = html.split_once("</head>").unwrap().0;
    let after = head.split_once("<title>").unwrap().1;
    after.split_once("</title>").unwrap().0.to_owned()
}
