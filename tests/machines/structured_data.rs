//! The structured data of a page has what the data says, and no more.

use says_who_model::RevisionKind;
use says_who_tests::page::PolicyProbe;
use says_who_tests::stress::{MARKUP, QUOTED, first_point};
use says_who_tests::{Engine, Start, in_every_engine};
use serde_json::{Value, json};

use crate::SITES;
use crate::built_site::{disputes, read};
use crate::fixture_site::{fixture_site, text};
use crate::json_ld::{all_nodes, blocks, data, list};

in_every_engine! {
    structured_data_does_not_violate_the_csp,
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
        assert!(text.unwrap().ends_with(MARKUP), "{}", node["@id"]);
    }
    // The page of a point has the names of the speakers.
    let point = data(
        "stress",
        &format!("markup-like/{}/", first_point("markup-like")),
    );
    let all = serde_json::to_string(&point).unwrap();
    let quoted = serde_json::to_string(&format!("{MARKUP}{QUOTED}")).unwrap();
    assert!(all.contains(quoted.trim_matches('"')));
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
    let browser = Start::site("stress").open(engine, "markup-like/").await;
    browser.goto_hydrated("one-point/").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    // Write the head of a page into a frame, followed by an inline script. The
    // policy of the page forbids that script, and the data must not be reported too.
    browser.goto("robots.txt").await;
    let probe = PolicyProbe(&browser);
    probe.write(&read("stress", "markup-like/index.html")).await;
    probe.wait_for_violation().await;
    let blocks = probe.structured_data().await;
    assert_eq!(blocks.len(), 1);
    let data: Value = serde_json::from_str(&blocks[0]).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    assert_eq!(probe.violations().await, ["inline"]);
    assert!(!probe.has_run_script().await);
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
