//! How lists of tables are written.

use serde_json::Value;

/// The keys whose tables are written as inline tables.
const INLINE: [&str; 7] = [
    "accepted",
    "chain",
    "contested",
    "next",
    "position",
    "quotations",
    "when",
];

/// How lists of tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStyle {
    /// Each table with its own header, except for the keys in [`INLINE`].
    Tables,
    /// As inline tables, one a line if the list is long.
    Inline,
    /// As inline tables, each list on one line.
    OneLine,
}

/// Whether a value is written as a table with its own header.
pub(super) fn has_header(list_style: ListStyle, key: &str, value: &Value) -> bool {
    match value {
        _ if INLINE.contains(&key) => false,
        Value::Object(_) => true,
        Value::Array(values) => {
            list_style == ListStyle::Tables && values.first().is_some_and(Value::is_object)
        }
        _ => false,
    }
}
