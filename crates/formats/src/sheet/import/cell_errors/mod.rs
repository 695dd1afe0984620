//! Detects cells that are not real text: error values, placeholders, and text that a
//! program damaged.

mod damaged_text;
mod error_value;
mod placeholder;
#[cfg(test)]
mod tests;

use says_who_model::read::garbled;

use damaged_text::{escape, has_question_mark_for_letter, is_replacement, is_rounded};
use error_value::{is_error, is_too_narrow};
use placeholder::is_placeholder;

/// A message that says what is wrong with a cell, and a help text.
pub(super) type CellError = (String, String);

/// The error of a cell that has a formula error, a placeholder or damaged text;
/// `None` if it is fine. Question marks inside words are checked only in `prose`.
pub(super) fn cell_error(text: &str, prose: bool) -> Option<CellError> {
    let shown = preview(text);
    if let Some(c) = text.chars().find(|&c| is_replacement(c)) {
        return Some((
            format!("in `{shown}` a character was lost: U+{:04X} stands in its place", u32::from(c)),
            "write what the text had there; it was lost when the sheet was saved or opened as something other than UTF-8".to_owned(),
        ));
    }
    if let Some(c) = text
        .chars()
        .find(|&c| c.is_control() && c != '\n' && c != '\t')
    {
        return Some((
            format!("`{shown}` has a control character, U+{:04X}", u32::from(c)),
            "delete it; it can't be seen in most programs".to_owned(),
        ));
    }
    if let Some(error) = text.lines().map(str::trim).find_map(line_error) {
        return Some(error);
    }
    if let Some(escape) = escape(text) {
        return Some((
            format!("`{escape}` is an escape sequence"),
            "write the character itself".to_owned(),
        ));
    }
    if prose
        && let Some(word) = text
            .split_whitespace()
            .find(|word| has_question_mark_for_letter(word))
    {
        return Some((
            format!("in `{word}` a question mark seems to stand where another character was"),
            "write what the text has there, such as “, ” or ’; they are lost where a sheet is not saved as UTF-8".to_owned(),
        ));
    }
    None
}

/// The error of a line that is only an error value or a placeholder.
fn line_error(line: &str) -> Option<CellError> {
    if is_too_narrow(line) {
        return Some((
            format!("`{line}` is shown when a column is too narrow for its value"),
            "write the text itself here, or widen the column and save the sheet again".to_owned(),
        ));
    }
    if is_error(line) {
        return Some((
            format!("`{line}` is what a spreadsheet shows where a formula has no value"),
            "write the text itself here, without a formula; where a text begins with `=`, `+`, `-` or `@`, put an apostrophe before it".to_owned(),
        ));
    }
    if is_placeholder(line) {
        return Some((
            format!("`{line}` is a placeholder"),
            "write what belongs here, or leave the cell empty".to_owned(),
        ));
    }
    if is_rounded(line) {
        return Some((
            format!("`{line}` is a number that the spreadsheet rounded"),
            "make the cell text (Format, Number, Plain text) and write it again".to_owned(),
        ));
    }
    None
}

/// Whether a cell with this text is rejected in any column.
#[must_use]
pub fn is_rejected(text: &str) -> bool {
    garbled(text).is_some() || cell_error(text, true).is_some()
}

/// The beginning of a text, without control characters.
fn preview(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(40)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}
