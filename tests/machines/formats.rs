//! The disputes in other formats: JSON, CSV and Markdown.

use std::path::Path;

use says_who_formats::format::Dispute;
use says_who_formats::sheet;
use says_who_model::read::{InputFile, library};
use says_who_site::markdown;
use says_who_tests::base;
use serde_json::Value;

use crate::SITES;
use crate::built_site::{disputes, has, origin, read};

/// The data folder of a site.
fn data_folder(name: &str) -> Vec<InputFile> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = match name {
        "a-b" => tests.join("fixture"),
        "keys" => tests.join("fixture-keys"),
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
