//! The quotation marks of a text: what they enclose, and which of them open.

use std::ops::Range;

use crate::read::quotation_match::normal::Form;

/// The ranges that a paragraph puts in quotation marks (outermost pairs only), moved
/// by `start`. An unclosed quotation extends to the end of the paragraph.
pub(super) fn quoted(form: &Form, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = OpenMarks::default();
    for (index, mark) in form.marks.iter().enumerate() {
        match open.push(form, index) {
            MarkRole::Closes(from) => found.push(from + start..mark.at + start),
            MarkRole::Opens | MarkRole::Inside => {}
        }
    }
    if let Some((_, from)) = open.0.first() {
        found.push(from + start..form.text.len() + start);
    }
    found
}

/// Whether each quotation mark opens a quotation.
pub(in crate::read::quotation_match) fn opening_marks(form: &Form) -> Vec<bool> {
    let mut open = OpenMarks::default();
    let marks = form.marks.iter().enumerate();
    let facing = marks.map(|(index, mark)| {
        let role = open.push(form, index);
        mark.opens.unwrap_or(matches!(role, MarkRole::Opens))
    });
    facing.collect()
}

/// A stack of the quotation marks that are still open: whether each is single, and
/// the offset after it.
#[derive(Default)]
struct OpenMarks(Vec<(bool, usize)>);

/// What a quotation mark does.
enum MarkRole {
    Opens,
    /// Closes the outermost quotation, which starts at this offset.
    Closes(usize),
    /// Belongs to a nested quotation, or is an apostrophe.
    Inside,
}

impl OpenMarks {
    /// Processes the next quotation mark.
    fn push(&mut self, form: &Form, index: usize) -> MarkRole {
        let mark = form.marks[index];
        let same = self
            .0
            .iter()
            .rposition(|(single, _)| *single == mark.single);
        match (mark.opens.unwrap_or(same.is_none()), same) {
            // An apostrophe at the start of a word.
            (true, None) if mark.single && !is_closed_later(form, index) => MarkRole::Inside,
            (true, None) => {
                self.0.push((mark.single, mark.at + 1));
                MarkRole::Opens
            }
            (false, Some(at)) => {
                let (_, from) = self.0[at];
                self.0.truncate(at);
                if self.0.is_empty() {
                    MarkRole::Closes(from)
                } else {
                    MarkRole::Inside
                }
            }
            // A second opening mark continues the same quotation; a closing mark
            // without an opening one is an apostrophe at the end of a word.
            (true, Some(_)) | (false, None) => MarkRole::Inside,
        }
    }
}

/// Whether a closing mark follows the single mark at `index`.
fn is_closed_later(form: &Form, index: usize) -> bool {
    let mut rest = form.marks[index + 1..].iter();
    rest.any(|mark| mark.single && mark.opens != Some(true))
}
