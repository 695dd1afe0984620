//! Absences with a date, words and an id.

use says_who_site::markdown;

use crate::fixture_pages::{edited_library, main_of, page, written};

const LATER: &str = "bridge-repair/points/later-notice.toml";
const SEARCHED: &str = "searched = [\"courier-bridge-closes\"]";
const WITH_WORDS: &str = r#"id = "county-declined"
searched = ["courier-bridge-closes"]
when = { date = 2021-03-12 }
words = "“No comment,” an office clerk said."
source = "courier-bridge-closes"
not-verified = "No copy of the page is kept to search.""#;

#[test]
fn an_absence_with_an_id_has_a_page_of_its_own() {
    let library = edited_library(|path, text| {
        if path == LATER {
            text.replacen(SEARCHED, WITH_WORDS, 1)
        } else {
            text
        }
    });
    let dispute = library.dispute("bridge-repair").unwrap();
    let text = markdown(&library.site, dispute);
    let pages = written(library);
    let own = page(&pages, "bridge-repair/county-declined/index.html");
    insta::assert_snapshot!("absence", main_of(own));
    let whole = page(&pages, "bridge-repair/index.html");
    assert!(whole.contains("id=\"county-declined\""));
    let address = "<loc>https://example.org/repo/bridge-repair/county-declined/</loc>";
    assert!(page(&pages, "sitemap.xml").contains(address));
    let line = text.lines().find(|line| line.contains("No comment"));
    insta::assert_snapshot!("absence_in_markdown", line.unwrap());
}
