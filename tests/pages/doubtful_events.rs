//! Events that are disputed or retracted.

use says_who_site::markdown;

use crate::fixture_pages::{edited_library, main_of, page, pages, written};

const POINTS: &str = "points = [\"notice-given\", \"who-pays\"]";

const DISPUTED: &str = r#"points = ["notice-given"]
disputed = true

[[bridge-closed.account]]
by-side = "county"
said = "The county says that it closed the bridge on Monday."
source = "courier-bridge-closes"

[[bridge-closed.account]]
by = "valley-courier"
said = "The newspaper saw cars on it on Tuesday."
source = "courier-bridge-closes"
"#;

#[test]
fn a_disputed_event_is_never_stated_as_a_fact() {
    let what = "The county closed the Mill Bridge.";
    let before = pages();
    let marked = "Disputed";
    let named: Vec<&str> = before
        .iter()
        .filter(|page| page.text.contains(what))
        .map(|page| page.path.as_str())
        .collect();
    let library = edited_library(|path, text| {
        if path == "bridge-repair/events.toml" {
            text.replace(POINTS, DISPUTED)
        } else {
            text
        }
    });
    let dispute = library.dispute("bridge-repair").unwrap();
    let text = markdown(&library.site, dispute);
    let after = written(library);
    for path in named {
        // These are the data as it is written.
        if path.ends_with(".json") && !path.ends_with("cite.json") {
            continue;
        }
        let page = page(&after, path);
        assert!(page.contains(marked), "{path}");
    }
    let event = page(&after, "bridge-repair/bridge-closed/index.html");
    insta::assert_snapshot!("disputed_event", main_of(event));
    assert!(event.contains("\"@type\":\"Claim\""));
    assert!(!event.contains("\"@type\":\"Event\""));
    let line = text.lines().skip_while(|line| !line.contains(what));
    let lines: Vec<&str> = line.take(4).collect();
    insta::assert_snapshot!("disputed_event_in_markdown", lines.join("\n"));
}

#[test]
fn a_name_in_an_account_is_isolated() {
    let library = edited_library(|path, text| match path {
        "bridge-repair/events.toml" => text.replace(POINTS, DISPUTED),
        "bridge-repair/speakers.toml" => text.replace("The Valley Courier", "الحرية"),
        "bridge-repair/dispute.toml" => text.replace("name = \"Town\"", "name = \"المدينة\""),
        _ => text,
    });
    let text = markdown(&library.site, library.dispute("bridge-repair").unwrap());
    let by = "The newspaper saw cars on it on Tuesday. — \u{2068}الحرية\u{2069} (";
    assert!(text.contains(by), "{text}");
    let none = "\u{2068}المدينة\u{2069}: no account of it found.";
    assert!(text.contains(none), "{text}");
    let pages = written(library);
    let event = main_of(page(&pages, "bridge-repair/bridge-closed/index.html"));
    assert!(event.contains("<bdi>الحرية</bdi> ("), "{event}");
    assert!(event.contains(none), "{event}");
}
