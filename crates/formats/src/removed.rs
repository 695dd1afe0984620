//! Finds values that an updated dispute no longer has.

use serde_json::{Map, Value};

use crate::format::Dispute;

/// The paths of values that `before` has and `after` lacks. A value that changed
/// doesn't count.
///
/// # Panics
///
/// Never: every type of the format can be serialised.
#[must_use]
pub fn removed_values(before: &Dispute, after: &Dispute) -> Vec<String> {
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
                // The address of the JSON Schema is not data.
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
                    Value::Object(table) => matching_entry(table, index, after),
                    other => after.iter().find(|now| *now == other),
                };
                let name = entry_name(value, index);
                match now {
                    Some(now) => compare(&join(&name), value, now, found),
                    None => found.push(join(&name)),
                }
            }
        }
        _ => {}
    }
}

/// The keys that name an entry of a list.
const NAME_KEYS: [&str; 4] = ["id", "side", "from", "hop"];

/// The matching entry of a list: the one with the same id or side, otherwise the one
/// at the same index.
fn matching_entry<'a>(
    table: &Map<String, Value>,
    index: usize,
    after: &'a [Value],
) -> Option<&'a Value> {
    match table.get("id").or_else(|| table.get("side")) {
        Some(id) => after.iter().find(|now| {
            let now = now.get("id").or_else(|| now.get("side"));
            now == Some(id)
        }),
        None => after.get(index),
    }
}

/// The name of an entry in a path: the text itself, its id, or its number from 1.
fn entry_name(value: &Value, index: usize) -> String {
    let named = NAME_KEYS
        .iter()
        .find_map(|key| value.get(key).and_then(Value::as_str));
    match (value.as_str(), named) {
        (Some(text), _) => text.to_owned(),
        (None, None) => (index + 1).to_string(),
        (None, Some(_)) if value.get("hop").is_some() => (index + 1).to_string(),
        (None, Some(id)) => id.to_owned(),
    }
}
