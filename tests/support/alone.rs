//! Writes a few pages of a site, with Trunk's output: all pages of a large dispute
//! would take long to write and test nothing more.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use says_who_routes::{Base, Route};
use says_who_site::{File, Site, Template};

/// Writes the pages for these routes of the data in `data`, and the files that they
/// load, into the folder `site`. Returns the pages.
pub(crate) fn pages_alone(data: &Path, base: &str, routes: &[Route], site: &Path) -> Vec<File> {
    let library = says_who_files::library(data).unwrap_or_else(|report| panic!("{report}"));
    let shell = std::env::var_os("SAYS_WHO_SHELL").expect("run `cargo xtask test`");
    fs::create_dir_all(site).unwrap();
    for entry in fs::read_dir(shell).unwrap() {
        let path = entry.unwrap().path();
        // Folders are only used by the program that writes whole sites.
        if path.is_dir() {
            continue;
        }
        fs::copy(&path, site.join(path.file_name().unwrap())).unwrap();
    }
    let frame = fs::read_to_string(site.join("index.html")).unwrap();
    let base: Base = base.parse().unwrap();
    let of = Site {
        library: &Arc::new(library),
        template: &Template::new(&frame, &base).unwrap(),
        base: &base,
        origin: None,
    };
    // Rendering blocks, and a thread that drives a test must not.
    let drawn: Vec<File> = thread::scope(|scope| {
        let drawing = scope.spawn(|| {
            routes
                .iter()
                .map(|route| of.page_at(route))
                .collect::<Vec<_>>()
        });
        drawing.join().unwrap()
    });
    put(site, &drawn);
    drawn
}

/// Writes files of a site.
#[allow(dead_code, reason = "not every file of tests adds to the pages")]
pub(crate) fn put(site: &Path, files: &[File]) {
    for file in files {
        let path = site.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.text).unwrap();
    }
}
