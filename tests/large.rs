//! A dispute of a thousand points, and one of ten thousand statements: each
//! opens, is searched and prints, and the tab lives on.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;

use fantoccini::wd::PrintConfiguration;
use says_who::routes::Route;
use says_who::site::File;
use says_who_tests::sized::{DISPUTE, Size, WORD};
use says_who_tests::{Browser, Engine, Script, in_every_engine, lacks};
use serde_json::json;

use alone::{pages_alone, put};

#[path = "support/alone.rs"]
mod alone;

in_every_engine! {
    a_thousand_points,
    ten_thousand_statements,
}

const BASE: &str = "/large/";

async fn a_thousand_points(engine: Engine) {
    let size = Size {
        points: 1_000,
        statements: 2,
    };
    lives(engine, size).await;
}

async fn ten_thousand_statements(engine: Engine) {
    let size = Size {
        points: 1_000,
        statements: 10,
    };
    lives(engine, size).await;
}

async fn lives(engine: Engine, size: Size) {
    let folder = format!("large-{}-{engine:?}", size.statements);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    let (data, site) = (folder.join("data"), folder.join("site"));
    size.write(&data).unwrap();
    let whole = Route::Dispute(DISPUTE.parse().unwrap());
    pages_alone(&data, BASE, &[whole], &site);
    let manifest = File {
        path: "site.webmanifest".to_owned(),
        text: "{}".to_owned(),
    };
    put(&site, &[manifest]);
    let browser = Browser::open_folder(engine, &site, BASE, Script::On).await;
    browser.ready(&format!("{DISPUTE}/")).await;
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

    if engine == Engine::Webkit {
        lacks(engine, "a way to print that its driver could be asked for");
    } else {
        let pdf = browser.client.print(PrintConfiguration::default()).await;
        let pdf = pdf.unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        // Four points on a page would be many.
        let least = 200 * size.points;
        assert!(pdf.len() > least, "{} bytes", pdf.len());
    }
    let app = "return document.querySelector('#app').dataset.app";
    assert_eq!(browser.eval(app).await, json!("ready"));
    assert_eq!(browser.console().await, Vec::<String>::new());
}
