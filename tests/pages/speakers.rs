//! The pages of speakers, and the page of all of them.

use std::path::Path;
use std::sync::Arc;

use says_who_bundle::Bundle;
use says_who_model::Library;
use says_who_routes::{Base, Route};
use says_who_site::{File, Site};
use serde_json::{Value, json};

use crate::fixture_pages::{edited_library, main_of, page, written};

/// The fixture with a mayor who speaks on two points, last on the first one, and after
/// the as-of date, and whose id was another one before.
fn talkative_mayor() -> Library {
    edited_library(|path, text| {
        let added = match path {
            "bridge-repair/dispute.toml" => {
                r#"
[[alias]]
from = "lord-mayor"
to = "mayor"
reason = "The title was wrong."
"#
            }
            "bridge-repair/points/notice-given.toml" => {
                r#"
[[statement]]
id = "mayor-again"
speaker = "mayor"
said = "Nobody told the town."
when = { date = 2021-03-10 }
chain = [
  { hop = "said", to = "listeners" },
  { hop = "reported", source = "radio-bridge" },
]
"#
            }
            "bridge-repair/speakers.toml" => {
                r#"
[lighterman]
name = "a lighterman"
named = false
for = "third-party"
"#
            }
            _ => "",
        };
        text + added
    })
}

fn main(pages: &[File], path: &str) -> String {
    main_of(page(pages, path))
}

#[test]
fn statements_are_in_order_of_time_with_both_sides() {
    let pages = written(talkative_mayor());
    let mayor = main(&pages, "bridge-repair/mayor/index.html");
    let places: Vec<usize> = ["mayor-never-saw-it/", "mayor-county-pays/", "mayor-again/"]
        .map(|id| mayor.find(&format!("/repo/bridge-repair/{id}")).unwrap())
        .to_vec();
    assert!(places.is_sorted(), "{places:?}");
    // Every group has a cell for each side.
    let count = |text: &str| mayor.matches(text).count();
    let groups = count("<article class=\"point-brief\"");
    assert!(groups >= 3, "{mayor}");
    for side in ["first", "second"] {
        assert_eq!(
            count(&format!("<section data-side=\"{side}\" class=\"cell\"")),
            groups
        );
    }
    assert!(mayor.contains("Links to “lord-mayor” lead here. The title was wrong."));
}

#[test]
fn an_old_id_leads_to_the_speaker() {
    let pages = written(talkative_mayor());
    let old = page(&pages, "bridge-repair/lord-mayor/index.html");
    assert!(main_of(old).contains("Jo Lind"));
    assert!(old.contains(
        "<link rel=\"canonical\" href=\"https://example.org/repo/bridge-repair/mayor/\""
    ));
    let all = main(&pages, "bridge-repair/speakers/index.html");
    assert!(all.contains("id=\"lord-mayor\""), "{all}");
}

#[test]
fn somebody_without_statements_has_a_page_too() {
    let pages = written(talkative_mayor());
    let page = main(&pages, "bridge-repair/lighterman/index.html");
    for text in ["A lighterman", "Speaks for neither side.", "No statement."] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let all = main(&pages, "bridge-repair/speakers/index.html");
    assert!(all.contains("A lighterman</a>: no statement</li>"), "{all}");
}

/// No speaker is missing from the page of all of them, and none is there twice.
#[test]
fn every_speaker_is_on_the_page_of_all() {
    for folder in ["fixture", "fixture-large", "fixture-keys"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let library = says_who_files::library(&folder).unwrap();
        let pages = written(library.clone());
        for dispute in &library.disputes {
            let all = main(&pages, &format!("{}/speakers/index.html", dispute.id));
            for speaker in &dispute.speakers {
                let anchor = format!(" id=\"{}\"", speaker.id);
                assert_eq!(all.matches(&anchor).count(), 1, "{anchor}");
                let statements = dispute.statements_by(speaker);
                let own = main(&pages, &format!("{}/{}/index.html", dispute.id, speaker.id));
                for (_, statement) in statements {
                    let link = format!("/repo/{}/{}/", dispute.id, statement.id);
                    assert!(own.contains(&link), "{}: {link}", speaker.id);
                }
            }
        }
    }
}

/// The text between two marks of a page's head.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).unwrap().0
}

#[test]
fn the_head_says_who_it_is_and_what_each_side_says() {
    let pages = written(talkative_mayor());
    let mayor = page(&pages, "bridge-repair/mayor/index.html");
    assert_eq!(
        between(mayor, "<title>", "</title>"),
        "Jo Lind · Did the county tell the town that the bridge would close? · The Bridge Papers"
    );
    let description = between(mayor, "<meta name=\"description\" content=\"", "\">");
    assert!(
        description.starts_with("Jo Lind, Mayor: 3 statements. County says: ")
            && description.contains("Town says: “We never saw it")
            && description.ends_with("As of 10 March 2021."),
        "{description}"
    );
    let data = between(mayor, "<script type=\"application/ld+json\">", "</script>");
    let data: Value = serde_json::from_str(data).unwrap();
    let site = "https://example.org/repo/bridge-repair/";
    let nodes = data["@graph"].as_array().unwrap();
    let find = |id: &str| nodes.iter().find(|node| node["@id"] == id).unwrap();
    let page = find(&format!("{site}mayor/"));
    assert_eq!(page["@type"], "ProfilePage");
    let person = find(page["mainEntity"]["@id"].as_str().unwrap());
    assert_eq!(
        *person,
        json!({
            "@type": "Person",
            "@id": format!("{site}#_speaker-mayor"),
            "url": format!("{site}mayor/"),
            "name": "Jo Lind",
            "jobTitle": "Mayor",
            "memberOf": { "@id": format!("{site}#_side-town") },
        })
    );
    assert_eq!(find(&format!("{site}#_side-town"))["name"], "Town");
    assert_eq!(page["hasPart"].as_array().unwrap().len(), 3);
}

#[test]
fn the_sitemap_and_the_list_of_links_have_the_speakers() {
    let pages = written(talkative_mayor());
    let sitemap = page(&pages, "sitemap.xml");
    let share = page(&pages, "bridge-repair/share/index.html");
    for path in ["mayor/", "town-clerk/", "valley-courier/"] {
        let address = format!("https://example.org/repo/bridge-repair/{path}");
        assert!(sitemap.contains(&format!("<loc>{address}</loc>")), "{path}");
        assert!(share.contains(&address), "{path}");
    }
    assert!(sitemap.contains("/bridge-repair/speakers/</loc>"));
}

/// A single-file copy has no other pages: the list is on the only one, and each name
/// leads to the statements.
#[test]
fn a_single_file_copy_lists_the_speakers() {
    let library = Arc::new(talkative_mayor());
    let base: Base = "#".parse().unwrap();
    let bundle = Bundle::for_tests();
    let site = Site::new(&library, &bundle, &base, None).unwrap();
    let dispute = Route::Dispute("bridge-repair".parse().unwrap());
    let file = main_of(&site.page_at(&dispute).text);
    assert!(file.contains("href=\"#_speakers\""), "in the contents");
    for speaker in &library.disputes[0].speakers {
        let id = &speaker.id;
        assert!(file.contains(&format!(" id=\"{id}\"")), "{id}: {file}");
        assert!(file.contains(&format!("href=\"#{id}\"")), "{id}: {file}");
    }
    assert!(file.contains("<a href=\"?speaker=mayor#_points\">Jo Lind</a>, Mayor: 3 statements"));
    assert!(!file.contains("/speakers/"), "{file}");
}
