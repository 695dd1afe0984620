//! The keys whose values are dates, from the schema of the format.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::Value;
use toml_datetime::Datetime;

use crate::format::Dispute;

/// The keys whose values are dates.
static KEYS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let types = ["Day", "Edtf", "Published"];
    types.into_iter().flat_map(keys_with_type).collect()
});

/// Whether a text is a day that TOML writes without quotation marks: dates of other
/// precisions are texts.
pub(super) fn is_day(key: &str, text: &str) -> bool {
    KEYS.contains(key) && text.parse::<Datetime>().is_ok_and(|day| day.date.is_some())
}

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
    use super::{is_day, keys_with_type};

    #[test]
    fn the_keys_of_dates_are_found() {
        let days = keys_with_type("Day");
        let expected = [
            "as-of",
            "confirmed",
            "counted-from",
            "date",
            "retrieved",
            "since",
        ];
        assert!(days.iter().eq(expected), "{days:?}");
        let dates = keys_with_type("Edtf");
        assert!(dates.iter().eq(["date"]), "{dates:?}");
    }

    #[test]
    fn only_days_are_without_quotation_marks() {
        assert!(is_day("published", "2022-01-31"));
        assert!(is_day("date", "2022-01-31T09:00:00+01:00"));
        assert!(!is_day("date", "2022-01"));
        assert!(!is_day("date", "2022-01-31/2022-02-02"));
        assert!(!is_day("words", "2022-01-31"));
    }
}
