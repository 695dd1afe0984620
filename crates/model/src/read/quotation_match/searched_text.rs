//! A text prepared for searching: its normal form, with what that form loses:
//! paragraphs, words hyphenated at a line end, and which parts the text itself
//! puts in quotation marks.

use std::ops::Range;

use super::find::Found;
use super::normal::{Form, is_word_char, normalize};
use super::sentences::sentence_ranges;
use super::speaker::starts_with_speaker;

/// Placeholder for a hyphen at a line end. The print does not tell whether it
/// belongs to the word or to the line break. U+FDD0 is a Unicode noncharacter,
/// reserved for internal use, so no text contains it.
pub(super) const LINE_END_HYPHEN: char = '\u{fdd0}';

/// In a text without empty lines, one line of this many characters means that each
/// line is a paragraph.
const LONG_LINE: usize = 160;

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
/// hyphens at line ends marked first, because the normal form loses line breaks. A
/// minus sign before a digit becomes a hyphen: after a dash, a quotation could
/// begin.
pub(super) fn search_form(text: &str) -> Form {
    normalize(&mark_line_end_hyphens(&minus_as_hyphen(text)))
}

/// Removes hyphens; also returns the original offset of each remaining byte.
pub(super) fn without_hyphens(form: &str) -> (String, Vec<usize>) {
    let kept = form
        .char_indices()
        .filter(|(_, c)| !matches!(*c, '-' | LINE_END_HYPHEN));
    let mut plain = String::with_capacity(form.len());
    let mut places = Vec::with_capacity(form.len());
    for (at, c) in kept {
        plain.push(c);
        places.extend(at..at + c.len_utf8());
    }
    (plain, places)
}

/// Splits a text into paragraphs at empty lines. A page break is not a paragraph
/// break; page numbers next to it are removed. If a text has no empty lines but long
/// ones, each line is a paragraph. A line that starts with a speaker's name, after
/// the end of a sentence, starts a paragraph too.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.replace(['\u{2028}', '\u{85}'], "\n");
    let text = without_page_ends(&text.replace('\u{2029}', "\n\n"));
    let lines: Vec<&str> = text.lines().collect();
    let last = lines.iter().rposition(|line| !line.trim().is_empty());
    let body = &lines[..last.map_or(0, |last| last + 1)];
    let first = body.iter().position(|line| !line.trim().is_empty());
    let body = &body[first.unwrap_or(0)..];
    let a_line_each = body.iter().all(|line| !line.trim().is_empty())
        && body.iter().any(|line| line.chars().count() >= LONG_LINE);
    let mut all = vec![String::new()];
    for line in body {
        let before = all.last().map_or("", String::as_str);
        if line.trim().is_empty()
            || a_line_each
            || (is_sentence_end(before) && starts_with_speaker(line))
        {
            all.push(String::new());
        }
        if let Some(paragraph) = all.last_mut() {
            if !paragraph.is_empty() {
                paragraph.push('\n');
            }
            paragraph.push_str(line);
        }
    }
    all.retain(|paragraph| !paragraph.trim().is_empty());
    all
}

/// Whether the text is empty or ends with the end of a sentence.
fn is_sentence_end(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '”' | '’' | '»' | '\'' | ')' | ']' | '*' | '_')
    });
    text.is_empty() || text.ends_with(['.', '?', '!', '…', '-', '–', '—'])
}

/// Joins pages: removes form feeds, with page numbers and empty lines next to them.
fn without_page_ends(text: &str) -> String {
    let pages: Vec<&str> = text.split('\u{c}').collect();
    let number = |line: &str| {
        let line = line.trim().trim_matches(['-', '–', ' ']);
        line.len() <= 4 && line.chars().all(|c| c.is_ascii_digit())
    };
    let mut joined: Vec<String> = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let mut lines: Vec<&str> = page.lines().collect();
        if index + 1 < pages.len() {
            while lines.last().is_some_and(|line| number(line)) {
                lines.pop();
            }
        }
        let head = if index > 0 {
            lines.iter().take_while(|line| number(line)).count()
        } else {
            0
        };
        joined.push(lines[head..].join("\n"));
    }
    joined.join("\n")
}

/// Characters that hyphenate a word at a line end: hyphens of all kinds, `¬`, by
/// which text programs show a soft hyphen, and the characters that PDF viewers
/// substitute for one when text is copied.
const HYPHENATION_CHARS: [char; 7] = [
    '-', '\u{ad}', '\u{2010}', '\u{2011}', '¬', '\u{2}', '\u{fffe}',
];

/// Joins words hyphenated at line ends, with `LINE_END_HYPHEN` between. A hyphen
/// before `and` or `or` belongs to a shortened compound: `short- and long-term`.
fn mark_line_end_hyphens(text: &str) -> String {
    const JOINING: [&str; 9] = ["and", "or", "to", "и", "или", "та", "und", "oder", "et"];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find('\n') {
        let (line, next) = (&rest[..end], rest[end..].trim_start());
        let line = line.trim_end();
        let word: String = next.chars().take_while(|c| is_word_char(*c)).collect();
        let stem = line.strip_suffix(HYPHENATION_CHARS);
        match stem {
            Some(stem)
                if stem.ends_with(is_word_char)
                    && word.chars().next().is_some_and(char::is_alphabetic)
                    && !JOINING.contains(&word.as_str()) =>
            {
                out.push_str(stem);
                out.push(LINE_END_HYPHEN);
                rest = next;
            }
            _ => {
                out.push_str(&rest[..=end]);
                rest = &rest[end + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Replaces a minus sign, or a dash used as one, right before a digit with a hyphen.
fn minus_as_hyphen(text: &str) -> String {
    let chars: Vec<char> = text.chars().filter(|c| *c != LINE_END_HYPHEN).collect();
    let sign = |at: usize| {
        let before = at.checked_sub(1).map(|before| chars[before]);
        matches!(chars[at], '−' | '–')
            && before.is_none_or(|c| c.is_whitespace() || c == '(')
            && chars.get(at + 1).is_some_and(char::is_ascii_digit)
    };
    let signed = (0..chars.len()).map(|at| if sign(at) { '-' } else { chars[at] });
    signed.collect()
}

/// The ranges that a paragraph puts in quotation marks (outermost pairs only), moved
/// by `start`. An unclosed quotation extends to the end of the paragraph.
fn quoted(form: &Form, start: usize) -> Vec<Range<usize>> {
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
pub(super) fn opening_marks(form: &Form) -> Vec<bool> {
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
