//! What pages, Markdown and citations say of sources, chains and renderings of which
//! more or less is known.

use says_who_model::Library;
use says_who_site::markdown;

use crate::fixture_pages::{edited_library, main_of, page, written};

const CHAIN: &str = r#"  { hop = "unknown", note = "The station does not say." },
  { hop = "passed-on", by = "a clerk", how = "by telephone", where = "in the town hall", when = { date = "2021-03" } },
  { hop = "carried", source = "radio-bridge", at = "minute 14:20" },
"#;

const SOURCE: &str = r#"headline-unknown = "The recording begins after it."
description = "A broadcast on the bridge"
kind = "audio"
agency = "County Wire"
retrieved = 2021-03-12
copy-read-at = "archive.example"
"#;

fn library() -> Library {
    edited_library(|path, text| {
        match path {
        "bridge-repair/points/who-pays.toml" => text
            .replace(
                "  { hop = \"said\", to = \"listeners\" },\n  { hop = \"reported\", source = \"radio-bridge\" },\n",
                CHAIN,
            )
            .replace("pay.\"\n", "pay.\"\nindirect = true\n"),
        "bridge-repair/points/notice-given.toml" => text.replace(
            "attributed-to = \"the mayor's office\"\n",
            "attributed-to = \"the mayor's office\"\nnote = \"Repeated at noon.\"\n",
        ),
        "bridge-repair/sources.toml" => {
            text.replace("headline = \"Mayor on the bridge\"\n", SOURCE)
        }
        _ => text,
    }
    })
}

/// The text without tags.
fn plain(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let text = parts.map(|(index, part)| match part.split_once('>') {
        Some((_, text)) if index > 0 => text,
        _ => part,
    });
    text.collect::<String>()
}

#[track_caller]
fn assert_has(text: &str, all: &[&str]) {
    for one in all {
        assert!(text.contains(one), "{one}: {text}");
    }
}

#[test]
fn a_chain_says_what_is_known_of_each_step() {
    let pages = written(library());
    let main = main_of(page(&pages, "bridge-repair/mayor-county-pays/index.html"));
    let text = plain(&main);
    assert_has(
        &text,
        &[
            "The way from Jo Lind to a clerk is not known: The station does not say.",
            "Passed on by a clerk, by telephone, in the town hall, March 2021,",
            "carried by ",
            "A broadcast on the bridge, minute 14:20.",
            "Source: way not known → a clerk → County Wire → Valley Radio, 9 March 2021. In the outlet’s own words",
            "In the outlet’s own words; speaker named. Dated 9 March 2021.",
        ],
    );
    assert!(!text.contains("“A broadcast"), "{text}");
    let rendered = main_of(page(&pages, "bridge-repair/mayor-never-saw-it/index.html"));
    assert_has(&rendered, &["Repeated at noon."]);
}

#[test]
fn a_source_without_a_headline_is_described() {
    let pages = written(library());
    let html = page(&pages, "bridge-repair/radio-bridge/index.html");
    let main = main_of(html);
    assert_has(
        &plain(&main),
        &[
            "A broadcast on the bridge",
            "Audio. The headline is not known: The recording begins after it. Carries a report by County Wire. Read in a copy at archive.example. Read on 12 March 2021.",
        ],
    );
    assert!(!main.contains("“A broadcast"), "{main}");
    let described = main.find("A broadcast on the bridge").unwrap();
    assert!(!main[..described].ends_with("dir=\"auto\">"), "{main}");
    assert_has(
        html,
        &[
            "\"AudioObject\"",
            "\"description\":\"A broadcast on the bridge\"",
        ],
    );
}

#[test]
fn the_markdown_says_the_same() {
    let library = library();
    assert_has(
        &markdown(&library.site, &library.disputes[0]).replace('\\', ""),
        &[
            "The way from Jo Lind to a clerk is not known: The station does not say. Passed on by a clerk,",
            "minute 14:20.",
            "In the outlet’s own words.",
            "Repeated at noon.",
            "Carries a report by County Wire.",
        ],
    );
}

#[test]
fn a_citation_has_the_place_in_the_source_and_the_day_of_reading() {
    let pages = written(library());
    for (path, texts) in [
        (
            "bridge-repair/mayor-county-pays/index.html",
            "The county has to pay [indirect speech]. Valley Radio, A broadcast on the bridge, 9 March 2021, minute 14:20.",
        ),
        (
            "bridge-repair/radio-bridge/index.html",
            "Read on 12 March 2021. The Bridge Papers",
        ),
    ] {
        assert_has(&plain(&main_of(page(&pages, path))), &[texts]);
    }
}
