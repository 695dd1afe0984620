//! A dispute with a thousand points, and one with ten thousand statements: each opens
//! and can be searched without crashing the tab, and the first can be printed too.
//! What is printed is tested in `paper.rs`.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;

use says_who_routes::Route;
use says_who_tests::sized::{DISPUTE, Size, WORD};
use says_who_tests::{Browser, Engine, Script, in_chromium, in_every_engine};
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
    let browser = Browser::open_folder(engine, &site, BASE, Script::On).await;
    browser.goto_hydrated(&format!("{DISPUTE}/")).await;
    let shown = "return document.querySelectorAll('.ledger > .point:not([hidden])').length";
    assert_eq!(browser.eval(shown).await, json!(size.points));

    let search = |words: &str| {
        format!(
            "const field = document.querySelector('#_search');
             field.value = '{words}'; field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        )
    };
    browser.eval(&search(WORD)).await;
    browser
        .wait(&format!("return location.search === '?q={WORD}'"))
        .await;
    let found = "const count = document.querySelector('.finder__count').innerText;
        const shown = document.querySelectorAll('.ledger > .point:not([hidden])').length";
    browser
        .wait(&format!(
            "{found}; return shown > 0 && count.includes(`${{shown}} of {}`)",
            size.points
        ))
        .await;
    browser.eval(&search("")).await;
    browser
        .wait(&format!(
            "{found}; return shown === {} && count === ''",
            size.points
        ))
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

    let app = "return document.querySelector('#app').dataset.app";
    assert_eq!(browser.eval(app).await, json!("ready"));
}
