//! A dispute of a thousand points, and one of ten thousand statements: each
//! opens, is searched and prints, and the tab lives on.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use fantoccini::wd::PrintConfiguration;
use says_who::routes::{Base, Route};
use says_who::site::{DataFile, Site, Template};
use says_who_tests::sized::{DISPUTE, Size, WORD};
use says_who_tests::{Browser, Engine, Script, in_every_engine, lacks};
use serde_json::json;

in_every_engine! {
    a_thousand_points,
    ten_thousand_statements,
}

const BASE: &str = "/large/";

async fn a_thousand_points(engine: Engine) {
    lives(
        engine,
        Size {
            points: 1_000,
            statements: 2,
        },
    )
    .await;
}

async fn ten_thousand_statements(engine: Engine) {
    lives(
        engine,
        Size {
            points: 1_000,
            statements: 10,
        },
    )
    .await;
}

/// A site with the page of the whole alone, in what Trunk made: one page for
/// each statement as well would take minutes to write and show nothing more.
async fn site(size: Size, folder: &Path) {
    let data = folder.join("data");
    size.write(&data).unwrap();
    let library = says_who_files::library(&data).unwrap_or_else(|report| panic!("{report}"));
    let shell = std::env::var_os("SAYS_WHO_SHELL").expect("run `cargo xtask test`");
    let site = folder.join("site");
    fs::create_dir_all(&site).unwrap();
    for entry in fs::read_dir(shell).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, site.join(path.file_name().unwrap())).unwrap();
    }
    let frame = fs::read_to_string(site.join("index.html")).unwrap();
    let base: Base = BASE.parse().unwrap();
    let file = DataFile::of(&library).unwrap();
    fs::write(site.join(&file.name), &file.bytes).unwrap();
    let route = Route::Dispute(DISPUTE.parse().unwrap());
    let page = Site {
        library: &Arc::new(library),
        template: &Template::new(&frame, &base).unwrap(),
        data: &file,
        base: &base,
        origin: None,
    }
    .page_at(&route)
    .await;
    let path = site.join(page.path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, page.text).unwrap();
}

async fn lives(engine: Engine, size: Size) {
    let folder = tempfile::tempdir().unwrap();
    site(size, folder.path()).await;
    let site = folder.path().join("site");
    let browser = Browser::open_folder(engine, &site, BASE, Script::On).await;
    browser.ready(&format!("{DISPUTE}/")).await;
    let shown = "return document.querySelectorAll('.ledger > .point:not([hidden])').length";
    assert_eq!(browser.eval(shown).await, json!(size.points));

    browser.click("#_search").await;
    browser.type_text(WORD).await;
    browser
        .wait(&format!(
            "const shown = (() => {{ {shown} }})(); return shown > 0 && shown < {}",
            size.points
        ))
        .await;
    let asked = browser.eval("return location.search").await;
    assert_eq!(asked, json!(format!("?q={WORD}")));
    browser
        .eval(
            "const field = document.querySelector('#_search');
             field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))",
        )
        .await;
    browser
        .wait(&format!(
            "return (() => {{ {shown} }})() === {}",
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
