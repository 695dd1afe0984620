//! What a dispute had and another form of it has not.

use serde_json::{Map, Value};

use crate::format::Dispute;

/// What stands in `before` and not in `after`, as the keys that lead to it. What
/// only became another is not lost.
///
/// # Panics
///
/// Never: every type of the format can be written.
#[must_use]
pub fn lost(before: &Dispute, after: &Dispute) -> Vec<String> {
    let value = |dispute: &Dispute| {
        serde_json::to_value(dispute).expect("the format has nothing that can fail")
    };
    let mut found = Vec::new();
    compare("", &value(before), &value(after), &mut found);
    found
}

fn compare(path: &str, before: &Value, after: &Value, found: &mut Vec<String>) {
    let join = |key: &str| match path {
        "" => key.to_owned(),
        path => format!("{path}.{key}"),
    };
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (key, value) in before {
                // An address of the JSON Schema is nothing of the dispute's own.
                match after.get(key) {
                    Some(now) => compare(&join(key), value, now, found),
                    None if key == "$schema" => {}
                    None => found.push(join(key)),
                }
            }
        }
        (Value::Array(before), Value::Array(after)) => {
            for (index, value) in before.iter().enumerate() {
                let now = match value {
                    Value::Object(table) => entry(table, index, after),
                    other => after.iter().find(|now| *now == other),
                };
                let name = name(value, index);
                match now {
                    Some(now) => compare(&join(&name), value, now, found),
                    None => found.push(join(&name)),
                }
            }
        }
        _ => {}
    }
}

/// The keys by which entries of a list are known.
const NAMES: [&str; 4] = ["id", "side", "from", "hop"];

/// The entry of a list that is the same thing: by its id, or where it stands.
fn entry<'a>(table: &Map<String, Value>, index: usize, after: &'a [Value]) -> Option<&'a Value> {
    match table.get("id").or_else(|| table.get("side")) {
        Some(id) => after.iter().find(|now| {
            let now = now.get("id").or_else(|| now.get("side"));
            now == Some(id)
        }),
        None => after.get(index),
    }
}

/// How an entry is called: its id, itself where it is text, else its number.
fn name(value: &Value, index: usize) -> String {
    let named = NAMES
        .iter()
        .find_map(|key| value.get(key).and_then(Value::as_str));
    match (value.as_str(), named) {
        (Some(text), _) => text.to_owned(),
        (None, Some("said" | "reported" | "cited") | None) => (index + 1).to_string(),
        (None, Some(id)) => id.to_owned(),
    }
}
