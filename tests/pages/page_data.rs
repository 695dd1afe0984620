//! The data that the page of a dispute carries for the app.

use crate::fixture_pages::{data_of, page, pages};

#[test]
fn the_page_of_a_dispute_carries_its_data() {
    let pages = pages();
    for dispute in ["bridge-repair", "mill-clock"] {
        let data = data_of(page(&pages, &format!("{dispute}/index.html")));
        insta::assert_debug_snapshot!(format!("data_of_{dispute}"), data);
    }
}

/// The texts stand on the page alone.
#[test]
fn no_text_of_a_statement_is_in_the_data() {
    let html = pages();
    let html = page(&html, "bridge-repair/index.html");
    let data = format!("{:?}", data_of(html));
    for words in [
        "a formal notice",
        "never saw",
        "The county",
        "How do the sides",
    ] {
        assert!(!data.contains(words), "{words}");
    }
    assert!(html.contains("a formal notice"));
}
