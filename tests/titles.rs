//! Titles are unique: of the pages of a site, and of the entries of a feed. Links on
//! a page that lead to different places have different names.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use atom_syndication::Feed;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use says_who_bundle::Bundle;
use says_who_model::Library;
use says_who_model::read::{InputFile, library};
use says_who_routes::Base;
use says_who_site::{File, Site};
use says_who_tests::{sized, stress};
use toml::{Table, Value};

fn read(files: &[InputFile]) -> Library {
    library("data", files).unwrap_or_else(|report| panic!("{report}"))
}

fn written(library: Library) -> Vec<File> {
    let library = Arc::new(library);
    let base: Base = "/repo/".parse().unwrap();
    let bundle = Bundle::for_tests();
    let site = Site::new(&library, &bundle, &base, Some("https://example.org")).unwrap();
    site.files()
}

fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    &files.iter().find(|file| file.path == path).unwrap().text
}

/// The title in a page's head.
fn title(html: &str) -> String {
    let head = html.split_once("</head>").unwrap().0;
    let after = head.split_once("<title>").unwrap().1;
    after.split_once("</title>").unwrap().0.to_owned()
}

/// Whether a page redirects, because its id is an alias; an embed page does if its
/// page does.
fn is_redirect(files: &[File], path: &str) -> bool {
    let own = path.strip_prefix("embed/").unwrap_or(path);
    text(files, own).contains("http-equiv=\"refresh\"")
}

/// Checks that the title of each page is unique, and the same in its preview. Returns
/// the number of pages.
fn count_unique_titles(files: &[File]) -> usize {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.ends_with(".html")) {
        if is_redirect(files, &file.path) {
            continue;
        }
        let title = title(&file.text);
        let read: Vec<&str> = title.split_whitespace().collect();
        let same = seen.insert(read.join(" ").to_lowercase(), &file.path);
        assert_eq!(
            same, None,
            "{} has the title of another page: {title}",
            file.path
        );
        if !file.path.starts_with("embed/") {
            let preview = format!(r#"<meta property="og:title" content="{title}">"#);
            assert!(file.text.contains(&preview), "{}", file.path);
        }
    }
    seen.len()
}

/// Checks that the title of each entry is unique in its feed.
fn assert_entry_titles_are_unique(files: &[File]) {
    for file in files.iter().filter(|file| file.path.ends_with(".atom")) {
        let feed = Feed::read_from(file.text.as_bytes()).unwrap();
        let mut titles: Vec<&str> = feed
            .entries()
            .iter()
            .map(|one| one.title().as_str())
            .collect();
        let all = titles.len();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), all, "{}: {titles:#?}", file.path);
    }
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|one| &*one.name.local == name);
    found.map(|one| one.value.to_string())
}

fn inner_text(node: &Handle) -> String {
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    node.children.borrow().iter().map(inner_text).collect()
}

/// Collects every link below a node, with its accessible name and target. A link in a
/// table is announced with its column heading (technique H79 of WCAG 2), so its name
/// begins with the number of its column.
fn links(node: &Handle, column: usize, found: &mut Vec<(String, String)>) {
    if let NodeData::Element { name, .. } = &node.data
        && &*name.local == "a"
        && let Some(href) = attribute(node, "href")
    {
        let name = attribute(node, "aria-label").unwrap_or_else(|| inner_text(node));
        let name: Vec<&str> = name.split_whitespace().collect();
        // In the browser the app completes the names of share links; other links
        // are hidden from assistive technology.
        let is_heard = attribute(node, "aria-hidden").is_none();
        if is_heard && attribute(node, "data-share").is_none() {
            found.push((format!("{column} {}", name.join(" ")), href));
        }
    }
    let mut cells = 0;
    for child in node.children.borrow().iter() {
        if matches!(&child.data, NodeData::Element { name, .. } if &*name.local == "td") {
            cells += 1;
        }
        let column = if cells == 0 { column } else { cells };
        links(child, column, found);
    }
}

/// The target of a link. The page of an item and its place on the page of the whole
/// dispute count as the same target, whatever version the link has. Other queries are
/// different views, and so different targets.
fn target(href: &str) -> String {
    if let Some((_, asked)) = href.split_once('?')
        && !asked.starts_with("v=")
    {
        return href.to_owned();
    }
    let href = href.split('?').next().unwrap();
    let id = match href.split_once('#') {
        Some((_, id)) => id,
        None => href.trim_end_matches('/').rsplit('/').next().unwrap(),
    };
    id.to_owned()
}

/// Checks that links with the same name have the same target.
fn assert_link_names_are_unambiguous(html: &str, path: &str) {
    let tree = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut found = Vec::new();
    links(&tree.document, 0, &mut found);
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (name, href) in found {
        let target = target(&href);
        let other = seen.insert(name.clone(), target.clone());
        assert!(
            other.as_ref().is_none_or(|other| *other == target),
            "{path}: {name} leads to {other:?} and to {target}"
        );
    }
}

fn fixture() -> Vec<InputFile> {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    says_who_files::read_folder(&fixture).unwrap()
}

#[test]
fn titles_in_the_fixtures_are_unique() {
    let large = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture-large");
    for library in [read(&fixture()), says_who_files::library(&large).unwrap()] {
        let disputes: Vec<String> = library
            .disputes
            .iter()
            .map(|one| one.id.to_string())
            .collect();
        let files = written(library);
        assert!(count_unique_titles(&files) > 60);
        assert_entry_titles_are_unique(&files);
        for id in disputes {
            for page in ["", "share/", "figures/", "print/"] {
                let path = format!("{id}/{page}index.html");
                assert_link_names_are_unambiguous(text(&files, &path), &path);
            }
        }
    }
}

#[test]
fn a_statement_is_titled_with_its_speaker_and_first_words() {
    let files = written(read(&fixture()));
    for (item, expected) in [
        (
            "mayor-never-saw-it",
            "Jo Lind: “We never saw it &lt;or&gt; heard of it.”",
        ),
        (
            "clerk-on-register",
            "A town clerk: “Nothing in the register.”",
        ),
        (
            "engineer-sent-letter",
            "Ada Okafor: “a formal notice to the town hall”",
        ),
    ] {
        let html = text(&files, &format!("bridge-repair/{item}/index.html"));
        let question = "Did the county tell the town that the bridge would close?";
        assert_eq!(
            title(html),
            format!("{expected} · {question} · The Bridge Papers")
        );
        let embed = text(&files, &format!("embed/bridge-repair/{item}/index.html"));
        assert_eq!(title(embed), format!("{} (embed)", title(html)));
        // The page names the point that the statement belongs to.
        assert!(html.contains(">Was notice given before the closure?</a>"));
    }
}

#[test]
fn titles_in_generated_disputes_are_unique() {
    let folder = tempfile::tempdir().unwrap();
    stress::write(folder.path()).unwrap();
    assert!(count_unique_titles(&written(says_who_files::library(folder.path()).unwrap())) > 500);
    let folder = tempfile::tempdir().unwrap();
    let size = sized::Size {
        points: 40,
        statements: 4,
    };
    size.write(folder.path()).unwrap();
    assert!(count_unique_titles(&written(says_who_files::library(folder.path()).unwrap())) > 400);
}

/// The fixture with as many duplicates as the rules allow: one speaker says the same
/// on the same day three times, a report is listed twice, an event, a document and an
/// open question are named like the point, and the point like the whole dispute. A
/// second dispute repeats all of it.
fn fixture_with_duplicates() -> Vec<InputFile> {
    let mut files: Vec<InputFile> = Vec::new();
    for file in fixture() {
        // The register is of the unedited texts.
        if file.path.starts_with("mill-clock/") || file.path.ends_with("register.toml") {
            continue;
        }
        if !file.path.ends_with(".toml") {
            files.push(file);
            continue;
        }
        let name = file.path.rsplit('/').next().unwrap().to_owned();
        let mut table: Table = String::from_utf8(file.bytes).unwrap().parse().unwrap();
        const QUESTION: &str = "Did the county tell the town that the bridge would close?";
        match name.as_str() {
            "library.toml" => table["disputes"] = vec!["bridge-repair", "bridge-again"].into(),
            "notice-given.toml" => {
                table["question"] = QUESTION.into();
                let list = table["statement"].as_array_mut().unwrap();
                for (number, day) in [(1, "2021-03-09"), (2, "2021-03-09"), (3, "2021-03-08")] {
                    let mut again = list[1].clone();
                    again["id"] = format!("mayor-again-{number}").into();
                    let day: toml::value::Datetime = day.parse().unwrap();
                    let when = again["when"].as_table_mut().unwrap();
                    when.clear();
                    when.insert("date".to_owned(), day.into());
                    again.as_table_mut().unwrap().remove("rendering");
                    list.push(again);
                }
            }
            "sources.toml" => {
                for again in ["courier-again", "courier-once-more"] {
                    let source = table["courier-bridge-closes"].clone();
                    table.insert(again.to_owned(), source);
                }
                let other = table["courier-once-more"].as_table_mut().unwrap();
                other.insert("headline".to_owned(), "Town hall in the dark".into());
            }
            "events.toml" | "documents.toml" | "open-questions.toml" => {
                let key = match name.as_str() {
                    "events.toml" => "what",
                    "documents.toml" => "name",
                    _ => "question",
                };
                let (id, first) = table.iter().next().unwrap();
                let (id, mut first) = (id.clone(), first.clone());
                first[key] = QUESTION.into();
                table.insert(id.clone(), first.clone());
                table.insert(format!("{id}-again"), first);
            }
            "dispute.toml" => {
                let list = table["revision"].as_array_mut().unwrap();
                let correction = list[1].clone();
                list.push(correction);
            }
            _ => {}
        }
        let bytes = table.to_string().into_bytes();
        if let Some(below) = file.path.strip_prefix("bridge-repair/") {
            let path = format!("bridge-again/{below}");
            let bytes = bytes.clone();
            files.push(InputFile { path, bytes });
        }
        let path = file.path;
        files.push(InputFile { path, bytes });
    }
    files
}

#[test]
fn titles_of_duplicates_are_disambiguated() {
    let files = written(read(&fixture_with_duplicates()));
    count_unique_titles(&files);
    assert_entry_titles_are_unique(&files);
    for path in ["bridge-repair/share/index.html", "bridge-repair/index.html"] {
        assert_link_names_are_unambiguous(text(&files, path), path);
    }
    let of = |item: &str| {
        let title = title(text(&files, &format!("bridge-repair/{item}/index.html")));
        title.split(" · ").next().unwrap().to_owned()
    };
    let words = "Jo Lind: “We never saw it &lt;or&gt; heard of it.”";
    assert_eq!(of("mayor-never-saw-it"), format!("{words}, 9 March 2021"));
    assert_eq!(of("mayor-again-1"), format!("{words}, 9 March 2021 (2)"));
    assert_eq!(of("mayor-again-2"), format!("{words}, 9 March 2021 (3)"));
    assert_eq!(of("mayor-again-3"), format!("{words}, 8 March 2021"));
    let question = "Did the county tell the town that the bridge would close?";
    assert_eq!(of("notice-given"), format!("Point 1: {question}"));
    assert_eq!(
        of("courier-again"),
        "The Valley Courier, 10 March 2021: “Bridge closes &amp; drivers turn back” (2)"
    );
    assert_eq!(
        of("courier-once-more"),
        "The Valley Courier, 10 March 2021: “Town hall in the dark”"
    );
    // A second explainer of the same question is distinguished from the first.
    let whole = |id: &str| title(text(&files, &format!("{id}/index.html")));
    assert_eq!(
        whole("bridge-again"),
        format!("{question} (bridge-again) · The Bridge Papers")
    );
}

#[test]
fn a_long_title_is_truncated_between_words() {
    let mut files = fixture();
    let data = files.iter_mut().filter(|file| file.path.ends_with(".toml"));
    for file in data {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let mut table: Table = text.parse().unwrap();
        if file.path.ends_with("who-pays.toml") {
            let list = table["statement"].as_array_mut().unwrap();
            list[0]["said"] = Value::String("word ".repeat(80).trim().to_owned());
        }
        file.bytes = table.to_string().into_bytes();
    }
    files.retain(|file| !file.path.ends_with("register.toml"));
    let files = written(read(&files));
    let title = title(text(&files, "bridge-repair/mayor-county-pays/index.html"));
    let expected = format!("Jo Lind: {}… · ", "word ".repeat(12).trim());
    assert!(title.starts_with(&expected), "{title}");
}
