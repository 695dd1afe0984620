//! What a page says about the source of a statement.

use std::path::Path;

use says_who_model::read;
use says_who_site::markdown;

use crate::fixture_pages::{edited, main_of, page, pages, written};

#[test]
fn the_date_line_does_not_mention_the_translation() {
    let pages = pages();
    let main = main_of(page(&pages, "bridge-repair/clerk-on-register/index.html"));
    let translated = main.find("Original in French.").unwrap();
    let day = main.find("class=\"sourcing__day\">").unwrap();
    assert!(translated < day, "{main}");
    let below = main[day..].split("</p>").next().unwrap();
    assert!(below.contains("The date comes from"), "{below}");
    assert!(!below.contains("French"), "{below}");
}

#[test]
fn publications_of_a_speaker_or_their_side_are_called_their_own() {
    let outlet = |name: &str| {
        edited(|path, text| match path {
            "bridge-repair/sources.toml" => text.replace("The Valley Courier", name),
            _ => text,
        })
    };
    for (name, item, expected) in [
        // Published by the side that the speaker speaks for.
        (
            "County",
            "engineer-sent-letter",
            "Source: County’s own publication, 10 March 2021. Partly quoted",
        ),
        (
            "the county",
            "engineer-sent-letter",
            "Source: the county’s own publication, 10 March 2021. Partly quoted",
        ),
        // Published by the speaker.
        (
            "Ada Okafor",
            "engineer-sent-letter",
            "Source: the speaker’s own publication, 10 March 2021. Partly quoted",
        ),
        (
            "The Valley Courier",
            "courier-saw-copy",
            "Source: its own report, 10 March 2021. Paraphrased",
        ),
        // Published by anybody else, including the other side.
        (
            "Town",
            "engineer-sent-letter",
            "Source: Town, 10 March 2021. Partly quoted",
        ),
        (
            "The Valley Courier",
            "engineer-sent-letter",
            "Source: The Valley Courier, 10 March 2021. Partly quoted",
        ),
    ] {
        let pages = outlet(name);
        let main = main_of(page(&pages, &format!("bridge-repair/{item}/index.html")));
        assert!(main.contains(&format!(">{expected}")), "{expected}: {main}");
    }
    // A source without a link is called the same.
    let pages = edited(|path, text| match path {
        "bridge-repair/sources.toml" => text.replace("Valley Radio", "Jo Lind"),
        _ => text,
    });
    let main = main_of(page(&pages, "bridge-repair/mayor-county-pays/index.html"));
    assert!(
        main.contains(">Source: the speaker’s own publication, 9 March 2021. Paraphrased"),
        "{main}"
    );
}

#[test]
fn a_cut_quotation_is_labelled() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let mut files = says_who_files::read_folder(&fixture).unwrap();
    for file in &mut files {
        if file.path.ends_with("quotations.toml") {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            let cut = |text: &str, words: &str, cut: &str| {
                let whole = format!("{words}\", whole = true");
                assert!(text.contains(&whole));
                text.replace(&whole, &format!("{words}\", {cut}"))
            };
            let text = cut(
                &text,
                "heard of it.",
                "cut = \"sentence\", confirmed = 2026-11-28",
            );
            let text = cut(&text, "\"formal notice", "cut = \"passage\", marked = true");
            file.bytes = text.into_bytes();
        }
    }
    let library = read::library("data", &files).unwrap();
    let markdown = markdown(&library.site, &library.disputes[0]);
    assert!(markdown.contains("Part of a sentence"), "{markdown}");
    let pages = written(library);
    for (path, said) in [
        (
            "bridge-repair/mayor-never-saw-it/index.html",
            "Part of a sentence.",
        ),
        (
            "bridge-repair/closure-letter/index.html",
            "Part of a longer quotation.",
        ),
    ] {
        let main = main_of(page(&pages, path));
        assert_eq!(main.matches(said).count(), 1, "{main}");
    }
}
