//! A chain in one cell: one line per hop, with its parts separated by `|`.

use serde_json::{Map, Value};

use super::export::Row;
use super::when_columns::{WhenColumns, when_columns};
use crate::format::{Hop, HopKind, Id, When};

/// Writes a chain as the text of a cell.
pub(super) fn to_cell(chain: &[Hop]) -> String {
    let lines: Vec<String> = chain.iter().map(line).collect();
    lines.join("\n")
}

/// The keys of a hop's date, each after `when`.
const WHEN: WhenColumns = WhenColumns {
    date: "when",
    unknown: "when-unknown",
    part: "when-part-of-day",
    words: "when-words",
    words_language: "when-words-language",
    counted_from: "when-counted-from",
    source: "when-source",
    other_calendar: "when-other-calendar",
    note: "when-note",
};

fn line(hop: &Hop) -> String {
    let mut when = Row::new();
    if let Some(date) = &hop.when {
        when_columns(date, &WHEN, &mut when);
    }
    let texts = [
        ("to", hop.to.as_deref()),
        ("how", hop.how.as_deref()),
        ("where", hop.place_name.as_deref()),
    ];
    let dates = WHEN.by_key();
    let dates = dates
        .iter()
        .map(|(_, key)| (*key, when.get(key).map(String::as_str)));
    let more = [
        ("by", hop.by.as_deref()),
        ("source", hop.source.as_ref().map(Id::as_str)),
        ("at", hop.at.as_deref()),
        ("verb", hop.verb.as_deref()),
        ("note", hop.note.as_deref()),
    ];
    let parts = texts.into_iter().chain(dates).chain(more);
    let parts = parts.filter_map(|(key, value)| Some(format!(" | {key}: {}", escape(value?))));
    let kind: &str = hop.hop.into();
    std::iter::once(kind.to_owned()).chain(parts).collect()
}

/// Parses the text of a cell as a chain.
pub(super) fn from_cell(cell: &str) -> Result<Vec<Hop>, String> {
    let lines = cell.lines().filter(|line| !line.trim().is_empty());
    lines.map(hop).collect()
}

fn hop(line: &str) -> Result<Hop, String> {
    let mut parts = split(line).into_iter();
    let kind = parts.next().unwrap_or_default();
    let Ok(kind) = kind.parse::<HopKind>() else {
        return Err(format!("a step begins with {KINDS}, not with `{kind}`"));
    };
    let mut hop = Hop::new(kind);
    let mut dates = Map::new();
    for part in parts {
        let Some((key, value)) = part.split_once(':') else {
            return Err(format!("`{part}` has no colon, as in `to: reporters`"));
        };
        let (key, value) = (key.trim(), value.trim().to_owned());
        let twice = match key {
            "to" => hop.to.replace(value).is_some(),
            "how" => hop.how.replace(value).is_some(),
            "where" => hop.place_name.replace(value).is_some(),
            "by" => hop.by.replace(value).is_some(),
            "source" => hop.source.replace(Id(value)).is_some(),
            "at" => hop.at.replace(value).is_some(),
            "verb" => hop.verb.replace(value).is_some(),
            "note" => hop.note.replace(value).is_some(),
            other => match WHEN.by_key().into_iter().find(|(_, key)| *key == other) {
                Some((of_date, _)) => dates.insert(of_date.to_owned(), value.into()).is_some(),
                None => return Err(format!("`{other}` is not one of {KEYS}")),
            },
        };
        if twice {
            return Err(format!("`{key}` appears twice in one step"));
        }
    }
    hop.when = when(dates)?;
    Ok(hop)
}

/// The first words of steps, for messages.
const KINDS: &str =
    "`said`, `reported`, `cited`, `carried`, `passed-on`, `filed`, `published` or `unknown`";

/// The keys of a step, for messages. The other keys of its date begin with `when-`.
const KEYS: &str = "`to`, `how`, `where`, `when`, `by`, `source`, `at`, `verb` and `note`";

/// The date of a step, from its parts.
fn when(parts: Map<String, Value>) -> Result<Option<When>, String> {
    if parts.is_empty() {
        return Ok(None);
    }
    let when = serde_json::from_value(parts.into());
    when.map(Some)
        .map_err(|error| format!("the date of a step can't be read: {error}"))
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('|', "\\|")
        .replace(['\r', '\n'], " ")
}

/// Splits a line at `|`, except where a backslash escapes it.
fn split(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        let literal = match c {
            '|' => {
                parts.push(String::new());
                continue;
            }
            '\\' => chars.next().unwrap_or('\\'),
            other => other,
        };
        if let Some(part) = parts.last_mut() {
            part.push(literal);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{from_cell, to_cell};

    #[test]
    fn a_chain_is_read_as_it_was_written() {
        let cell =
            "said | to: a | b \\| c\\\\: d\nreported | by: x\ncited | source: an-id | verb: said";
        assert!(from_cell(cell).is_err());
        let cell = cell.replace("a | b", "a \\| b");
        let chain = from_cell(&cell).expect("a chain");
        assert_eq!(chain[0].to.as_deref(), Some("a | b | c\\: d"));
        assert_eq!(to_cell(&chain), cell);
    }

    #[test]
    fn every_key_is_written_and_read() {
        let cell = "said | to: x | how: by post | where: in Geneva | when: 2022-01 | when-words: last month | when-counted-from: 2022-02-03 | verb: tweeted\n\
            unknown | note: No source says.\n\
            filed | when-unknown: The stamp is torn. | by: the court\n\
            passed-on | when: 2022-02-01 | when-part-of-day: evening | by: a clerk\n\
            published | when: 2022-02-01T10:30:00Z | by: x\n\
            carried | source: an-id | at: page 12";
        let chain = from_cell(cell).expect("a chain");
        assert_eq!(chain.len(), 6);
        assert_eq!(to_cell(&chain), cell);
    }

    #[test]
    fn what_is_no_chain_is_named() {
        for (cell, said) in [
            ("told | to: x", "not with `told`"),
            ("said | x", "no colon"),
            ("said | who: x", "`who` is not one of"),
            ("said | to: x | to: y", "twice"),
            ("said | when: 2022-13", "date of a step"),
        ] {
            let error = from_cell(cell).expect_err("no chain");
            assert!(error.contains(said), "{error}");
        }
    }
}
