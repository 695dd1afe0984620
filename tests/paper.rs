//! Printing: everything is printed, and every page of paper has the as-of date and
//! the URL.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::path::Path;

use lopdf::Document;
use says_who_model::Point;
use says_who_tests::{Browser, Engine, Script, in_chromium, in_every_engine, lacks};
use serde_json::json;

in_every_engine! {
    every_page_says_when_and_where,
    the_line_is_that_of_the_page_in_view,
    the_line_is_there_without_script,
    all_is_unfolded,
}

in_chromium! {
    nothing_in_the_ledger_makes_a_layer,
    a_wide_sheet_is_filled,
    the_short_edition_takes_few_sheets,
}

const WHOLE: &str = "bridge-repair/";
const ITEM: &str = "who-pays";
const LINE: &str = "As of 10 March 2021 · ";

/// A browser that prints.
async fn open(engine: Engine, script: Script) -> Option<Browser> {
    if engine == Engine::Webkit {
        lacks(engine, "a way to print that its driver could be asked for");
        return None;
    }
    Some(Browser::open_in(engine, "a-b", script).await)
}

/// The words on each page of paper, without any white space: a PDF file does not say
/// how its lines were broken.
async fn printed(browser: &Browser) -> Vec<String> {
    let pdf = browser.client.print(Default::default()).await.unwrap();
    let pdf = Document::load_mem(&pdf).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let text = |&page: &u32| solid(&pdf.extract_text(&[page]).unwrap());
    pages.iter().map(text).collect()
}

fn solid(words: &str) -> String {
    words.split_whitespace().collect()
}

/// Asserts that each page of paper has the footer of the page at `path`.
async fn all_have_the_line(browser: &Browser, path: &str) -> Vec<String> {
    let pages = printed(browser).await;
    let address = browser.eval("return location.origin").await;
    let line = solid(&format!("{LINE}{}/a/b/{path}", address.as_str().unwrap()));
    for page in &pages {
        assert_eq!(page.matches(&line).count(), 1, "{line} in {page}");
    }
    pages
}

async fn every_page_says_when_and_where(engine: Engine) {
    let Some(browser) = open(engine, Script::On).await else {
        return;
    };
    browser.ready(WHOLE).await;
    let pages = all_have_the_line(&browser, WHOLE).await;
    assert!(pages.len() > 1, "{pages:?}");
    // In engines with page margin content, there is a page number too.
    let tells = "return 'CSSMarginRule' in window";
    if browser.eval(tells).await == json!(true) {
        for (page, number) in pages.iter().zip(1..) {
            let number = format!("{number}/{}", pages.len());
            assert!(page.contains(&number), "{number} in {page}");
        }
    } else {
        lacks(engine, "margins that can be told what stands in them");
    }
}

/// The footer is that of the current page, not of the one that was loaded.
async fn the_line_is_that_of_the_page_in_view(engine: Engine) {
    let Some(browser) = open(engine, Script::On).await else {
        return;
    };
    browser.ready(WHOLE).await;
    browser.click(&format!("#{ITEM} .point__question a")).await;
    browser
        .wait(&format!("return location.pathname.endsWith('/{ITEM}/')"))
        .await;
    all_have_the_line(&browser, &format!("{WHOLE}{ITEM}/")).await;
}

async fn the_line_is_there_without_script(engine: Engine) {
    let Some(browser) = open(engine, Script::Off).await else {
        return;
    };
    browser.go(WHOLE).await;
    let line = solid(&format!("{LINE}/a/b/{WHOLE}"));
    for page in printed(&browser).await {
        assert_eq!(page.matches(&line).count(), 1, "{line} in {page}");
    }
}

/// Nothing is folded, and nothing that only works on screen is printed.
async fn all_is_unfolded(engine: Engine) {
    let Some(browser) = open(engine, Script::On).await else {
        return;
    };
    browser.ready(WHOLE).await;
    let folded = browser
        .eval("return document.querySelectorAll('.ledger .sourcing:not([open]) .chain').length")
        .await;
    assert!(folded.as_u64().unwrap() > 4, "{folded}");
    // With a dispute of many points, the same; see `far.rs`.
    let paper = printed(&browser).await.concat();
    let heads = browser
        .eval("return document.querySelectorAll('.ledger .sourcing__details').length")
        .await;
    let unfolded = paper.matches("Howweknow").count();
    assert_eq!(json!(unfolded), heads, "{paper}");
    let screen = solid(&browser.text("#content").await);
    for control in ["Showallsources", "Swapsides", "Filters"] {
        assert!(screen.contains(control), "{control} not in {screen}");
        assert!(!paper.contains(control), "{control} in {paper}");
    }
}

/// Each composited layer is processed for each page of paper, so printing time is
/// pages times layers: thousands of pages would never finish.
async fn nothing_in_the_ledger_makes_a_layer(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.ready(WHOLE).await;
    browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await;
    let layers = browser
        .eval(
            "const found = new Set();
             for (const element of document.querySelectorAll('.ledger *')) {
               if (!element.checkVisibility()) continue;
               for (const part of ['', '::before', '::after']) {
                 const style = getComputedStyle(element, part);
                 if (part && style.content === 'none') continue;
                 const plain = style.position === 'static' && style.overflow === 'visible'
                   && style.clipPath === 'none' && style.opacity === '1'
                   && style.contentVisibility === 'visible' && style.transform === 'none';
                 if (!plain) found.add(element.className + part);
               }
             }
             return [...found]",
        )
        .await;
    assert_eq!(layers, json!([]));
}

/// A sheet as wide as a window with a side rail has no rail.
async fn a_wide_sheet_is_filled(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.client.set_window_size(1500, 900).await.unwrap();
    browser.ready(WHOLE).await;
    let share = "const width = (selector) => document.querySelector(selector).getBoundingClientRect().width;
        return width('.whole__sections') / width('main')";
    let with_rail = browser.eval(share).await.as_f64().unwrap();
    assert!((0.5..0.9).contains(&with_rail), "{with_rail}");
    browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await;
    let on_paper = browser.eval(share).await.as_f64().unwrap();
    assert!(on_paper > 0.99, "{on_paper}");
}

/// At most 20 sheets for 60 statements, with every one of them and every source.
async fn the_short_edition_takes_few_sheets(engine: Engine) {
    let browser = Browser::open_in(engine, "repo", Script::Off).await;
    browser.go("did-the-ferry-answer/print/").await;
    let sheets = printed(&browser).await;
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture-large");
    let library = says_who_files::library(&fixture).unwrap();
    let dispute = &library.disputes[0];
    let statements = dispute.all_points().flat_map(Point::statements).count();
    assert!(
        sheets.len() * 60 <= statements * 20,
        "{} sheets for {statements} statements",
        sheets.len()
    );
    let paper = sheets.concat();
    for point in dispute.all_points() {
        assert!(paper.contains(&solid(&point.question)), "{}", point.id);
    }
    for source in &dispute.sources {
        let headline = solid(&source.headline);
        assert_eq!(paper.matches(&headline).count(), 1, "{headline}");
    }
}
