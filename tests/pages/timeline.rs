//! The timeline: what it has, and where it is.

use crate::fixture_pages::{edited, main_of, page, pages};

/// The timeline on a page.
fn timeline(main: &str) -> &str {
    let start = main.find("<section class=\"timeline\"").unwrap();
    let end = main[start..]
        .find("aria-labelledby=\"_")
        .unwrap_or(main.len() - start);
    &main[start..start + end]
}

#[test]
fn the_timeline_says_how_wide_and_how_sure_each_date_is() {
    let pages = edited(|path, text| match path {
        "bridge-repair/events.toml" => {
            let dates = [
                ("first", "date = 2020-09-01"),
                ("second", "date = 2020-11-10"),
                ("month", r#"date = "2021-02""#),
                ("about", r#"date = "2021-02-10~""#),
                ("range", r#"date = "2021-02-20/2021-02-22""#),
                ("earlier", r#"date = "../2021-03-01""#),
                ("later", r#"date = "2021-03-02/..""#),
                ("unknown", r#"unknown = "The minutes have no date.""#),
            ];
            let events = dates.map(|(id, date)| {
                format!(
                    "\n[event-{id}]\nwhat = \"The council met, {id}.\"\nwhen = {{ {date} }}\nsources = [\"radio-bridge\"]\npoints = [\"who-pays\"]\n"
                )
            });
            text + &events.concat()
        }
        "bridge-repair/points/who-pays.toml" => text.replace(
            "when = { date = 2021-03-09 }",
            "when = { unknown = \"The programme is not dated.\" }",
        ),
        _ => text,
    });
    let main = main_of(page(&pages, "bridge-repair/index.html"));
    insta::assert_snapshot!("timeline_of_dates", timeline(&main));
    // The id of each event is on the page once.
    for id in [
        "event-month",
        "event-unknown",
        "bridge-closed",
        "second-letter",
    ] {
        assert_eq!(main.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn a_long_timeline_has_a_page_of_its_own() {
    let of_fixture = pages();
    let path = "bridge-repair/timeline/index.html";
    assert!(of_fixture.iter().all(|page| page.path != path));
    let pages = edited(|path, text| match path {
        "bridge-repair/points/who-pays.toml" => {
            let more = (1..=100).map(|number| {
                format!(
                    "\n[[statement]]\nid = \"remark-{number}\"\nspeaker = \"mayor\"\nsaid = \"Remark number {number}.\"\nwhen = {{ date = 2021-03-09 }}\nchain = [\n  {{ hop = \"said\", to = \"listeners\" }},\n  {{ hop = \"reported\", source = \"radio-bridge\" }},\n]\n"
                )
            });
            text + &more.collect::<String>()
        }
        _ => text,
    });
    let whole = main_of(page(&pages, "bridge-repair/index.html"));
    assert!(!whole.contains("<section class=\"timeline\""));
    assert!(whole.contains(
        "<a href=\"/repo/bridge-repair/timeline/\">All 107 events and statements, in order of time</a>"
    ));
    let own = page(&pages, path);
    assert!(own.contains("<title>Timeline · Did the county"), "{own}");
    let own = main_of(own);
    assert_eq!(
        own.matches("timeline__entry timeline__entry--").count() + 1,
        107
    );
    for id in ["bridge-closed", "second-letter", "remark-100"] {
        let link = format!("<a href=\"/repo/bridge-repair/#{id}\">");
        assert_eq!(own.matches(&link).count(), 1, "{id}");
        assert!(!own.contains(&format!(" id=\"{id}\"")), "{id}");
        assert_eq!(whole.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
    assert!(own.contains("Continued: <a href=\"/repo/bridge-repair/#_after\">"));
}
