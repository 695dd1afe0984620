//! The accessibility tree has every point.

use says_who_tests::{Browser, Engine, in_chromium, lacks};
use serde_json::json;

use crate::site::{BASE, FAR, SIZE, STATEMENT, browser, go, set_all_sources, site};

in_chromium! {
    every_point_is_in_the_accessibility_tree,
}

async fn every_point_is_in_the_accessibility_tree(engine: Engine) {
    let browser = if engine == Engine::Chromium {
        Browser::open_with_screen_reader(site().await, BASE).await
    } else {
        browser(engine).await
    };
    go(&browser, "").await;
    browser.eval("scrollTo(0, 0)").await;
    for open in [None, Some(true)] {
        if let Some(open) = open {
            set_all_sources(&browser, open).await;
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
    if engine != Engine::Chromium {
        return lacks(
            engine,
            "access to its accessibility tree through its driver",
        );
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
