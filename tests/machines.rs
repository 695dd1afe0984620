//! Machine-readable output: structured data in the heads of pages, feeds, the
//! sitemap, and the disputes in other formats.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[path = "support/vocabulary.rs"]
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atom_syndication::Feed;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use roxmltree::Document;
use says_who_bundle::Bundle;
use says_who_formats::format::{Dispute, Id, Statement};
use says_who_formats::sheet;
use says_who_model::RevisionKind;
use says_who_model::read::{InputFile, library};
use says_who_routes::Base;
use says_who_site::{File, Site, markdown};
use says_who_tests::stress::{MARKUP, QUOTED};
use says_who_tests::{Browser, Engine, Script, base, files, in_every_engine, site};
use serde_json::{Value, json};

use vocabulary::Vocabulary;

in_every_engine! {
    structured_data_does_not_violate_the_csp,
}

/// The built sites to check: the large one with a host, the fixture without, and the
/// stress test.
const SITES: [&str; 3] = ["repo", "a-b", "stress"];

/// The part of full URLs before the base path.
fn origin(site: &str) -> &'static str {
    match site {
        "repo" => "https://example.org",
        _ => "",
    }
}

/// A file of a built site.
fn read(site_name: &str, path: &str) -> String {
    let path = site(site_name).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn has(site_name: &str, path: &str) -> bool {
    site(site_name).join(path).exists()
}

/// Every page of a site, by its path relative to the site's folder.
fn pages(name: &str) -> Vec<(String, String)> {
    let folder = site(name);
    let html = |file: &PathBuf| {
        file.extension()
            .is_some_and(|extension| extension == "html")
    };
    let pages = files(&folder).into_iter().filter(html).map(|file| {
        let path = file.strip_prefix(&folder).unwrap().to_str().unwrap();
        (path.to_owned(), fs::read_to_string(&file).unwrap())
    });
    pages.collect()
}

/// The disputes of a site, in the form in which it publishes them.
fn disputes(name: &str) -> Vec<Dispute> {
    let folder = site(name);
    let top = fs::read_dir(&folder).unwrap();
    let mut names: Vec<String> = top
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter(|file| {
            file.ends_with(".json") && !file.contains(".schema.") && file != "build.json"
        })
        .collect();
    names.sort();
    assert!(!names.is_empty(), "{name}");
    let json = names.iter().map(|file| read(name, file));
    json.map(|json| serde_json::from_str(&json).unwrap())
        .collect()
}

/// The data blocks of a page as a browser's parser finds them, each with its parent
/// element.
fn blocks(html: &str) -> Vec<(String, String)> {
    fn look(node: &Handle, parent: &str, found: &mut Vec<(String, String)>) {
        let mut name = parent.to_owned();
        if let NodeData::Element {
            name: element,
            attrs,
            ..
        } = &node.data
        {
            name = element.local.to_string();
            let data = attrs
                .borrow()
                .iter()
                .any(|one| &*one.name.local == "type" && &*one.value == "application/ld+json");
            if name == "script" && data {
                let children = node.children.borrow();
                let texts = children.iter().map(|child| match &child.data {
                    NodeData::Text { contents } => contents.borrow().to_string(),
                    _ => panic!("a script contains only text"),
                });
                found.push((parent.to_owned(), texts.collect()));
            }
        }
        for child in node.children.borrow().iter() {
            look(child, &name, found);
        }
    }
    let tree = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut found = Vec::new();
    look(&tree.document, "", &mut found);
    found
}

/// The structured data in the head of a page of a built site.
fn data(site_name: &str, page: &str) -> Value {
    let html = read(site_name, &format!("{page}index.html"));
    let blocks = blocks(&html);
    assert_eq!(blocks.len(), 1, "{page}");
    serde_json::from_str(&blocks[0].1).unwrap()
}

/// Collects every node with a type in a document.
fn nodes<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| nodes(value, found)),
        Value::Object(map) => {
            if map.contains_key("@type") {
                found.push(value);
            }
            map.values().for_each(|value| nodes(value, found));
        }
        _ => {}
    }
}

fn all_nodes(document: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    nodes(document, &mut found);
    found
}

/// A list: JSON-LD writes a single entry without brackets, and omits an empty list.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        one => vec![one],
    }
}

fn schema_org() -> Vocabulary {
    let path = std::env::var_os("SAYS_WHO_VOCABULARY");
    let path = path.expect("run `cargo xtask test`");
    Vocabulary::read(&fs::read_to_string(path).unwrap())
}

#[test]
fn every_page_has_valid_schema_org_data() {
    let vocabulary = schema_org();
    for name in SITES {
        let own = format!("{}{}", origin(name), base(name));
        for (path, html) in pages(name) {
            let blocks = blocks(&html);
            if path.starts_with("embed/") {
                // The page that an embed page belongs to has the data.
                assert_eq!(blocks, [], "{path}");
                continue;
            }
            let [(parent, text)] = blocks.as_slice() else {
                panic!("{name}, {path}: {} blocks", blocks.len());
            };
            assert_eq!(parent, "head", "{path}");
            assert!(!text.contains('<'), "{path}");
            let document: Value = serde_json::from_str(text).unwrap();
            let problems = vocabulary.problems(&document);
            assert!(problems.is_empty(), "{name}, {path}: {problems:#?}");
            for node in all_nodes(&document) {
                let id = node["@id"].as_str();
                assert!(id.is_none_or(|id| id.starts_with(&own)), "{path}: {id:?}");
            }
        }
    }
}

#[test]
fn the_vocabulary_check_finds_invalid_data() {
    let vocabulary = schema_org();
    let problems = |node: Value| {
        vocabulary
            .problems(&json!({ "@context": "https://schema.org", "@graph": [node] }))
            .join("; ")
    };
    let claim = json!({
        "@type": "Claim", "text": "x", "author": { "@type": "Person", "name": "x" },
        "appearance": { "@type": "NewsArticle", "@id": "/a", "datePublished": "2022-02-01" },
        "firstAppearance": { "@id": "/a" },
    });
    assert_eq!(problems(claim.clone()), "");
    for (property, value, expected) in [
        ("@type", json!("Utterance"), "no such type: Utterance"),
        ("said", json!("x"), "Claim has no said"),
        ("startDate", json!("2022-02-01"), "Claim has no startDate"),
        ("dateCreated", json!("yesterday"), "Claim.dateCreated takes"),
        (
            "dateCreated",
            json!("2022-02-30"),
            "Claim.dateCreated takes",
        ),
        ("url", json!("javascript:x"), "Claim.url takes"),
        ("author", json!("Jo Lind"), "Claim.author takes"),
        ("author", json!({ "@type": "Event" }), "Claim.author takes"),
        ("author", json!({ "@id": "/a" }), "Claim.author takes"),
        ("author", json!({ "@id": "/none" }), "Claim.author takes"),
        ("hasPart", json!([{ "name": "x" }]), "Claim.hasPart takes"),
        (
            "hasPart",
            json!({ "@type": "Quotation", "said": "x" }),
            "Quotation has no said",
        ),
        ("awards", json!("x"), "awards is deprecated"),
    ] {
        let mut wrong = claim.clone();
        wrong[property] = value;
        let found = problems(wrong);
        assert!(found.starts_with(expected), "{property}: {found}");
    }
    assert!(!vocabulary.problems(&json!({ "@graph": [] })).is_empty());
}

/// Types and properties for reviews and answers.
const VERDICTS: [&str; 10] = [
    "Answer",
    "ClaimReview",
    "Rating",
    "Review",
    "acceptedAnswer",
    "aggregateRating",
    "claimReviewed",
    "review",
    "reviewRating",
    "suggestedAnswer",
];

#[test]
fn structured_data_has_no_reviews_or_answers() {
    let mut seen = BTreeSet::new();
    for name in SITES {
        for (path, html) in pages(name) {
            for (_, text) in blocks(&html) {
                let document: Value = serde_json::from_str(&text).unwrap();
                for node in all_nodes(&document) {
                    let kind = node["@type"].as_str().unwrap();
                    let properties = node.as_object().unwrap().keys().map(String::as_str);
                    for word in properties.chain([kind]) {
                        assert!(!VERDICTS.contains(&word), "{path}: {word}");
                    }
                    seen.insert(kind.to_owned());
                }
            }
        }
    }
    for kind in [
        "BreadcrumbList",
        "Claim",
        "CorrectionComment",
        "CreativeWork",
        "Event",
        "NewsArticle",
        "Organization",
        "Person",
        "Question",
        "Quotation",
        "WebPage",
        "WebSite",
    ] {
        assert!(seen.contains(kind), "{kind} of {seen:?}");
    }
}

/// The statements of a point in page order: first side, second side, others.
fn in_order<'a>(dispute: &'a Dispute, point: &Id) -> Vec<&'a Statement> {
    let sides = dispute.dispute.sides.iter().map(|side| Some(&side.id));
    let statements = &dispute.points[point].statements;
    let side = |statement: &Statement| {
        let of = &dispute.speakers[&statement.speaker].speaks_for;
        dispute
            .dispute
            .sides
            .iter()
            .map(|side| &side.id)
            .find(|id| *id == of)
    };
    sides
        .chain([None])
        .flat_map(|key| statements.iter().filter(move |one| side(one) == key))
        .collect()
}

/// Checks that the question of a point has a claim for each statement, in page order,
/// all of the same form.
fn assert_claims_are_complete(question: &Value, dispute: &Dispute, point: &Id) {
    let claims = list(&question["subjectOf"]);
    let statements = in_order(dispute, point);
    assert_eq!(claims.len(), statements.len(), "{point:?}");
    for (claim, statement) in claims.into_iter().zip(statements) {
        let speaker = &dispute.speakers[&statement.speaker];
        assert_eq!(claim["text"], statement.said.trim(), "{point:?}");
        let id = claim["@id"].as_str().unwrap();
        assert!(id.ends_with(&format!("#{}", statement.id.as_str())), "{id}");
        let author = &claim["author"];
        match &statement.summarised_by {
            None => {
                let id = author["@id"].as_str().unwrap();
                assert!(id.ends_with(&format!("#_speaker-{}", statement.speaker.as_str())));
            }
            // A summary is by an outlet, about a side.
            Some(outlet) => assert_eq!(*author, json!({ "@type": "Organization", "name": outlet })),
        }
        let mut expected = BTreeSet::from([
            "@type",
            "@id",
            "url",
            "author",
            "text",
            "inLanguage",
            "dateCreated",
            "appearance",
        ]);
        let sides = &dispute.dispute.sides;
        if let Some(side) = sides.iter().find(|side| side.id == speaker.speaks_for) {
            let key = match &statement.summarised_by {
                None => "sourceOrganization",
                Some(_) => "about",
            };
            let of = claim[key]["@id"].as_str().unwrap();
            assert!(of.ends_with(&format!("#_side-{}", side.id.as_str())));
            expected.insert(key);
        }
        let renderings = statement.renderings.iter().map(|one| one.said.as_str());
        let texts = [statement.said.as_str()].into_iter().chain(renderings);
        let verbatim = texts.flat_map(|text| {
            let after = text.split('“').skip(1);
            after.map(|after| after.split('”').next().unwrap())
        });
        let quoted: Vec<&str> = list(&claim["hasPart"])
            .into_iter()
            .map(|quotation| quotation["text"].as_str().unwrap())
            .collect();
        assert_eq!(quoted, verbatim.collect::<Vec<_>>(), "{id}");
        if !quoted.is_empty() {
            expected.insert("hasPart");
        }
        let keys = claim.as_object().unwrap().keys().map(String::as_str);
        let keys: BTreeSet<&str> = keys.filter(|key| *key != "firstAppearance").collect();
        assert_eq!(keys, expected, "{id}");
    }
}

/// Checks that on the page of the whole dispute, the question of a point links to
/// every claim on it, in page order.
fn assert_claims_are_linked(question: &Value, dispute: &Dispute, point: &Id) {
    let claims = list(&question["subjectOf"]);
    let statements = in_order(dispute, point);
    assert_eq!(claims.len(), statements.len(), "{point:?}");
    for (claim, statement) in claims.into_iter().zip(statements) {
        let (id, url) = (&claim["@id"], &claim["url"]);
        let own = statement.id.as_str();
        assert!(id.as_str().unwrap().ends_with(&format!("#{own}")), "{id}");
        let ends = format!("/{own}/");
        assert!(url.as_str().unwrap().ends_with(&ends), "{url}");
        assert_eq!(*claim, json!({ "@type": "Claim", "@id": id, "url": url }));
    }
}

#[test]
fn both_sides_have_claims_of_one_form_in_page_order() {
    for name in SITES {
        for dispute in disputes(name) {
            let id = dispute.id.as_str();
            let whole = data(name, &format!("{id}/"));
            let article = &whole["@graph"][0];
            assert_eq!(article["@type"], "NewsArticle");
            assert_eq!(article["headline"], dispute.dispute.question, "{id}");
            let order = dispute.dispute.points.iter().chain(&dispute.dispute.after);
            let points = list(&article["hasPart"]);
            assert_eq!(points.len(), dispute.points.len());
            for (question, point) in points.into_iter().zip(order) {
                assert_eq!(question["name"], dispute.points[point].question);
                assert_claims_are_linked(question, &dispute, point);
                let own = data(name, &format!("{id}/{}/", point.as_str()));
                assert_claims_are_complete(&own["@graph"][0]["mainEntity"], &dispute, point);
                // The page of a statement has the claims of both sides too.
                for statement in &dispute.points[point].statements {
                    let own = data(name, &format!("{id}/{}/", statement.id.as_str()));
                    assert_claims_are_complete(&own["@graph"][0]["about"], &dispute, point);
                }
            }
            assert_eq!(list(&article["citation"]).len(), dispute.sources.len());
        }
    }
}

#[test]
fn an_absence_is_in_the_description_of_its_question() {
    let page = data("a-b", "bridge-repair/who-pays/");
    let description = page["@graph"][0]["mainEntity"]["description"].as_str();
    assert!(description.unwrap().starts_with("County: Nothing found. "));
}

#[test]
fn markup_in_texts_is_unchanged_in_structured_data() {
    let whole = data("stress", "markup-like/");
    for node in [&whole["@graph"][0], &whole["@graph"][0]["hasPart"][0]] {
        let text = node["headline"].as_str().or(node["name"].as_str());
        assert!(
            text.unwrap().ends_with(&format!("{MARKUP}{QUOTED}")),
            "{}",
            node["@id"]
        );
    }
}

#[test]
fn structured_data_omits_unknown_values() {
    let whole = data("a-b", "bridge-repair/");
    let article = &whole["@graph"][0];
    assert_eq!(article["datePublished"], "2021-03-12");
    assert_eq!(article["dateModified"], "2021-03-14");
    assert_eq!(article["temporalCoverage"], "../2021-03-10");
    for invented in ["author", "creator", "editor"] {
        assert_eq!(article[invented], Value::Null);
    }
    let publisher = &article["publisher"];
    assert_eq!(publisher["name"], "The Valley Desk");
    assert_eq!(publisher["email"], "desk@example.org");
    assert_eq!(
        article["license"],
        "https://creativecommons.org/licenses/by/4.0/"
    );
    let points = ["notice-given", "who-pays", "later-notice"];
    let points = points.map(|point| data("a-b", &format!("bridge-repair/{point}/")));
    let node = |id: &str| {
        let nodes = points.iter().flat_map(all_nodes);
        let mut nodes = nodes.filter(|node| {
            let own = node["@id"].as_str();
            own.is_some_and(|own| own.ends_with(&format!("#{id}")))
        });
        nodes.next().unwrap().clone()
    };
    let mayor = node("_speaker-mayor");
    assert_eq!(mayor["@type"], "Person");
    assert_eq!(mayor["jobTitle"], "Mayor");
    // How a source describes somebody is not their name.
    let clerk = node("_speaker-town-clerk");
    assert_eq!(
        (&clerk["@type"], &clerk["name"]),
        (&json!("Person"), &Value::Null)
    );
    assert_eq!(clerk["description"], "a town clerk");
    assert_eq!(node("_speaker-valley-courier")["@type"], "Organization");
    assert_eq!(node("radio-bridge")["url"], Value::Null);
    assert_eq!(
        node("courier-bridge-closes")["url"],
        "https://example.com/courier/bridge"
    );
    // An outlet that was not read reported it first.
    assert_eq!(node("mayor-never-saw-it")["firstAppearance"], Value::Null);
    let first = &node("engineer-sent-letter")["firstAppearance"]["@id"];
    assert_eq!(first, "/a/b/bridge-repair/#courier-bridge-closes");
    let translated = data("a-b", "bridge-repair/clerk-on-register/");
    let quotations = all_nodes(&translated).into_iter();
    let mut quotations = quotations.filter(|node| node["text"] == "Nothing in the register.");
    assert_eq!(
        quotations.next().unwrap()["translationOfWork"]["inLanguage"],
        "fr"
    );
}

#[test]
fn corrections_belong_to_the_explainer_and_refer_to_their_item() {
    let correction = json!({
        "@type": "CorrectionComment",
        "text": "The date of the engineer's letter was corrected.",
        "datePublished": "2021-03-14",
        "inLanguage": "en",
        "about": { "@id": "/a/b/bridge-repair/#engineer-sent-letter" },
    });
    for page in ["", "engineer-sent-letter/", "notice-given/"] {
        let data = data("a-b", &format!("bridge-repair/{page}"));
        assert_eq!(data["@graph"][0]["correction"], correction, "{page}");
    }
    let other = data("a-b", "bridge-repair/who-pays/");
    assert_eq!(other["@graph"][0]["correction"], Value::Null);
}

async fn structured_data_does_not_violate_the_csp(engine: Engine) {
    let browser = Browser::open_in(engine, "stress", Script::On).await;
    browser.goto_hydrated("markup-like/").await;
    browser.goto_hydrated("one-point/").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    // Write the head of a page into a frame, followed by an inline script. The
    // policy of the page forbids that script, and the data must not be reported too.
    browser.goto("robots.txt").await;
    let make = "const [page] = arguments;
         const frame = document.createElement('iframe');
         document.body.replaceChildren(frame);
         const inner = frame.contentDocument;
         inner.open();
         window.complaints = [];
         inner.addEventListener('securitypolicyviolation', (event) => {
           if (event.effectiveDirective.startsWith('script')) window.complaints.push(event.blockedURI);
         });
         const head = page.split('</head>')[0].replace(/<script[^>]*src=[^>]*><\\/script>/g, '');
         inner.write(head + '<script>parent.ran = true</script></head><body></body></html>');
         inner.close();";
    let page = read("stress", "markup-like/index.html");
    let made = browser.client.execute(make, vec![json!(page)]).await;
    made.unwrap();
    browser.wait("return window.complaints.length > 0").await;
    let found = browser
        .eval(
            "const data = frames[0].document.querySelectorAll('head script[type=\"application/ld+json\"]');
             return [data.length, JSON.parse(data[0].textContent)['@context'], window.complaints, window.ran];",
        )
        .await;
    let complaints = json!(["inline"]);
    assert_eq!(found, json!([1, "https://schema.org", complaints, null]));
}

/// The feeds of a site, by their paths.
fn feeds(name: &str) -> Vec<(String, String)> {
    let disputes = disputes(name);
    let own = disputes
        .iter()
        .map(|one| format!("{}/revisions.atom", one.id.as_str()));
    own.chain(["revisions.atom".to_owned()])
        .map(|path| (path.clone(), read(name, &path)))
        .collect()
}

/// A feed that two parsers accept, with unique ids.
fn feed(text: &str) -> Feed {
    Document::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let feed = Feed::read_from(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let ids: BTreeSet<&str> = feed.entries().iter().map(|entry| entry.id()).collect();
    assert_eq!(ids.len(), feed.entries().len(), "{text}");
    for id in ids.into_iter().chain([feed.id()]) {
        assert!(url::Url::parse(id).is_ok(), "{id} is not an absolute URL");
    }
    feed
}

/// The text of an entry, as a feed reader shows it.
fn entry_text(entry: &atom_syndication::Entry) -> String {
    let content = entry.content().unwrap();
    assert_eq!(content.content_type(), Some("xhtml"));
    let tree = content.value().unwrap();
    let tree = Document::parse(tree).unwrap();
    let texts = tree.descendants().filter(|node| node.is_text());
    texts.filter_map(|node| node.text()).collect()
}

#[test]
fn feeds_list_every_revision_and_link_to_its_items() {
    for name in SITES {
        let mut all = 0;
        for dispute in disputes(name) {
            let id = dispute.id.as_str();
            let text = read(name, &format!("{id}/revisions.atom"));
            let feed = feed(&text);
            let head = &dispute.dispute;
            all += head.revisions.len() + head.tombstones.len();
            assert_eq!(
                feed.entries().len(),
                head.revisions.len() + head.tombstones.len()
            );
            assert_eq!(feed.lang(), Some(head.language.0.as_str()));
            assert!(feed.title().as_str().ends_with(&head.question), "{id}");
            assert!(
                feed.entries()
                    .is_sorted_by(|a, b| a.updated() >= b.updated())
            );
            let newest = feed.entries().iter().map(|entry| *entry.updated()).max();
            assert_eq!(Some(*feed.updated()), newest);
            for revision in &head.revisions {
                let day = format!("{}T00:00:00+00:00", revision.date);
                let entry = feed.entries().iter().find(|entry| {
                    entry.updated().to_rfc3339() == day
                        && entry_text(entry).starts_with(&revision.what)
                });
                let entry =
                    entry.unwrap_or_else(|| panic!("{id} has no entry for: {}", revision.what));
                let kind = serde_json::to_value(revision.kind).unwrap();
                assert_eq!(entry.categories()[0].term(), kind.as_str().unwrap());
                let related = entry.links().iter().filter(|link| link.rel() == "related");
                let related: Vec<&str> = related.map(|link| link.href()).collect();
                let own = format!("{}{}", origin(name), base(name));
                let items = revision.items.iter();
                let items = items.map(|item| format!("{own}{id}/{}/", item.as_str()));
                // Without a host a feed names what changed but has no links.
                let items = items.filter(|_| !origin(name).is_empty());
                assert_eq!(related, items.collect::<Vec<_>>());
            }
            for gone in &head.tombstones {
                assert!(
                    feed.entries()
                        .iter()
                        .any(|one| entry_text(one) == gone.reason.trim())
                );
            }
        }
        assert_eq!(feed(&read(name, "revisions.atom")).entries().len(), all);
    }
}

#[test]
fn every_link_of_a_feed_has_a_target() {
    for name in SITES.into_iter().filter(|name| !origin(name).is_empty()) {
        let own = format!("{}{}", origin(name), base(name));
        for (path, text) in feeds(name) {
            let feed = feed(&text);
            let itself = feed.links().iter().find(|link| link.rel() == "self");
            assert_eq!(itself.unwrap().href(), format!("{own}{path}"));
            let entries = feed.entries().iter().flat_map(|entry| entry.links());
            for link in feed.links().iter().chain(entries) {
                let below = link.href().strip_prefix(&own);
                let below = below.unwrap_or_else(|| panic!("{} is outside the site", link.href()));
                let (file, hash) = below.split_once('#').unwrap_or((below, ""));
                let file = match link.mime_type() {
                    Some("text/html") => format!("{file}index.html"),
                    _ => file.to_owned(),
                };
                let target = read(name, &file);
                assert!(
                    hash.is_empty() || target.contains(&format!("id=\"{hash}\"")),
                    "{path}: {below}"
                );
            }
        }
    }
}

/// The files of a site with only the first dispute of the fixture, with `edit`
/// applied to each data file.
fn fixture_site(origin: Option<&str>, edit: impl Fn(&str, &mut toml::Table)) -> Vec<File> {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let mut inputs: Vec<InputFile> = says_who_files::read_folder(&fixture).unwrap();
    // The register is of the unedited revisions.
    inputs.retain(|file| {
        let alone = !file.path.contains('/') || file.path.starts_with("bridge-repair/");
        alone && !file.path.ends_with("register.toml")
    });
    let data = inputs
        .iter_mut()
        .filter(|file| file.path.ends_with(".toml"));
    for file in data {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let mut table: toml::Table = text.parse().unwrap();
        if file.path == "library.toml" {
            table["disputes"].as_array_mut().unwrap().truncate(1);
        }
        edit(file.path.rsplit('/').next().unwrap(), &mut table);
        file.bytes = table.to_string().into_bytes();
    }
    let library = library("data", &inputs).unwrap_or_else(|report| panic!("{report}"));
    let library = Arc::new(library);
    let base: Base = "/repo/".parse().unwrap();
    let bundle = Bundle::for_tests();
    let site = Site::new(&library, &bundle, &base, origin).unwrap();
    site.files()
}

fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    &files.iter().find(|file| file.path == path).unwrap().text
}

#[test]
fn a_feed_without_revisions_is_valid() {
    for origin in [None, Some("https://example.org")] {
        let files = fixture_site(origin, |name, table| {
            for key in ["revision", "alias", "tombstone"] {
                if name == "dispute.toml" {
                    table.remove(key);
                }
            }
        });
        for path in ["bridge-repair/revisions.atom", "revisions.atom"] {
            let feed = feed(text(&files, path));
            assert_eq!(feed.entries().len(), 0);
            // The as-of date.
            assert_eq!(feed.updated().to_rfc3339(), "2021-03-10T00:00:00+00:00");
        }
        // The structured data has no date of publication either.
        let page = text(&files, "bridge-repair/index.html");
        let data: Value = serde_json::from_str(&blocks(page)[0].1).unwrap();
        assert_eq!(data["@graph"][0]["datePublished"], Value::Null);
        assert_eq!(data["@graph"][0]["dateModified"], "2021-03-10");
    }
}

#[test]
fn the_first_appearance_is_the_earliest_source_if_all_were_read() {
    let first = |read: bool, day: &str| {
        let files = fixture_site(None, |name, table| match name {
            "notice-given.toml" if read => {
                let statement = &mut table["statement"].as_array_mut().unwrap()[1];
                let chain = statement["chain"].as_array_mut().unwrap();
                chain.remove(1);
                chain[1]["hop"] = "reported".into();
            }
            "sources.toml" => {
                let day: toml::value::Datetime = day.parse().unwrap();
                table["radio-bridge"]["published"] = day.into();
            }
            _ => {}
        });
        let page = text(&files, "bridge-repair/mayor-never-saw-it/index.html");
        let data: Value = serde_json::from_str(&blocks(page)[0].1).unwrap();
        data["@graph"][0]["about"]["subjectOf"][1]["firstAppearance"]["@id"].clone()
    };
    assert_eq!(
        first(true, "2021-03-09"),
        "/repo/bridge-repair/#radio-bridge"
    );
    // Two sources of the same day: which one came first is unknown.
    assert_eq!(first(true, "2021-03-10"), Value::Null);
    assert_eq!(first(false, "2021-03-09"), Value::Null);
}

#[test]
fn a_new_revision_on_the_same_day_keeps_the_ids_of_entries() {
    let hostile = "x <b>&amp; ]]> \" 'y' <!-- &#0;";
    for origin in [None, Some("https://example.org")] {
        let ids = |files: &[File]| -> BTreeMap<String, String> {
            let feed = feed(text(files, "bridge-repair/revisions.atom"));
            let entries = feed.entries().iter();
            entries
                .map(|one| (one.id().to_owned(), entry_text(one)))
                .collect()
        };
        let before = ids(&fixture_site(origin, |_, _| {}));
        for is_oldest_first in [true, false] {
            let after = ids(&fixture_site(origin, |name, table| {
                if name != "dispute.toml" {
                    return;
                }
                let list = table["revision"].as_array_mut().unwrap();
                let mut new = list[1].clone();
                new["what"] = hostile.into();
                // A new revision can be below the older ones in the file, or above them.
                list.push(new);
                if !is_oldest_first {
                    list.reverse();
                }
            }));
            assert_eq!(after.len(), before.len() + 1);
            for (id, text) in &before {
                assert_eq!(after.get(id), Some(text), "{id}");
            }
            let mut new = after.iter().filter(|(id, _)| !before.contains_key(*id));
            let text = new.next().unwrap().1;
            assert!(text.starts_with(hostile), "{text:?}");
        }
    }
}

#[test]
fn the_sitemap_lists_the_canonical_pages() {
    let own = "https://example.org/repo/";
    let text = read("repo", "sitemap.xml");
    let sitemap = Document::parse(&text).unwrap();
    let within = |tag: &'static str| {
        let found = sitemap.descendants().filter(move |node| {
            let name = node.tag_name();
            name.name() == tag
                && name.namespace() == Some("http://www.sitemaps.org/schemas/sitemap/0.9")
        });
        found.filter_map(|node| node.text()).collect::<Vec<_>>()
    };
    let listed: BTreeSet<&str> = within("loc").into_iter().collect();
    assert_eq!(listed.len(), within("loc").len());
    let pages = pages("repo");
    let canonical = pages.iter().filter_map(|(path, html)| {
        let after = html.split_once(r#"<link rel="canonical" href=""#)?.1;
        let canonical = after.split('"').next()?;
        let address = format!("{own}{}", path.strip_suffix("index.html")?);
        (canonical == address).then_some(canonical)
    });
    assert_eq!(listed, canonical.collect());
    let changed: Vec<&str> = within("lastmod");
    assert_eq!(changed.len(), listed.len());
    // Each page has the date of a revision.
    let revised = disputes("repo")
        .into_iter()
        .flat_map(|one| one.dispute.revisions);
    let days: BTreeSet<String> = revised.map(|one| one.date.to_string()).collect();
    assert!(changed.iter().all(|day| days.contains(*day)), "{changed:?}");
    let robots = read("repo", "robots.txt");
    assert_eq!(
        robots,
        format!("User-agent: *\nAllow: /\n\nSitemap: {own}sitemap.xml\n")
    );
}

#[test]
fn without_a_host_there_is_no_sitemap() {
    assert!(!has("a-b", "sitemap.xml"));
    assert_eq!(read("a-b", "robots.txt"), "User-agent: *\nAllow: /\n");
}

/// Whether a file is used outside the site, or by programs that need absolute URLs:
/// citations, feeds, the sitemap and text files.
fn is_used_off_site(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap();
    name.starts_with("cite.")
        || [".atom", ".xml", ".txt"]
            .iter()
            .any(|end| name.ends_with(end))
}

#[test]
fn files_used_off_site_have_absolute_urls_or_none() {
    let (with, without) = (
        fixture_site(Some("https://example.org"), |_, _| {}),
        fixture_site(None, |_, _| {}),
    );
    let mut read = 0;
    for file in without.iter().filter(|file| is_used_off_site(&file.path)) {
        assert!(
            !file.text.contains("/repo/"),
            "{}: {}",
            file.path,
            file.text
        );
        assert!(!file.text.contains("href="), "{}: {}", file.path, file.text);
        read += 1;
    }
    assert!(read > 40, "{read}");
    for file in with.iter().filter(|file| is_used_off_site(&file.path)) {
        let whole = file.text.matches("https://example.org/repo/").count();
        assert_eq!(file.text.matches("/repo/").count(), whole, "{}", file.path);
        assert!(whole > 0, "{}", file.path);
    }
    for file in without.iter().filter(|file| file.path.ends_with(".html")) {
        let head = file.text.split("</head>").next().unwrap();
        for place in ["og:url", "og:image", "oembed", "summary_large_image"] {
            assert!(!head.contains(place), "{}: {place}", file.path);
        }
    }
    assert!(
        !without
            .iter()
            .any(|file| file.path.ends_with("oembed.json"))
    );
    let page = text(&with, "bridge-repair/who-pays/index.html");
    for place in ["og:url", "og:image", "oembed", "summary_large_image"] {
        assert!(page.contains(place), "{place}");
    }
}

/// The data folder of a site.
fn data_folder(name: &str) -> Vec<InputFile> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = match name {
        "a-b" => tests.join("fixture"),
        _ => tests.join("fixture-large"),
    };
    says_who_files::read_folder(&folder).unwrap()
}

/// A data folder with only one dispute.
fn single_dispute_folder(dispute: &Dispute) -> Vec<InputFile> {
    let id = dispute.id.as_str();
    let files = says_who_formats::dispute_files(dispute, "../.schema/").into_iter();
    let files = files.map(|file| InputFile {
        path: format!("{id}/{}", file.path),
        bytes: file.written.text.into_bytes(),
    });
    let library = InputFile {
        path: "library.toml".to_owned(),
        bytes: format!("disputes = [\"{id}\"]").into_bytes(),
    };
    files.chain([library]).collect()
}

#[test]
fn published_json_matches_its_schema_and_round_trips() {
    for name in SITES {
        let schema: Value = serde_json::from_str(&read(name, "dispute.schema.json")).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let named = match origin(name) {
            "" => "./dispute.schema.json".to_owned(),
            origin => format!("{origin}{}dispute.schema.json", base(name)),
        };
        for mut dispute in disputes(name) {
            let id = dispute.id.as_str().to_owned();
            let json: Value = serde_json::from_str(&read(name, &format!("{id}.json"))).unwrap();
            let errors: Vec<String> = validator
                .iter_errors(&json)
                .map(|error| error.to_string())
                .collect();
            assert!(errors.is_empty(), "{id}: {errors:#?}");
            let mut wrong = json.clone();
            wrong["verdict"] = "x".into();
            assert!(!validator.is_valid(&wrong));
            assert_eq!(json["$schema"], named);
            dispute.schema = None;
            let again = library("data", &single_dispute_folder(&dispute));
            let again = again.unwrap_or_else(|report| panic!("{report}"));
            // The last paragraph is about the site, not from the dispute's data.
            let without_last_paragraph = |text: &str| {
                let (text, _) = text.trim_end().rsplit_once("\n\n").unwrap();
                text.to_owned()
            };
            assert_eq!(
                without_last_paragraph(&read(name, &format!("{id}.md"))),
                without_last_paragraph(&markdown(&again.site, &again.disputes[0]))
            );
            assert_eq!(read(name, &format!("{id}.csv")), sheet::export(&dispute));
            if name != "stress" {
                let inputs = data_folder(name);
                assert_eq!(Dispute::from_files(&id, &inputs).unwrap(), dispute);
                let mut whole = library("data", &inputs).unwrap();
                whole.disputes.retain(|one| one.id.as_str() == id);
                assert_eq!(again.disputes, whole.disputes);
            }
        }
    }
}

#[test]
fn pages_link_to_the_feed_and_a_dispute_to_its_other_formats() {
    for name in SITES {
        let own = format!("{}{}", origin(name), base(name));
        for dispute in disputes(name) {
            let id = dispute.id.as_str();
            let alternate = |html: &str, kind: &str, path: &str| {
                let head = html.split_once("</head>").unwrap().0;
                let link = head.split("<link ").any(|link| {
                    link.starts_with(&format!(r#"rel="alternate" type="{kind}""#))
                        && link.contains(&format!(r#"href="{own}{path}""#))
                });
                assert!(has(name, path), "{path}");
                link
            };
            let whole = read(name, &format!("{id}/index.html"));
            let feed = format!("{id}/revisions.atom");
            assert!(alternate(&whole, "application/atom+xml", &feed));
            assert!(whole.contains(&format!(r#"<a href="{}{feed}""#, base(name))));
            let point = format!("{id}/{}/index.html", dispute.dispute.points[0].as_str());
            let point = read(name, &point);
            assert!(alternate(&point, "application/atom+xml", &feed));
            for (extension, kind) in [
                ("json", "application/json"),
                ("csv", "text/csv"),
                ("md", "text/markdown"),
            ] {
                let file = format!("{id}.{extension}");
                assert!(alternate(&whole, kind, &file), "{file}");
                assert!(!alternate(&point, kind, &file), "{file}");
                assert!(whole.contains(&format!(r#"<a href="{}{file}""#, base(name))));
            }
        }
        let home = read(name, "index.html");
        assert!(home.contains(&format!(r#"href="{own}revisions.atom""#)));
    }
}

#[test]
fn every_correction_in_the_data_is_in_the_structured_data() {
    let mut found = 0;
    for name in SITES {
        for dispute in disputes(name) {
            let whole = data(name, &format!("{}/", dispute.id.as_str()));
            let published = list(&whole["@graph"][0]["correction"]).len();
            let revisions = dispute.dispute.revisions.iter();
            let of_kind = revisions.filter(|one| one.kind == RevisionKind::Correction);
            assert_eq!(published, of_kind.count(), "{}", dispute.id.as_str());
            found += published;
        }
    }
    assert!(found > 1);
}
