//! The accessibility tree has every point.

use says_who_tests::page::{AllSources, Viewport};
use says_who_tests::{Engine, in_chromium};
use serde_json::json;

use crate::site::{FAR, SIZE, STATEMENT, go, start};

in_chromium! {
    every_point_is_in_the_accessibility_tree,
}

async fn every_point_is_in_the_accessibility_tree(engine: Engine) {
    let start = start().await.with_screen_reader();
    let browser = start.browser(engine).await;
    go(&browser, "").await;
    Viewport(&browser).scroll_to_top().await;
    for open in [None, Some(true)] {
        if let Some(open) = open {
            AllSources(&browser).set_all_shown(open).await;
        }
        for (selector, begins) in [
            (format!("#{FAR} .point__question"), "Point 190:"),
            (format!("#{STATEMENT} > .sourcing > summary"), ""),
        ] {
            let name = browser.name_of(&selector).await;
            assert!(
                name.starts_with(begins) && !name.is_empty(),
                "{selector}: {name}"
            );
        }
    }
    let tree = browser
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await;
    let points = tree["nodes"].as_array().unwrap().iter().filter(|node| {
        node["role"]["value"] == "heading"
            && node["name"]["value"]
                .as_str()
                .is_some_and(|name| name.contains(": was the count of "))
    });
    assert_eq!(points.count(), SIZE.points);
}
