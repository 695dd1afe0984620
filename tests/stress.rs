//! Stress tests of the pages: no text overflows a page or becomes markup, and every
//! point keeps both sides.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::page::{
    Address, Cells, Document, Element, FramedEmbed, FramedPage, click_by_script,
};
use says_who_tests::stress::{DISPUTES, MARKUP, first_point, points};
use says_who_tests::{Browser, Engine, Start, in_every_engine};
use serde_json::Value;

in_every_engine! {
    nothing_overflows_a_page,
    every_point_has_both_sides,
    no_text_becomes_markup,
    a_right_to_left_language_sets_the_page_direction,
}

/// The kinds of pages of a dispute that show its texts in full.
fn pages(dispute: &str) -> [String; 6] {
    let point = first_point(dispute);
    [
        format!("{dispute}/"),
        format!("{dispute}/{point}/"),
        format!("{dispute}/gazette/"),
        format!("{dispute}/share/"),
        format!("embed/{dispute}/"),
        format!("embed/{dispute}/{point}/"),
    ]
}

/// Opens a page in a frame, and waits for the app if the page has one. A frame gets
/// the requested width in every engine; a window may not. The outer document is a
/// text file of the site, which may contain frames and access them.
async fn open_in_frame(browser: &Browser, page: &str) {
    browser.goto("one-point/cite.txt").await;
    let address = format!("{}{page}", browser.address);
    FramedPage(browser).open(&address, 1440, 900).await;
    if page.starts_with("embed/") {
        FramedEmbed(browser).wait_until_parsed().await;
    } else {
        FramedPage(browser).wait_until_ready().await;
    }
}

async fn nothing_overflows_a_page(engine: Engine) {
    let browser = Start::site("stress").browser(engine).await;
    let own = [String::new(), "404.html".to_owned()];
    let mut found = Vec::new();
    for page in DISPUTES.iter().flat_map(|id| pages(id)).chain(own) {
        open_in_frame(&browser, &page).await;
        FramedPage(&browser).unfold_all().await;
        for width in [1440, 320] {
            for size in ["100%", "200%"] {
                let overflow = FramedPage(&browser).overflow_at(width, size).await;
                if let Some(out) = overflow {
                    found.push(format!("{page} at {width} px, text at {size}: {out:?}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

async fn every_point_has_both_sides(engine: Engine) {
    let browser = Start::site("stress").browser(engine).await;
    for dispute in DISPUTES {
        for (page, expected) in [
            (format!("{dispute}/"), points(dispute)),
            (format!("{dispute}/{}/", first_point(dispute)), 1),
        ] {
            browser.goto_hydrated(&page).await;
            let cells = Cells(&browser).filled_counts().await;
            assert_eq!(cells, vec![2; expected], "{page}");
        }
    }
}

async fn no_text_becomes_markup(engine: Engine) {
    let browser = Start::site("stress").browser(engine).await;
    for page in pages("markup-like") {
        open_in_frame(&browser, &page).await;
        let traces = FramedPage(&browser).traces_of(MARKUP).await;
        assert_eq!(traces.elements, Vec::<String>::new(), "{page}");
        assert_eq!(traces.set_by_script, Value::Null, "{page}");
        assert!(traces.is_in_title, "{page}");
        assert!(traces.count > 0, "{page}: {traces:?}");
    }
}

async fn a_right_to_left_language_sets_the_page_direction(engine: Engine) {
    let browser = Start::site("stress").browser(engine).await;
    let arabic = ("ar".to_owned(), "rtl".to_owned());
    let english = ("en".to_owned(), "ltr".to_owned());
    // By its own URL, and in a frame without script.
    for page in pages("right-to-left") {
        browser.goto(&page).await;
        let written = Document(&browser).language_and_direction().await;
        assert_eq!(written, arabic, "{page}");
    }
    // The router sets it on every page, there and back.
    browser.goto_hydrated("").await;
    let written = Document(&browser).language_and_direction().await;
    assert_eq!(written, english);
    // In a list of disputes, its entry keeps its own direction.
    for part in ["question", "summary"] {
        let entry = format!(".disputes .feature__{part}[lang=ar]");
        let direction = Element::new(&browser, &entry).style("direction").await;
        assert_eq!(direction, "rtl", "{part}");
    }
    click_by_script(&browser, "a[href$=\"/right-to-left/\"]").await;
    Document(&browser)
        .wait_for_direction_and_element("rtl", ".opening")
        .await;
    let written = Document(&browser).language_and_direction().await;
    assert_eq!(written, arabic);
    assert!(first_side_is_at(&browser, "right").await);
    Address(&browser).go_back().await;
    Document(&browser)
        .wait_for_direction_and_element("ltr", ".feature")
        .await;
    let written = Document(&browser).language_and_direction().await;
    assert_eq!(written, english);
    browser.goto_hydrated("one-point/").await;
    assert!(first_side_is_at(&browser, "left").await);
}

/// Whether the first of the two columns is at this edge, in headings and cells.
async fn first_side_is_at(browser: &Browser, edge: &str) -> bool {
    let sign = if edge == "left" { 1.0 } else { -1.0 };
    for pair in [".ledger__head", ".point-row__cells > .cell"] {
        let sides = Element::new(browser, pair).rectangles().await;
        let (one, other) = (sides[0], sides[1]);
        if one.top != other.top || sign * (other.left - one.left) <= 100.0 {
            return false;
        }
    }
    true
}
