//! The pages of a small dispute, as the app renders them.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::path::Path;
use std::sync::Arc;

use says_who_bundle::Bundle;
use says_who_model::{Library, read};
use says_who_routes::Base;
use says_who_site::{File, Site, markdown};

/// Every page of the fixture under `/repo/`.
fn pages() -> Vec<File> {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    written(says_who_files::library(&fixture).unwrap())
}

fn written(library: Library) -> Vec<File> {
    let library = Arc::new(library);
    let base: Base = "/repo/".parse().unwrap();
    let bundle = Bundle::for_tests();
    let site = Site::new(&library, &bundle, &base, Some("https://example.org")).unwrap();
    site.files()
}

/// The content of `<main>`, one line per block, without Yew's comment nodes.
fn main_of(html: &str) -> String {
    let start = html.find("<main").unwrap();
    let end = html.find("</main>").unwrap();
    let mut rest = &html[start..end];
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        plain.push_str(before);
        rest = after.split_once("-->").unwrap().1;
    }
    plain.push_str(rest);
    for block in [
        "<p", "<h", "<li", "<ul", "<ol", "<section", "<article", "<details", "<div", "<nav",
    ] {
        plain = plain.replace(block, &format!("\n{block}"));
    }
    plain
}

fn page<'a>(pages: &'a [File], path: &str) -> &'a str {
    &pages.iter().find(|page| page.path == path).unwrap().text
}

#[test]
fn each_kind_of_page() {
    let pages = pages();
    for (name, path) in [
        ("home", "index.html"),
        ("about", "about/index.html"),
        ("missing", "404.html"),
        ("dispute", "bridge-repair/index.html"),
        ("point", "bridge-repair/who-pays/index.html"),
        ("statement", "bridge-repair/mayor-never-saw-it/index.html"),
        ("gone", "bridge-repair/mayor-first-remark/index.html"),
        ("document", "bridge-repair/closure-letter/index.html"),
        ("event", "bridge-repair/bridge-closed/index.html"),
        ("source", "bridge-repair/radio-bridge/index.html"),
        ("open_question", "bridge-repair/letter-received/index.html"),
        ("share_index", "bridge-repair/share/index.html"),
        ("figures", "bridge-repair/figures/index.html"),
        ("print", "bridge-repair/print/index.html"),
        ("embed", "embed/bridge-repair/mayor-never-saw-it/index.html"),
        ("embed_whole", "embed/bridge-repair/index.html"),
        ("with_positions", "mill-clock/index.html"),
        ("summary", "mill-clock/millers-want-it-to-run/index.html"),
        ("later_document", "mill-clock/winding-letter/index.html"),
        ("later_point", "mill-clock/clock-runs-again/index.html"),
        (
            "later_embed",
            "embed/mill-clock/clock-runs-again/index.html",
        ),
    ] {
        insta::assert_snapshot!(name, main_of(page(&pages, path)));
    }
}

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

#[test]
fn every_item_has_its_files_and_every_old_id_a_page() {
    let pages = pages();
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    insta::assert_snapshot!(paths.join("\n"));
}

#[test]
fn an_outlets_summary_is_cited_as_the_outlets_and_every_author_by_name() {
    let pages = pages();
    let cited: Vec<&str> = [
        "mill-clock/millers-want-it-to-run/cite.txt",
        "mill-clock/millers-want-it-to-run/cite.json",
        "mill-clock/herald-clock-stops/cite.txt",
        "mill-clock/herald-clock-stops/cite.bib",
        "mill-clock/herald-clock-stops/cite.ris",
        "mill-clock/herald-clock-stops/cite.json",
    ]
    .into_iter()
    .map(|path| page(&pages, path))
    .collect();
    insta::assert_snapshot!(cited.join("\n\n"));
}

/// The fixture with files changed by `edit`.
fn edited(edit: impl Fn(&str, String) -> String) -> Vec<File> {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let mut files = says_who_files::read_folder(&fixture).unwrap();
    // The register is of the unedited texts.
    files.retain(|file| !file.path.ends_with("register.toml"));
    for file in &mut files {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = edit(&file.path, text).into_bytes();
    }
    written(read::library("data", &files).unwrap_or_else(|report| panic!("{report}")))
}

#[test]
fn a_status_and_the_lines_below_it_do_not_contradict_each_other() {
    let lines = "accepted = \"Money is needed.\"\ncontested = \"Whether the county has to pay.\"\n";
    let both = |text: &str, status: &str| {
        let text = text.replace("status = \"one-side-only\"", "");
        text.replace("status = \"not-addressed\"", "")
            .replace("status = \"disputed-fact\"", "")
            .replace("accepted = \"A letter was written.\"", "")
            .replace(
                "contested = \"Whether it was a notice, and whether it arrived.\"",
                "",
            )
            .replacen("\n[[", &format!("\nstatus = \"{status}\"\n{lines}\n[["), 1)
    };
    for (point, status, shown, accepted, contested) in [
        (
            "who-pays",
            "one-side-only",
            "Only one side has spoken",
            "Not in dispute",
            "At issue",
        ),
        (
            "later-notice",
            "not-addressed",
            "Neither side has addressed it",
            "Not in dispute",
            "At issue",
        ),
        (
            "notice-given",
            "agreed",
            "Agreed",
            "Common ground",
            "Left open",
        ),
        (
            "notice-given",
            "disputed-fact",
            "In dispute",
            "Common ground",
            "Where they differ",
        ),
        (
            "notice-given",
            "disputed-characterisation",
            "Described differently",
            "Common ground",
            "Where they differ",
        ),
    ] {
        let file = format!("bridge-repair/points/{point}.toml");
        let pages = edited(|path, text| {
            if path == file {
                both(&text, status)
            } else {
                text
            }
        });
        let main = main_of(page(&pages, &format!("bridge-repair/{point}/index.html")));
        let at = |words: &str| {
            let found = main.find(words);
            found.unwrap_or_else(|| panic!("{words} is not in {main}"))
        };
        assert!(at(&format!(">{shown}<")) < at(&format!("<b>{accepted}:</b>")));
        assert!(at(&format!("<b>{accepted}:</b>")) < at(&format!("<b>{contested}:</b>")));
        let labels = [
            "Common ground",
            "Not in dispute",
            "Where they differ",
            "Left open",
            "At issue",
        ];
        assert_eq!(
            labels
                .iter()
                .map(|label| main.matches(&format!("<b>{label}:</b>")).count())
                .sum::<usize>(),
            2
        );
    }
}

/// A speaker who is quoted twice by one outlet on one day is named once; each
/// statement has its own link, with a distinct accessible name.
#[test]
fn a_position_names_a_speaker_once() {
    let more = |id: &str| {
        format!(
            "\n[[statement]]\nid = \"{id}\"\nspeaker = \"master\"\nsaid = \"The mill was told nothing, {id}.\"\nwhen = {{ date = 2021-06-02 }}\nchain = [\n  {{ hop = \"said\", to = \"not stated in the source\" }},\n  {{ hop = \"reported\", source = \"herald-clock-stops\" }},\n]\n"
        )
    };
    let pages = edited(|path, text| match path {
        "mill-clock/points/clock-agreed.toml" => text + &more("second") + &more("third"),
        "mill-clock/dispute.toml" => text.replace(
            "rests-on = [\"master-not-asked\", \"millers-want-it-to-run\"]",
            "rests-on = [\"master-not-asked\", \"second\", \"third\"]",
        ),
        _ => text,
    });
    let main = main_of(page(&pages, "mill-clock/index.html"));
    let by = main.split("position__by").nth(2).unwrap();
    let by = by.split("</p>").next().unwrap();
    let first = "Tom Brock, 2 June 2021 (The Vale Herald)";
    assert_eq!(by.matches(&format!(">{first}</a>")).count(), 1, "{by}");
    assert_eq!(by.matches(">also here</a>").count(), 2, "{by}");
    for (id, heard) in [("second", "also here"), ("third", "also here (3)")] {
        let link = format!("#{id}\" aria-label=\"{first}, {heard}\"");
        assert!(by.contains(&link), "{link} is not in {by}");
    }
}

#[test]
fn the_date_line_does_not_mention_the_translation() {
    let pages = pages();
    let main = main_of(page(&pages, "bridge-repair/clerk-on-register/index.html"));
    let translated = main.find("Original in French.").unwrap();
    let day = main.find("class=\"sourcing__day\">").unwrap();
    assert!(translated < day, "{main}");
    let below = main[day..].split("</p>").next().unwrap();
    assert!(below.contains("The report gives no day."), "{below}");
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
            "Source: their own publication, 10 March 2021. Partly quoted",
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
        main.contains(">Source: their own publication, 9 March 2021. Paraphrased"),
        "{main}"
    );
}

#[test]
fn the_period_covered_is_labelled_and_not_repeated() {
    let pages = pages();
    let line = |path: &str| {
        let main = main_of(page(&pages, path));
        let line = main.split_once("class=\"as-of\">").unwrap().1;
        line.split_once("</p>").unwrap().0.to_owned()
    };
    let of_bridge = line("bridge-repair/index.html");
    assert!(of_bridge.contains("As of <time"), "{of_bridge}");
    assert!(of_bridge.contains("Covers: <span"), "{of_bridge}");
    assert!(of_bridge.contains(">Spring 2021</span>"), "{of_bridge}");
    // Not if the as-of date, here 2 June 2021, already says it.
    assert!(!line("mill-clock/index.html").contains("Covers"));
    let library =
        says_who_files::library(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture")).unwrap();
    assert!(
        markdown(&library.site, &library.disputes[0])
            .contains("**As of 10 March 2021.** Covers: Spring 2021.")
    );
    assert!(!markdown(&library.site, &library.disputes[1]).contains("Covers"));
}

#[test]
fn text_from_data_is_never_markup() {
    for page in pages() {
        let markup = page.path.ends_with(".html");
        assert!(!(markup && page.text.contains("<or>")), "{}", page.path);
    }
}

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

#[test]
fn the_same_data_gives_the_same_bytes() {
    assert_eq!(pages(), pages());
}

/// Previews of a dispute show what its page begins with.
#[test]
fn the_positions_lead_the_dispute_page_and_its_previews() {
    let pages = pages();
    let says = [
        "The parish says: The clock was stopped “by common consent”.",
        "The millers say: “Nobody asked the mill”, and the clock should run.",
    ];
    let whole = page(&pages, "mill-clock/index.html");
    let head = whole.split_once("</head>").unwrap().0;
    for said in says {
        assert!(head.contains(said), "{said} in {head}");
    }
    for path in ["mill-clock/index.html", "embed/mill-clock/index.html"] {
        let main = main_of(page(&pages, path));
        assert_eq!(
            main.matches("class=\"position__head\"").count(),
            2,
            "{main}"
        );
        assert!(main.contains("<span class=\"verbatim\">“by common consent”</span>"));
        assert!(main.contains("What happened next:"), "{main}");
    }
    // Without positions, the embed begins with the first point, and the page with the
    // summary.
    let framed = main_of(page(&pages, "embed/bridge-repair/index.html"));
    assert!(framed.contains("County says") && framed.contains("Town says"));
    let whole = main_of(page(&pages, "bridge-repair/index.html"));
    assert!(!whole.contains("position__head"));
    let (summary, map) = (
        whole.find("opening__summary").unwrap(),
        whole.find("status-map").unwrap(),
    );
    assert!(summary < map);
}
