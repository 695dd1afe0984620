//! Example texts that nobody has replaced. They break no other rule, so that a draft
//! can be previewed, but they must not be published.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::InputFile;
use super::input_text::{decode, tidy};
use super::problem::{Place, Problems};

/// The name of the rule.
pub(super) const RULE: &str = "examples";

/// Example texts with a space in them that authors may well use themselves. (Texts
/// without a space are not compared: they may be ids.)
const ALLOWED: [&str; 4] = [
    "First publication.",
    "The sides stand in alphabetical order.",
    "The source read carries nothing from this side.",
    "What had been published by the evening of that day.",
];

/// Reports each text of `files` that is one of the `examples`.
pub(super) fn report_untouched(
    files: &[InputFile],
    examples: &[InputFile],
    problems: &mut Problems,
) {
    let mut known = HashSet::new();
    // Ignore problems: a test ensures that our own examples are valid.
    let mut of_examples = Problems::new("");
    for file in examples {
        for_each_text(file, &mut of_examples, &mut |_, text| {
            if text.contains(' ') && !ALLOWED.contains(&&*text) {
                known.insert(text);
            }
        });
    }
    if known.is_empty() {
        return;
    }
    for file in files {
        let mut found = Vec::new();
        // Ignore problems: reading the data reports them.
        let mut of_file = Problems::new("");
        for_each_text(file, &mut of_file, &mut |place, text| {
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

/// Calls `each` with every string value of a TOML file, and its place.
fn for_each_text(file: &InputFile, problems: &mut Problems, each: &mut impl FnMut(Place, String)) {
    let Some(text) = decode(file, problems) else {
        return;
    };
    let (table, _) = DeTable::parse_recoverable(&text);
    let mut strings = Vec::new();
    for (_, value) in table.into_inner() {
        collect_strings(value, &mut strings);
    }
    for (offset, string) in strings {
        each(Place::at(&file.path, &text, offset), tidy(&string));
    }
}

fn collect_strings(value: Spanned<DeValue<'_>>, strings: &mut Vec<(usize, String)>) {
    let start = value.span().start;
    match value.into_inner() {
        DeValue::String(string) => strings.push((start, string.into_owned())),
        DeValue::Array(items) => items
            .into_iter()
            .for_each(|item| collect_strings(item, strings)),
        DeValue::Table(table) => table
            .into_iter()
            .for_each(|(_, value)| collect_strings(value, strings)),
        _ => {}
    }
}
