//! Names in other scripts, and the direction of texts.

use says_who_site::markdown;

use crate::fixture_pages::{edited, edited_library, main_of, page};

/// A newspaper and a speaker whose names are Arabic.
fn with_arabic_names(path: &str, text: String) -> String {
    match path {
        "bridge-repair/sources.toml" => text.replace("The Valley Courier", "الحرية"),
        "bridge-repair/speakers.toml" => text.replace(
            "name = \"Jo Lind\"",
            "name = \"Jo Lind\"\nown-name = { text = \"يو ليند\", language = \"ar\" }\nother-spellings = [\"Jo Lindh\", \"Yo Lind\"]",
        ),
        _ => text,
    }
}

fn markdown_with_arabic_names() -> String {
    let library = edited_library(with_arabic_names);
    markdown(&library.site, &library.disputes[0])
}

#[test]
fn a_name_that_runs_the_other_way_is_isolated() {
    let pages = edited(with_arabic_names);
    let source = main_of(page(
        &pages,
        "bridge-repair/courier-bridge-closes/index.html",
    ));
    assert!(source.contains("<bdi>الحرية</bdi>"), "{source}");
    let statement = page(&pages, "bridge-repair/engineer-sent-letter/index.html");
    assert!(
        statement.contains("\u{2068}الحرية\u{2069}, 10 March 2021"),
        "{statement}"
    );
    // So is every one of its occurrences in the text of the page.
    let main = main_of(statement).replace("<bdi>", "\u{2068}");
    let texts = main
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text: String = texts.collect();
    for (at, _) in text.match_indices("الحرية") {
        assert!(text[..at].ends_with('\u{2068}'), "{text}");
    }
    let text = markdown_with_arabic_names();
    assert!(
        text.contains("\u{2068}الحرية\u{2069}, 10 March 2021"),
        "{text}"
    );
}

#[test]
fn no_direction_is_guessed_from_the_first_letter() {
    let pages = edited(with_arabic_names);
    let html = pages.iter().filter(|page| page.path.ends_with(".html"));
    for page in html {
        let main = page.text.split("<main").nth(1).unwrap_or_default();
        // What a reader types can be in any language.
        let inputs = main.matches("<input").count();
        assert!(
            main.matches("dir=\"auto\"").count() <= inputs,
            "{}",
            page.path
        );
    }
    let arabic = edited(|path, text| match path {
        "bridge-repair/points/notice-given.toml" => text.replace(
            "said = \"“We never saw it <or> heard of it.”\"",
            "said = \"“BBC عربي”\"\nlanguage = \"ar\"\nnot-verified = \"A broadcast.\"",
        ),
        _ => text,
    });
    let main = main_of(page(&arabic, "bridge-repair/mayor-never-saw-it/index.html"));
    assert!(main.contains("lang=\"ar\" dir=\"rtl\""), "{main}");
}

#[test]
fn a_speakers_other_names_are_in_the_details() {
    let pages = edited(with_arabic_names);
    let names =
        "Name in Arabic: <bdi lang=\"ar\" dir=\"rtl\">يو ليند</bdi>. Also spelt Jo Lindh, Yo Lind.";
    let main = main_of(page(&pages, "bridge-repair/mayor-never-saw-it/index.html"));
    let details = main.split("sourcing__day").nth(1).unwrap();
    assert!(
        details.split("</p>").next().unwrap().contains(names),
        "{main}"
    );
    let other = main.split("id=\"engineer-sent-letter\"").nth(1).unwrap();
    let other = other.split("</article>").next().unwrap();
    assert!(!other.contains("Also spelt"), "{other}");
    let text = markdown_with_arabic_names();
    assert!(
        text.contains("Name in Arabic: \u{2068}يو ليند\u{2069}. Also spelt Jo Lindh, Yo Lind."),
        "{text}"
    );
    let page = page(&pages, "bridge-repair/mayor-never-saw-it/index.html");
    let json = "\"alternateName\":[\"يو ليند\",\"Jo Lindh\",\"Yo Lind\"]";
    assert!(page.contains(json), "{page}");
}
