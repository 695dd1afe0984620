//! The file in a sandboxed frame.

use std::fs;

use fantoccini::Locator;
use says_who_tests::page::App;
use says_who_tests::{Engine, Start, in_every_engine, site};

use crate::WITHOUT_SITE_URL;

in_every_engine! {
    a_sandboxed_frame_shows_the_file,
}

/// Previews in mail and document apps show a file in such a frame.
async fn a_sandboxed_frame_shows_the_file(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(site(WITHOUT_SITE_URL), folder.path().join(WITHOUT_SITE_URL)).unwrap();
    let frame = |sandbox| {
        format!("<iframe sandbox='{sandbox}' src='{WITHOUT_SITE_URL}' width=900></iframe>")
    };
    let host = format!("<!doctype html>{}{}", frame(""), frame("allow-scripts"));
    fs::write(folder.path().join("host.html"), host).unwrap();
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Start::address(address).load(engine, "host.html").await;
    for frame in [0, 1] {
        browser.switch_to_frame(&[frame]).await;
        // The styles don't need a script: the first frame runs none.
        let style = async |selector: &str, property: &str| {
            let element = browser.client.wait().for_element(Locator::Css(selector));
            let element = element.await.unwrap();
            element.css_value(property).await.unwrap()
        };
        assert_eq!(style(".skip", "position").await, "absolute", "{frame}");
        if frame == 0 {
            let copy = style(".opening [data-copy]", "visibility").await;
            let gone = style(".opening [data-copy]", "display").await == "none";
            assert!(copy == "hidden" || gone);
        } else {
            App(&browser).wait_until_ready().await;
            let copy = style(".opening [data-copy]", "visibility").await;
            assert_eq!(copy, "visible");
        }
        let reads = browser.text("main").await;
        assert!(reads.contains("heard of it"), "{frame}");
    }
}
