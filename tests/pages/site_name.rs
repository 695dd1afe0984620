//! The name, publisher and contact of a site.

use std::path::Path;

use crate::fixture_pages::{page, pages, written};

#[test]
fn pages_show_the_name_publisher_and_contact_of_the_site() {
    let all = pages();
    for path in [
        "index.html",
        "about/index.html",
        "bridge-repair/index.html",
        "404.html",
    ] {
        let html = page(&all, path);
        for part in [
            "The Bridge Papers gives no verdict.",
            "Published by The Valley Desk.",
            r#"href="mailto:desk@example.org""#,
            r#"href="/repo/#_disputes""#,
            r#"href="/repo/#_disputes_search""#,
            r#"href="/repo/about/""#,
            r#"src="/repo/logo-"#,
        ] {
            assert!(html.contains(part), "{path}: {part}");
        }
        assert!(!html.contains("Says Who"), "{path}");
    }
    assert!(page(&all, "index.html").contains(r#"id="_disputes""#));
    let report =
        "?subject=Error%20in%20%E2%80%9CWho%20pays%20for%20the%20detour%3F%E2%80%9D&amp;body=";
    let point = page(&all, "bridge-repair/who-pays/index.html");
    assert!(point.contains(report));
    assert!(
        point.contains("https%3A%2F%2Fexample.org%2Frepo%2Fbridge-repair%2Fwho-pays%2F%3Fv%3D")
    );
    // A library without a site name gets the default one.
    let large = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture-large");
    let bare = written(says_who_files::library(&large).unwrap());
    let html = page(&bare, "did-the-ferry-answer/index.html");
    for part in [" · Says Who</title>", "Says Who gives no verdict."] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("Published by") && !html.contains("mailto:"));
    let about = page(&bare, "about/index.html");
    assert!(about.contains("<title>About Says Who</title>"));
    assert!(!about.contains(">Contact<") && !about.contains("masthead__logo"));
}
