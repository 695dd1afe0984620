//! The line with the as-of date and the period that a dispute covers.

use std::path::Path;

use says_who_site::markdown;

use crate::fixture_pages::{main_of, page, pages};

#[test]
fn the_period_covered_is_labelled_and_not_repeated() {
    let pages = pages();
    let line = |path: &str| {
        let main = main_of(page(&pages, path));
        let line = main.split_once("class=\"as-of\">").unwrap().1;
        line.split_once("</p>").unwrap().0.to_owned()
    };
    let of_bridge = line("bridge-repair/index.html");
    assert!(of_bridge.contains("As of <time"), "{of_bridge}");
    assert!(of_bridge.contains("Covers: <span"), "{of_bridge}");
    assert!(of_bridge.contains(">Spring 2021</span>"), "{of_bridge}");
    // Not if the as-of date, here 2 June 2021, already says it.
    assert!(!line("mill-clock/index.html").contains("Covers"));
    let library =
        says_who_files::library(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture")).unwrap();
    assert!(
        markdown(&library.site, &library.disputes[0])
            .contains("**As of 10 March 2021.** Covers: Spring 2021.")
    );
    assert!(!markdown(&library.site, &library.disputes[1]).contains("Covers"));
}
