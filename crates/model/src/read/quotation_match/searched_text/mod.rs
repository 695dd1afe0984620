//! A text prepared for searching: its normal form, with what that form loses:
//! paragraphs, words hyphenated at a line end, and which parts the text itself
//! puts in quotation marks.

mod east_asian;
mod hyphens;
mod paragraphs;
mod quotation_marks;

pub(super) use hyphens::{LINE_END_HYPHEN, without_hyphens};
pub(super) use paragraphs::paragraphs;
pub(super) use quotation_marks::opening_marks;

use std::ops::Range;

use east_asian::{corner_brackets_as_marks, join_lines};
use hyphens::{mark_line_end_hyphens, minus_as_hyphen};
use quotation_marks::quoted;

use super::find::Found;
use super::normal::{Form, normalize};
use super::sentences::sentence_ranges;

/// A text to search for quotations.
#[derive(Clone, Debug, Default)]
pub struct SearchedText {
    /// Its normal form, with `LINE_END_HYPHEN`s and paragraphs joined by a space.
    pub(super) form: String,
    /// The same without hyphens and `LINE_END_HYPHEN`s.
    pub(super) without_hyphens: String,
    /// For each byte of `without_hyphens`, its offset in `form`.
    pub(super) form_offsets: Vec<usize>,
    /// The paragraphs, as byte ranges of `form`.
    pub(super) paragraphs: Vec<Range<usize>>,
    /// What the text itself puts in quotation marks (outermost pairs only), as byte
    /// ranges of `form` between the marks.
    pub(super) quoted: Vec<Range<usize>>,
    /// Its sentences, as byte ranges of `form`.
    pub(super) sentences: Vec<Range<usize>>,
}

impl SearchedText {
    /// Prepares a text for searching.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut searched = Self::default();
        for paragraph in paragraphs(text) {
            let form = search_form(&paragraph);
            if form.text.is_empty() {
                continue;
            }
            if !searched.form.is_empty() {
                searched.form.push(' ');
            }
            let start = searched.form.len();
            searched.quoted.extend(quoted(&form, start));
            let sentences = sentence_ranges(&form).into_iter();
            let moved = sentences.map(|range| range.start + start..range.end + start);
            searched.sentences.extend(moved);
            searched.form.push_str(&form.text);
            searched.paragraphs.push(start..searched.form.len());
        }
        (searched.without_hyphens, searched.form_offsets) = without_hyphens(&searched.form);
        searched
    }

    /// The paragraph that contains an offset.
    pub(super) fn paragraph(&self, at: usize) -> Range<usize> {
        let index = self.paragraphs.partition_point(|range| range.end < at);
        self.paragraphs.get(index).cloned().unwrap_or(0..0)
    }

    /// The sentence that contains an offset, otherwise the next one.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let index = self.sentences.partition_point(|range| range.end <= at);
        let end = self.form.len()..self.form.len();
        self.sentences.get(index).cloned().unwrap_or(end)
    }

    /// The sentences that a quotation spans, counted from 0.
    #[must_use]
    pub fn sentence_numbers(&self, found: &Found) -> Range<usize> {
        let place = &found.place;
        let first = self
            .sentences
            .partition_point(|range| range.end <= place.start);
        let last = self
            .sentences
            .partition_point(|range| range.start < place.end);
        first..last
    }

    /// The text of a range, for display.
    pub(super) fn display_text(&self, place: Range<usize>) -> String {
        let text = self.form.get(place).unwrap_or_default();
        text.replace(LINE_END_HYPHEN, "").trim().to_owned()
    }
}

/// The form in which quotations and texts are compared: the normal form, with
/// hyphens at line ends marked first, because the normal form loses line breaks.
/// Corner brackets become quotation marks, and Chinese and Japanese lines are joined
/// without a space. A
/// minus sign before a digit becomes a hyphen: after a dash, a quotation could
/// begin.
pub(super) fn search_form(text: &str) -> Form {
    let text = join_lines(&corner_brackets_as_marks(text));
    normalize(&mark_line_end_hyphens(&minus_as_hyphen(&text)))
}
