//! The file without script.

use says_who_tests::Engine;
use says_who_tests::page::{Element, Explainer};

use crate::{STATEMENT, WITH_SITE_URL, WITHOUT_SITE_URL, start};

#[tokio::test]
async fn the_file_is_readable_without_script() {
    let browser = start().without_script().browser(Engine::Chromium).await;
    for name in [WITHOUT_SITE_URL, WITH_SITE_URL] {
        browser.goto(&format!("{name}#{STATEMENT}")).await;
        Explainer(&browser)
            .wait_for_target_without_app(STATEMENT, "heard of it")
            .await;
        // The styles apply, and controls that do nothing are hidden.
        let share = if name == WITHOUT_SITE_URL {
            "hidden"
        } else {
            "visible"
        };
        for (selector, property, expected) in [
            (".skip", "position", "absolute"),
            ("[data-copy]", "visibility", "hidden"),
            ("[data-share]", "visibility", share),
        ] {
            let style = Element::new(&browser, selector).style(property).await;
            assert_eq!(style, expected, "{name}: {selector}");
        }
        browser.click("#who-pays .point__question a").await;
        Element::new(&browser, "#who-pays:target")
            .wait_until_exists()
            .await;
        assert_eq!(browser.loaded_urls().await, Vec::<String>::new());
    }
}
