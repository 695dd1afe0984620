//! The file without script.

use says_who_tests::{Engine, Script};
use serde_json::json;

use crate::{STATEMENT, WITH_SITE_URL, WITHOUT_SITE_URL, open};

#[tokio::test]
async fn the_file_is_readable_without_script() {
    let browser = open(Engine::Chromium, Script::Off).await;
    for name in [WITHOUT_SITE_URL, WITH_SITE_URL] {
        browser.goto(&format!("{name}#{STATEMENT}")).await;
        browser
            .wait(&format!(
                "const here = document.getElementById('{STATEMENT}');
                 return document.querySelector('#app').dataset.app === undefined
                   && here.matches(':target') && here.innerText.includes('heard of it')
                   && here.getBoundingClientRect().top < innerHeight / 2"
            ))
            .await;
        // The styles apply, and controls that do nothing are hidden.
        let look = browser
            .eval(
                "const look = (selector) => getComputedStyle(document.querySelector(selector));
                 return [look('.skip').position, look('[data-copy]').visibility, look('[data-share]').visibility]",
            )
            .await;
        let share = if name == WITHOUT_SITE_URL {
            "hidden"
        } else {
            "visible"
        };
        assert_eq!(look, json!(["absolute", "hidden", share]));
        browser.click("#who-pays .point__question a").await;
        browser
            .wait("return document.getElementById('who-pays').matches(':target')")
            .await;
        assert_eq!(browser.loaded_urls().await, Vec::<String>::new());
    }
}
