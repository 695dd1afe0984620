//! A dispute with a thousand points, and one with ten thousand statements: each opens
//! and can be searched without crashing the tab, and the first can be printed too.
//! What is printed is tested in `paper.rs`.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;

use says_who_routes::Route;
use says_who_tests::page::{Address, App, Element, Finder};
use says_who_tests::sized::{DISPUTE, Size, WORD};
use says_who_tests::{Engine, Start, in_chromium, in_every_engine};
use serde_json::json;

use alone::pages_alone;

#[path = "support/alone.rs"]
mod alone;

in_every_engine! {
    a_thousand_points,
}

// The other engines lay out the whole page, which takes minutes.
in_chromium! {
    ten_thousand_statements,
}

const BASE: &str = "/large/";

async fn a_thousand_points(engine: Engine) {
    opens_and_searches(engine, 2).await;
}

async fn ten_thousand_statements(engine: Engine) {
    opens_and_searches(engine, 10).await;
}

async fn opens_and_searches(engine: Engine, statements: usize) {
    let size = Size {
        points: 1_000,
        statements,
    };
    let folder = format!("large-{statements}-{engine:?}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    let (data, site) = (folder.join("data"), folder.join("site"));
    size.write(&data).unwrap();
    let whole = Route::Dispute(DISPUTE.parse().unwrap());
    pages_alone(&data, BASE, &[whole], &site);
    let browser = Start::folder(&site, BASE)
        .open(engine, &format!("{DISPUTE}/"))
        .await;
    let shown = Element::new(&browser, ".ledger > .point:not([hidden])");
    assert_eq!(shown.count().await, size.points as u64);

    Finder(&browser).search(WORD).await;
    Address(&browser)
        .wait_for_query(&format!("?q={WORD}"))
        .await;
    Finder(&browser)
        .wait_for_count_of_visible_points(size.points)
        .await;
    Finder(&browser).search("").await;
    Finder(&browser)
        .wait_for_points_without_count(size.points)
        .await;

    // Ten thousand statements are five thousand printed pages, which take minutes.
    if engine == Engine::Chromium && statements == 2 {
        let paper = browser
            .devtools(
                "Page.printToPDF",
                json!({ "transferMode": "ReturnAsStream" }),
            )
            .await;
        assert!(paper["stream"].is_string(), "{paper}");
    }

    assert_eq!(App(&browser).state().await, json!("ready"));
}
