//! A chain in one cell: one line per hop, with its parts separated by `|`.

use crate::format::{Hop, HopKind, Id};

/// Writes a chain as the text of a cell.
pub(super) fn to_cell(chain: &[Hop]) -> String {
    let lines: Vec<String> = chain.iter().map(line).collect();
    lines.join("\n")
}

fn line(hop: &Hop) -> String {
    let kind = match hop.hop {
        HopKind::Said => "said",
        HopKind::Reported => "reported",
        HopKind::Cited => "cited",
    };
    let parts = [
        ("to", hop.to.as_deref()),
        ("how", hop.how.as_deref()),
        ("by", hop.by.as_deref()),
        ("source", hop.source.as_ref().map(Id::as_str)),
        ("verb", hop.verb.as_deref()),
    ];
    let parts = parts
        .into_iter()
        .filter_map(|(key, value)| Some(format!(" | {key}: {}", escape(value?))));
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
    let mut hop = Hop {
        hop: match kind.as_str() {
            "said" => HopKind::Said,
            "reported" => HopKind::Reported,
            "cited" => HopKind::Cited,
            other => {
                return Err(format!(
                    "a step begins with `said`, `reported` or `cited`, not with `{other}`"
                ));
            }
        },
        to: None,
        how: None,
        by: None,
        source: None,
        verb: None,
    };
    for part in parts {
        let Some((key, value)) = part.split_once(':') else {
            return Err(format!("`{part}` has no colon, as in `to: reporters`"));
        };
        let value = value.trim().to_owned();
        let twice = match key.trim() {
            "to" => hop.to.replace(value).is_some(),
            "how" => hop.how.replace(value).is_some(),
            "by" => hop.by.replace(value).is_some(),
            "source" => hop.source.replace(Id(value)).is_some(),
            "verb" => hop.verb.replace(value).is_some(),
            other => {
                return Err(format!(
                    "`{other}` is not one of `to`, `how`, `by`, `source` and `verb`"
                ));
            }
        };
        if twice {
            return Err(format!("`{}` appears twice in one step", key.trim()));
        }
    }
    Ok(hop)
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
    fn what_is_no_chain_is_named() {
        for (cell, said) in [
            ("told | to: x", "not with `told`"),
            ("said | x", "no colon"),
            ("said | who: x", "`who` is not one of"),
            ("said | to: x | to: y", "twice"),
        ] {
            let error = from_cell(cell).expect_err("no chain");
            assert!(error.contains(said), "{error}");
        }
    }
}
