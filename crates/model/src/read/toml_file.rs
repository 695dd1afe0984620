//! A TOML file with the places of its values, and the checks of its texts.

use std::ops::Range;

use super::characters::{describe_char, first_hidden};
use super::input_text::{MAX_CHARACTERS, is_visible, paragraph_break_in_quotation, tidy};
use super::problem::{Place, Problems};
use super::real_text;
use super::toml_string;

/// A value with its place in a file.
#[derive(Clone, Debug)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

/// The file that a value is from.
#[derive(Clone, Copy)]
pub(crate) struct TomlFile<'a> {
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
    /// The byte offset of each line, so that finding a place does not rescan the
    /// whole file.
    pub(crate) lines: &'a [usize],
}

impl TomlFile<'_> {
    pub(crate) fn place(self, offset: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line.saturating_sub(1)];
        let before = self.text.get(start..offset).unwrap_or_default();
        Place {
            file: self.path.to_owned(),
            line,
            column: before.chars().count() + 1,
        }
    }

    /// Whether the table that begins at `offset` is written in curly brackets.
    pub(crate) fn is_inline_table(self, offset: usize) -> bool {
        self.text
            .get(offset..)
            .is_some_and(|text| text.starts_with('{'))
    }

    /// The place of a character in a string literal, by its index in the decoded
    /// string; the literal is at `span`.
    fn place_in_string(self, span: &Range<usize>, number: usize) -> Place {
        let written = self.text.get(span.clone()).unwrap_or_default();
        self.place(span.start + toml_string::offset(written, number))
    }

    /// Checks and normalizes a string. Reports why it can't be accepted. `None` if
    /// there is no usable text.
    pub(crate) fn checked_text(
        self,
        key: &str,
        span: &Range<usize>,
        text: &str,
        problems: &mut Problems,
    ) -> Option<Located<String>> {
        let place = self.place(span.start);
        if report_too_long(text, &place, key, problems) {
            return None;
        }
        if !is_visible(text) {
            problems.add(
                &place,
                "fields",
                format!("`{key}` is empty"),
                format!("write something, or delete it if `{key}` may be left out"),
            );
            return None;
        }
        if let Some((number, c)) = first_hidden(text) {
            problems.add(
                &self.place_in_string(span, number),
                "text",
                format!("`{key}` contains an invisible character: {}", describe_char(c)),
                "delete it, with the escape that stands for it if it is written as one; if it came with copied text, type the words around it again",
            );
        } else if let Some(number) = paragraph_break_in_quotation(text) {
            problems.add(
                &self.place_in_string(span, number),
                "verbatim-marked",
                "a quotation continues across a paragraph break",
                "close it with ” where the paragraph ends, and open the next with “",
            );
        }
        let value = tidy(text);
        if let Some(unintended) = real_text::unintended_text(&value) {
            problems.add(&place, real_text::RULE, unintended.message, unintended.help);
        }
        Some(Located { value, place })
    }
}

/// The byte offset of each line; never empty.
pub(crate) fn lines(text: &str) -> Vec<usize> {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(ends).collect()
}

/// Reports a text that is too long, and returns whether it is.
fn report_too_long(text: &str, place: &Place, key: &str, problems: &mut Problems) -> bool {
    // Bytes first: characters are counted only if the text could be too long.
    let long = text.len() > MAX_CHARACTERS && text.chars().count() > MAX_CHARACTERS;
    if long {
        problems.add(
            place,
            "text",
            format!(
                "`{key}` has {} characters; the maximum is {MAX_CHARACTERS}",
                text.chars().count()
            ),
            "keep to what was said on this point, and link to the rest",
        );
    }
    long
}
