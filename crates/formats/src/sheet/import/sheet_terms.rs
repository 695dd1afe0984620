//! Rephrases problems of data files in terms of the sheet.

use super::row::column_help;

/// Phrases about data files, and the same for a sheet.
const REPLACEMENTS: [(&str, &str); 14] = [
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

/// Terms that make no sense for a sheet: files, tables, lists and keys with values.
const FILE_TERMS: [&str; 8] = [
    ".toml",
    "[[",
    " = ",
    "square brackets",
    "curly brackets",
    "TOML",
    "a key",
    "keys",
];

/// Rephrases the message of a problem.
pub(super) fn rephrase_message(text: &str, column: &str) -> String {
    let mut text = with_sheet_words(without_place_of_id(text));
    if FILE_TERMS.iter().any(|word| text.contains(word)) {
        text = format!("what stands here can't be `{column}`");
    }
    text
}

/// Rephrases a help text. If that isn't possible, describes the column instead.
pub(super) fn rephrase_help(text: &str, column: &str) -> String {
    let text = with_column_names(&with_sheet_words(text));
    if FILE_TERMS.iter().any(|word| text.contains(word)) {
        return match column {
            "" => "look at the row beside the table of columns in docs/spreadsheet.md".to_owned(),
            column => format!("write {}", column_help(column)),
        };
    }
    text
}

/// The message that an id is used twice, without the file and line of the other one.
fn without_place_of_id(text: &str) -> &str {
    let Some((before, after)) = text.split_once(" is already used for ") else {
        return text;
    };
    let kind = after.split(" in ").next().unwrap_or(after);
    &text[..before.len() + " is already used for ".len() + kind.len()]
}

fn with_sheet_words(text: &str) -> String {
    let mut text = text.to_owned();
    for (from, to) in REPLACEMENTS {
        text = text.replace(from, to);
    }
    text
}

/// Replaces TOML like `key = …` with the name of the column `key`.
fn with_column_names(text: &str) -> String {
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
    use super::{rephrase_help, rephrase_message};

    #[test]
    fn an_id_that_is_used_twice_is_named() {
        let text =
            "the id `post` of a speaker is already used for a source in dam/sources.toml, line 3";
        assert_eq!(
            rephrase_message(text, "speaker"),
            "the id `post` of a speaker is already used for a source"
        );
    }

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
                "write the date as precise as it is known: 2022-01-31, 2022-01, 2022, 2022-01-31/2022-02-02, ../2022-02, 2022-02/..",
            ),
        ] {
            assert_eq!(rephrase_help(text, "date"), said);
        }
        assert_eq!(
            rephrase_message("`x` is not an id", "id"),
            "`x` is not an id"
        );
    }
}
