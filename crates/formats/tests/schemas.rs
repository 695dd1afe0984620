//! The JSON Schemas agree with `says-who check` on what is valid.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeSet;
use std::path::Path;

use says_who_formats::schema::files;
use serde_json::Value;

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// TOML as editors pass it to a schema: dates are strings.
fn json(toml: &toml::Value) -> Value {
    match toml {
        toml::Value::Datetime(day) => Value::String(day.to_string()),
        toml::Value::Array(values) => values.iter().map(json).collect(),
        toml::Value::Table(table) => table
            .iter()
            .map(|(key, value)| (key.clone(), json(value)))
            .collect(),
        toml::Value::String(text) => text.clone().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Boolean(flag) => (*flag).into(),
        toml::Value::Float(_) => panic!("the format has no floats"),
    }
}

/// All data files of the fixtures, each with the name of its schema.
fn data() -> Vec<(String, &'static str, Value)> {
    let mut found = Vec::new();
    for folder in ["tests/fixture-large", "tests/fixture", "tests/fixture-keys"] {
        for file in says_who_files::read_folder(&root().join(folder)).unwrap() {
            let name = file.path.rsplit('/').next().unwrap();
            let Some(stem) = name.strip_suffix(".toml") else {
                continue;
            };
            let schema = match stem {
                "library" => "library.json",
                "dispute" => "dispute.json",
                "speakers" => "speakers.json",
                "sources" => "sources.json",
                "documents" => "documents.json",
                "events" => "events.json",
                "open-questions" => "open-questions.json",
                "quotations" => "quotations.json",
                "coverage" => "coverage.json",
                "register" => "register.json",
                _ => "point.json",
            };
            let text = String::from_utf8(file.bytes).unwrap();
            found.push((file.path, schema, json(&toml::from_str(&text).unwrap())));
        }
    }
    assert!(found.len() > 20);
    found
}

fn valid(schema: &str, value: &Value) -> bool {
    let all = files();
    let file = all.iter().find(|file| file.name == schema).unwrap();
    jsonschema::is_valid(&serde_json::from_str(&file.text).unwrap(), value)
}

#[test]
fn schemas_accept_valid_data() {
    for (path, schema, value) in data() {
        assert!(valid(schema, &value), "{path}");
    }
}

#[test]
fn schemas_reject_malformed_data() {
    let point = |edit: &dyn Fn(&mut Value)| {
        let all = data();
        let found = all
            .iter()
            .find(|(path, ..)| path.ends_with("who-pays.toml"));
        let mut value = found.unwrap().2.clone();
        assert!(valid("point.json", &value));
        edit(&mut value);
        assert!(!valid("point.json", &value), "{value:#}");
    };
    point(&|value| value["qestion"] = "x".into());
    point(&|value| drop(value.as_object_mut().unwrap().remove("question")));
    point(&|value| value["status"] = "disputed".into());
    point(&|value| value["statement"][0]["when"]["date"] = "9 March 2021".into());
    point(&|value| value["statement"][0]["id"] = "Mayor Pays".into());
    point(&|value| value["statement"][0]["sad"] = "x".into());
    point(&|value| value["statement"][0]["chain"] = Value::Array(Vec::new()));
    point(&|value| value["absence"][0]["searched"] = Value::Array(Vec::new()));
}

/// The names of all properties in a schema.
fn properties(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(entries) => {
            for (key, value) in entries {
                if key == "properties" {
                    found.extend(value.as_object().unwrap().keys().cloned());
                }
                properties(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| properties(value, found)),
        _ => {}
    }
}

/// The keys in a value.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

#[test]
fn a_fixture_uses_every_key_that_authors_write() {
    let written = [
        "library.json",
        "dispute.json",
        "speakers.json",
        "sources.json",
        "point.json",
        "documents.json",
        "events.json",
        "open-questions.json",
    ];
    let (mut described, mut used) = (BTreeSet::new(), BTreeSet::new());
    for file in files().iter().filter(|file| written.contains(&file.name)) {
        properties(&serde_json::from_str(&file.text).unwrap(), &mut described);
    }
    for file in says_who_files::read_folder(&root().join("tests/fixture-keys")).unwrap() {
        if let Some(text) = file.path.ends_with(".toml").then_some(file.bytes) {
            let text = String::from_utf8(text).unwrap();
            keys(&json(&toml::from_str(&text).unwrap()), &mut used);
        }
    }
    let missing: Vec<_> = described.difference(&used).collect();
    assert!(missing.is_empty(), "tests/fixture-keys lacks {missing:?}");
}
