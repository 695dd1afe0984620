//! Writes a few pages of a site, with Trunk's output. Writing all pages of a large
//! dispute would take long and test nothing more.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use says_who_routes::{Base, Route};
use says_who_site::{File, Site, Template};

/// Writes the pages for some routes of the data in `data`, and the files that they
/// load, into the folder `site`. Returns the pages.
pub(crate) fn pages_alone(data: &Path, base: &str, routes: &[Route], site: &Path) -> Vec<File> {
    let library = says_who_files::library(data).unwrap_or_else(|report| panic!("{report}"));
    let shell = std::env::var_os("SAYS_WHO_SHELL")
        .expect("these tests need Trunk's output: run `cargo xtask test`");
    fs::create_dir_all(site).unwrap();
    for entry in fs::read_dir(shell).unwrap() {
        let path = entry.unwrap().path();
        // Only the generator of whole sites uses the folders.
        if path.is_dir() {
            continue;
        }
        fs::copy(&path, site.join(path.file_name().unwrap())).unwrap();
    }
    let template = fs::read_to_string(site.join("index.html")).unwrap();
    let base: Base = base.parse().unwrap();
    let generator = Site {
        library: &Arc::new(library),
        template: &Template::new(&template, &base).unwrap(),
        base: &base,
        origin: None,
    };
    // On a thread of its own: rendering blocks on an async runtime, which panics on a
    // thread of another runtime.
    let pages: Vec<File> = thread::scope(|scope| {
        let rendering = scope.spawn(|| {
            routes
                .iter()
                .map(|route| generator.page_at(route))
                .collect::<Vec<_>>()
        });
        rendering.join().unwrap()
    });
    write_files(site, &pages);
    pages
}

/// Writes files into the folder `site`.
#[allow(dead_code, reason = "some test files write no further pages")]
pub(crate) fn write_files(site: &Path, files: &[File]) {
    for file in files {
        let path = site.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.text).unwrap();
    }
}
