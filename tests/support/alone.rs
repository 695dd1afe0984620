//! Writes a few pages of a site, with the app bundle. Writing all pages of a large
//! dispute would take long and test nothing more.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use says_who_bundle::Bundle;
use says_who_routes::{Base, Route};
use says_who_site::{File, Site};

/// Writes the pages for some routes of the data in `data`, and the files that they
/// load, into the folder `site`. Returns the pages.
pub(crate) fn pages_alone(data: &Path, base: &str, routes: &[Route], site: &Path) -> Vec<File> {
    let library = says_who_files::library(data).unwrap_or_else(|report| panic!("{report}"));
    let folder = std::env::var_os("SAYS_WHO_TEST_BUNDLE")
        .expect("these tests need the app bundle: run `cargo xtask test`");
    let bundle = Bundle::read(Path::new(&folder)).unwrap();
    fs::create_dir_all(site).unwrap();
    for asset in bundle.manifest.page_assets() {
        fs::write(site.join(&asset.name), bundle.contents(asset).unwrap()).unwrap();
    }
    let base: Base = base.parse().unwrap();
    let library = Arc::new(library);
    let generator = Site::new(&library, &bundle, &base, None).unwrap();
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
