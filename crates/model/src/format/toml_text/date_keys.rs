//! The keys whose values are dates, from the schema of the format.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::format::Dispute;

/// The keys whose values are dates.
pub(super) static DAYS: LazyLock<BTreeSet<String>> = LazyLock::new(|| keys_with_type("Day"));

/// The keys of all tables of a dispute whose values have a type of the format.
fn keys_with_type(name: &str) -> BTreeSet<String> {
    let settings = SchemaSettings::draft07();
    let schema = settings.into_generator().into_root_schema_for::<Dispute>();
    let schema = schema.to_value();
    let reference = format!("#/definitions/{name}");
    let has_type = |property: &Value| {
        // A reference with a description is in a list of one.
        let lists = [&property["allOf"], &property["anyOf"]];
        let forms = lists.into_iter().filter_map(Value::as_array).flatten();
        let mut forms = forms.chain([property]);
        forms.any(|form| form["$ref"] == reference.as_str())
    };
    let tables = schema["definitions"].as_object().into_iter().flatten();
    let properties = tables.flat_map(|(_, table)| table["properties"].as_object());
    let keys = properties.flatten();
    keys.filter(|(_, property)| has_type(property))
        .map(|(key, _)| key.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::keys_with_type;

    #[test]
    fn the_keys_of_dates_are_found() {
        let keys = keys_with_type("Day");
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let expected = [
            "as-of",
            "confirmed",
            "counted-from",
            "date",
            "published",
            "since",
        ];
        assert_eq!(keys, expected);
    }
}
