//! A copy of a page that a browser saved.

use std::fs;

use says_who_tests::page::{App, Document, Element};
use says_who_tests::{Engine, Start, files, in_every_engine, site};
use serde_json::json;

use crate::served_files::is_hashed;
use crate::{ALL_UNAVAILABLE, EXPLAINER, filter_and_open_dialog};

in_every_engine! {
    a_saved_copy_is_readable_without_the_app,
}

/// A page that is saved from a browser contains the app's changes, and the files that
/// it had loaded.
async fn a_saved_copy_is_readable_without_the_app(engine: Engine) {
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    filter_and_open_dialog(&browser).await;
    let html = Document(&browser).html().await.replace("\"/a/b/", "\"./");
    let folder = tempfile::tempdir().unwrap();
    for file in files(&site("a-b")) {
        let name = file.file_name().unwrap().to_str().unwrap();
        if is_hashed(name) {
            fs::copy(&file, folder.path().join(name)).unwrap();
        }
    }
    let mut without = String::new();
    for part in html.split("<script") {
        without += part.split_once("</script>").map_or(part, |(_, rest)| rest);
    }
    let copies = [
        ("saved.html", &html),
        ("saved-without-scripts.html", &without),
    ];
    for (name, text) in copies {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Start::address(address).browser(engine).await;
    for (name, _) in copies {
        browser.goto(name).await;
        // Wait for the message, which appears when the app fails or after a delay.
        App(&browser).wait_for_styles_and_message().await;
        let seen = App(&browser).seen().await;
        assert_eq!(seen["reads"], json!(true), "{name}");
        assert_eq!(seen["offers"], json!(0), "{name}");
        assert_eq!(seen["says"], json!([ALL_UNAVAILABLE]), "{name}");
        // Every point is shown, and no dialog.
        let points = Element::new(&browser, ".point").rectangles().await;
        assert!(points.iter().all(|one| one.height() > 0.0), "{name}");
        let dialogs = Element::new(&browser, "dialog").rectangles().await;
        assert!(dialogs.iter().all(|one| one.height() == 0.0), "{name}");
    }
}
