//! The pages of a small dispute, as the app renders them.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod absences;
mod doubtful_events;
mod fixture_pages;
mod heads;
mod names;
mod page_data;
mod parties;
mod period;
mod point_status;
mod positions;
mod site_name;
mod sourcing;
mod speakers;
mod timeline;
mod what_is_known;

use fixture_pages::{main_of, page, pages};

#[test]
fn each_kind_of_page() {
    let pages = pages();
    for (name, path) in [
        ("home", "index.html"),
        ("about", "about/index.html"),
        ("missing", "404.html"),
        ("dispute", "bridge-repair/index.html"),
        ("point", "bridge-repair/who-pays/index.html"),
        ("statement", "bridge-repair/mayor-never-saw-it/index.html"),
        ("gone", "bridge-repair/mayor-first-remark/index.html"),
        ("document", "bridge-repair/closure-letter/index.html"),
        ("event", "bridge-repair/bridge-closed/index.html"),
        ("source", "bridge-repair/radio-bridge/index.html"),
        ("speaker", "bridge-repair/mayor/index.html"),
        ("press", "bridge-repair/valley-courier/index.html"),
        ("speakers", "bridge-repair/speakers/index.html"),
        ("open_question", "bridge-repair/letter-received/index.html"),
        ("share_index", "bridge-repair/share/index.html"),
        ("figures", "bridge-repair/figures/index.html"),
        ("print", "bridge-repair/print/index.html"),
        ("embed", "embed/bridge-repair/mayor-never-saw-it/index.html"),
        ("embed_whole", "embed/bridge-repair/index.html"),
        ("with_positions", "mill-clock/index.html"),
        ("summary", "mill-clock/millers-want-it-to-run/index.html"),
        ("later_document", "mill-clock/winding-letter/index.html"),
        ("summed_up_speaker", "mill-clock/millers-body/index.html"),
        ("later_point", "mill-clock/clock-runs-again/index.html"),
        (
            "later_embed",
            "embed/mill-clock/clock-runs-again/index.html",
        ),
    ] {
        insta::assert_snapshot!(name, main_of(page(&pages, path)));
    }
}

#[test]
fn every_item_has_its_files_and_every_old_id_a_page() {
    let pages = pages();
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    insta::assert_snapshot!(paths.join("\n"));
}

#[test]
fn an_outlets_summary_is_cited_as_the_outlets_and_every_author_by_name() {
    let pages = pages();
    let cited: Vec<&str> = [
        "mill-clock/millers-want-it-to-run/cite.txt",
        "mill-clock/millers-want-it-to-run/cite.json",
        "mill-clock/herald-clock-stops/cite.txt",
        "mill-clock/herald-clock-stops/cite.bib",
        "mill-clock/herald-clock-stops/cite.ris",
        "mill-clock/herald-clock-stops/cite.json",
    ]
    .into_iter()
    .map(|path| page(&pages, path))
    .collect();
    insta::assert_snapshot!(cited.join("\n\n"));
}

#[test]
fn text_from_data_is_never_markup() {
    for page in pages() {
        let markup = page.path.ends_with(".html");
        assert!(!(markup && page.text.contains("<or>")), "{}", page.path);
    }
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    assert_eq!(pages(), pages());
}
