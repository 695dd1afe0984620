//! Problems of the data in the terms of the sheet that it came from.

use super::row::about;

/// Words of the data's files, and what the sheet has in their place.
const WORDS: [(&str, &str); 14] = [
    (
        "a `[[statement]]` by a speaker",
        "a row with a statement by a speaker",
    ),
    ("an `[[absence]]` with", "a row of the kind `absence` with"),
    ("`[[side]]` in dispute.toml", "a side that the sheet names"),
    (
        "listed under `after` in dispute.toml",
        "with `yes` in `after`",
    ),
    (
        " to `points` or to `after` in dispute.toml",
        " to a row of the sheet",
    ),
    (", without quotation marks", ""),
    (" without quotation marks", ""),
    (" in sources.toml", " of the sheet"),
    (" of sources.toml", " of the sheet"),
    (" from sources.toml", " of the sheet"),
    (" in speakers.toml", " of the sheet"),
    (" from speakers.toml", " of the sheet"),
    ("delete the line if", "leave the cell empty if"),
    ("a text in quotation marks", "a text"),
];

/// What no sheet has: files, tables, lists and keys with values.
const NOT_OF_SHEETS: [&str; 8] = [
    ".toml",
    "[[",
    " = ",
    "square brackets",
    "curly brackets",
    "TOML",
    "a key",
    "keys",
];

/// What is wrong.
pub(super) fn message(text: &str, column: &str) -> String {
    let mut text = in_words(text);
    if NOT_OF_SHEETS.iter().any(|word| text.contains(word)) {
        text = format!("what stands here can't be `{column}`");
    }
    text
}

/// What to do about it: what the column is for, where nothing else can be said
/// in a sheet.
pub(super) fn help(text: &str, column: &str) -> String {
    let text = with_columns(&in_words(text));
    if NOT_OF_SHEETS.iter().any(|word| text.contains(word)) {
        return match column {
            "" => "look at the row beside the table of columns in docs/spreadsheet.md".to_owned(),
            column => format!("write {}", about(column)),
        };
    }
    text
}

fn in_words(text: &str) -> String {
    let mut text = text.to_owned();
    for (from, to) in WORDS {
        text = text.replace(from, to);
    }
    text
}

/// `add `key = …`` as what it is in a sheet: something in the column `key`.
fn with_columns(text: &str) -> String {
    let mut parts = text.split('`').enumerate().map(|(index, part)| {
        let Some((key, value)) = part.split_once(" = ").filter(|_| index % 2 == 1) else {
            return part.to_owned();
        };
        let value = value.trim_matches(['"', '[', ']']);
        if key.contains('{') || value.contains(['{', '[', '=']) {
            return part.to_owned();
        }
        match value {
            "…" | "" => key.to_owned(),
            value => format!("{value}` in `{key}"),
        }
    });
    let first = parts.next().unwrap_or_default();
    parts.fold(first, |text, part| text + "`" + &part)
}

#[cfg(test)]
mod tests {
    use super::{help, message};

    #[test]
    fn nothing_is_said_in_the_terms_of_files() {
        for (text, said) in [
            (
                "add `counted-from = …`, as a rule the day the source was published",
                "add `counted-from`, as a rule the day the source was published",
            ),
            (
                "add a `[[statement]]` by a speaker of that side, or an `[[absence]]` with `side = \"town\"`",
                "add a row with a statement by a speaker of that side, or a row of the kind `absence` with `town` in `side`",
            ),
            (
                "write a day that the calendar has, like 2022-01-31, without quotation marks",
                "write a day that the calendar has, like 2022-01-31",
            ),
            (
                "put `{ hop = \"said\" }` first",
                "write the day, like 2022-01-31",
            ),
        ] {
            assert_eq!(help(text, "date"), said);
        }
        assert_eq!(message("`x` is not an id", "id"), "`x` is not an id");
    }
}
