//! The `<head>` of pages: title, description, canonical URL.

use crate::fixture_pages::{page, pages};

#[test]
fn the_description_of_a_later_point_says_so() {
    let pages = pages();
    let description = |path: &str| {
        let head = page(&pages, path)
            .split_once("</head>")
            .unwrap()
            .0
            .to_owned();
        let from = head.split_once("name=\"description\"").unwrap().1;
        from.split_once('>').unwrap().0.to_owned()
    };
    let later = "Later: after The Vale Herald’s report of 2 June 2021.";
    let as_of = "As of 2 June 2021";
    let of_later = description("mill-clock/clock-runs-again/index.html");
    assert!(
        of_later.contains(later) && !of_later.contains(as_of),
        "{of_later}"
    );
    let of_other = description("mill-clock/clock-agreed/index.html");
    assert!(
        of_other.contains(as_of) && !of_other.contains(later),
        "{of_other}"
    );
}

#[test]
fn heads_name_the_page_and_both_sides() {
    let pages = pages();
    let statement = page(&pages, "bridge-repair/mayor-never-saw-it/index.html");
    let head = statement.split_once("</head>").unwrap().0;
    assert!(
        head.contains("<title>Jo Lind: “We never saw it &lt;or&gt; heard of it.” · Did the county tell the town that the bridge would close? · The Bridge Papers</title>"),
        "{head}"
    );
    assert!(
        head.contains("County says: ") && head.contains("Town says: “We never saw it &lt;or&gt;"),
        "{head}"
    );
    assert!(head.contains(r#"<link rel="canonical" href="https://example.org/repo/bridge-repair/mayor-never-saw-it/">"#), "{head}");
    let old = page(&pages, "bridge-repair/was-notice-given/index.html");
    assert!(old.contains(r#"href="https://example.org/repo/bridge-repair/notice-given/""#));
    assert!(page(&pages, "404.html").contains("noindex"));
    // The page of the whole dispute is the canonical one; search engines should not
    // list its short edition.
    let short = page(&pages, "bridge-repair/print/index.html");
    let head = short.split_once("</head>").unwrap().0;
    assert!(
        head.contains(r#"<link rel="canonical" href="https://example.org/repo/bridge-repair/">"#),
        "{head}"
    );
    assert!(
        head.contains("noindex") && !head.contains(r#"http-equiv="refresh""#),
        "{head}"
    );
    assert!(!page(&pages, "sitemap.xml").contains("print/"));
}
