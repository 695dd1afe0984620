//! Texts of an example that was begun with and that nobody wrote over. They keep
//! no rule from being kept, so that a draft can be looked at; they are no texts
//! to publish.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::InputFile;
use super::problem::{Place, Problems};
use super::text::{decode, tidy};

/// The name of the rule.
pub(super) const RULE: &str = "examples";

/// Texts that are one or two words longer than an id, of the example's: what has
/// a blank in it. Those in `STAY` may well be the author's own.
const STAY: [&str; 4] = [
    "First publication.",
    "The sides stand in alphabetical order.",
    "The source read carries nothing from this side.",
    "What had been published by the evening of that day.",
];

/// Reports each text of `files` that is one of the `examples`.
pub(super) fn untouched(files: &[InputFile], examples: &[InputFile], problems: &mut Problems) {
    let mut known = HashSet::new();
    // The examples are ours; a test sees that they can be read.
    let mut of_examples = Problems::new("");
    for file in examples {
        texts(file, &mut of_examples, &mut |_, text| {
            if text.contains(' ') && !STAY.contains(&&*text) {
                known.insert(text);
            }
        });
    }
    if known.is_empty() {
        return;
    }
    for file in files {
        let mut found = Vec::new();
        // What can't be read is reported where it is read.
        let mut of_file = Problems::new("");
        texts(file, &mut of_file, &mut |place, text| {
            if known.contains(&text) {
                found.push((place, text));
            }
        });
        for (place, text) in found {
            problems.add(
                &place,
                RULE,
                format!("`{text}` is the text of the example"),
                "write your own in its place, or delete the entry if the dispute has none",
            );
        }
    }
}

/// Hands over every text of a file.
fn texts(file: &InputFile, problems: &mut Problems, each: &mut impl FnMut(Place, String)) {
    let Some(text) = decode(file, problems) else {
        return;
    };
    let (table, _) = DeTable::parse_recoverable(&text);
    let mut strings = Vec::new();
    for (_, value) in table.into_inner() {
        collect(value, &mut strings);
    }
    for (offset, string) in strings {
        each(Place::at(&file.path, &text, offset), tidy(&string));
    }
}

fn collect(value: Spanned<DeValue<'_>>, strings: &mut Vec<(usize, String)>) {
    let start = value.span().start;
    match value.into_inner() {
        DeValue::String(string) => strings.push((start, string.into_owned())),
        DeValue::Array(items) => items.into_iter().for_each(|item| collect(item, strings)),
        DeValue::Table(table) => table
            .into_iter()
            .for_each(|(_, value)| collect(value, strings)),
        _ => {}
    }
}
