//! The structured data is valid by the vocabulary of schema.org, and has no reviews or
//! answers.

use std::collections::BTreeSet;
use std::fs;

use says_who_tests::base;
use serde_json::{Value, json};

use crate::SITES;
use crate::built_site::{origin, pages};
use crate::json_ld::{all_nodes, blocks};
use crate::vocabulary::Vocabulary;

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
        "ProfilePage",
        "Question",
        "Quotation",
        "WebPage",
        "WebSite",
    ] {
        assert!(seen.contains(kind), "{kind} of {seen:?}");
    }
}
