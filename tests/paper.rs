//! Printing: everything is printed, and every printed page has the as-of date and the
//! URL in its header.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::path::Path;

use lopdf::Document;
use says_who_model::Point;
use says_who_tests::page::{Address, Element, Paper};
use says_who_tests::{Browser, Engine, Start, in_chromium, in_every_engine, lacks};
use serde_json::json;

in_every_engine! {
    every_printed_page_has_the_date_and_the_url,
    the_header_follows_navigation,
    the_header_is_printed_without_script,
    everything_is_unfolded_in_print,
}

in_chromium! {
    the_ledger_has_no_composited_layers,
    wide_paper_has_no_side_rail,
    the_short_edition_takes_few_pages,
}

const EXPLAINER: &str = "bridge-repair/";
const ITEM: &str = "who-pays";
const HEADER: &str = "As of 10 March 2021 · ";

/// Whether a test can make the browser print.
fn can_print(engine: Engine) -> bool {
    let can_print = engine != Engine::Webkit;
    if !can_print {
        lacks(engine, "a print command in its driver");
    }
    can_print
}

/// The text of each printed page, without white space, because a PDF file does not tell
/// spaces from line breaks.
async fn print_pages(browser: &Browser) -> Vec<String> {
    let pdf = browser.client.print(Default::default()).await.unwrap();
    let pdf = Document::load_mem(&pdf).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let text_of = |&page: &u32| without_whitespace(&pdf.extract_text(&[page]).unwrap());
    pages.iter().map(text_of).collect()
}

fn without_whitespace(words: &str) -> String {
    words.split_whitespace().collect()
}

/// Prints, and asserts that each printed page has the header of the page at `path`.
async fn assert_header_on_all_pages(browser: &Browser, path: &str) -> Vec<String> {
    let pages = print_pages(browser).await;
    let origin = Address(browser).origin().await;
    let header = without_whitespace(&format!("{HEADER}{origin}/a/b/{path}"));
    for page in &pages {
        assert_eq!(page.matches(&header).count(), 1, "{header} in {page}");
    }
    pages
}

async fn every_printed_page_has_the_date_and_the_url(engine: Engine) {
    if !can_print(engine) {
        return;
    }
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    let pages = assert_header_on_all_pages(&browser, EXPLAINER).await;
    assert!(pages.len() > 1, "{pages:?}");
    // Engines that support margin boxes print the page number too.
    if Paper(&browser).has_margin_boxes().await {
        for (page, number) in pages.iter().zip(1..) {
            let number = format!("{number}/{}", pages.len());
            assert!(page.contains(&number), "{number} in {page}");
        }
    } else {
        lacks(engine, "page margin boxes: there is no page number");
    }
}

/// The header is that of the current page, not of the one that was loaded.
async fn the_header_follows_navigation(engine: Engine) {
    if !can_print(engine) {
        return;
    }
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    browser.click(&format!("#{ITEM} .point__question a")).await;
    Address(&browser)
        .wait_for_path_end(&format!("/{ITEM}/"))
        .await;
    assert_header_on_all_pages(&browser, &format!("{EXPLAINER}{ITEM}/")).await;
}

async fn the_header_is_printed_without_script(engine: Engine) {
    if !can_print(engine) {
        return;
    }
    let start = Start::site("a-b").without_script();
    let browser = start.load(engine, EXPLAINER).await;
    let header = without_whitespace(&format!("{HEADER}/a/b/{EXPLAINER}"));
    for page in print_pages(&browser).await {
        assert_eq!(page.matches(&header).count(), 1, "{header} in {page}");
    }
}

/// Nothing is folded, and nothing that only works on screen is printed.
async fn everything_is_unfolded_in_print(engine: Engine) {
    if !can_print(engine) {
        return;
    }
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    let folded = Element::new(&browser, ".ledger .sourcing:not([open]) .chain");
    let folded = folded.count().await;
    assert!(folded > 4, "{folded}");
    // `long_page` tests the same with many points.
    let paper = print_pages(&browser).await.concat();
    let sourcings = Element::new(&browser, ".ledger .sourcing__details");
    let unfolded = paper.matches("Howweknow").count();
    assert_eq!(unfolded as u64, sourcings.count().await, "{paper}");
    let screen = without_whitespace(&browser.text("#content").await);
    for control in ["Showallsources", "Swapsides", "Filters"] {
        assert!(screen.contains(control), "{control} not in {screen}");
        assert!(!paper.contains(control), "{control} in {paper}");
    }
}

/// Browsers process each composited layer for each printed page, so the time is pages
/// times layers: thousands of pages would never finish.
async fn the_ledger_has_no_composited_layers(engine: Engine) {
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await;
    let layers = Paper(&browser).composited_elements().await;
    assert_eq!(layers, Vec::<String>::new());
}

/// Paper as wide as a window with a side rail has no rail.
async fn wide_paper_has_no_side_rail(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    browser.client.set_window_size(1500, 900).await.unwrap();
    browser.goto_hydrated(EXPLAINER).await;
    let width = async |selector: &str| Element::new(&browser, selector).rectangle().await.width();
    let with_rail = width(".whole__sections").await / width("main").await;
    assert!((0.5..0.9).contains(&with_rail), "{with_rail}");
    browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await;
    let on_paper = width(".whole__sections").await / width("main").await;
    assert!(on_paper > 0.99, "{on_paper}");
}

/// At most 20 pages for 60 statements, with every point, and every source once.
async fn the_short_edition_takes_few_pages(engine: Engine) {
    let browser = Start::site("repo")
        .without_script()
        .load(engine, "did-the-ferry-answer/print/")
        .await;
    let pages = print_pages(&browser).await;
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture-large");
    let library = says_who_files::library(&fixture).unwrap();
    let dispute = &library.disputes[0];
    let statements = dispute.all_points().flat_map(Point::statements).count();
    assert!(
        pages.len() * 60 <= statements * 20,
        "{} pages for {statements} statements",
        pages.len()
    );
    let paper = pages.concat();
    for point in dispute.all_points() {
        assert!(
            paper.contains(&without_whitespace(&point.question)),
            "{}",
            point.id
        );
    }
    for source in &dispute.sources {
        let headline = without_whitespace(source.headline.text());
        assert_eq!(paper.matches(&headline).count(), 1, "{headline}");
    }
}
