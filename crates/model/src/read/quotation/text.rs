//! A text as it is searched: in normal form, with what that form forgets:
//! paragraphs, words divided at a line's end, and which parts the text itself
//! sets in quotation marks.

use std::ops::Range;

use super::found::Found;
use super::normal::{Form, form, is_part};
use super::sentences;
use super::speaker::has_speaker;

/// Stands where a word is divided at a line's end: the print does not tell
/// whether the hyphen is the word's own. Unicode keeps this code point for
/// programs; no text has it.
pub(super) const DIVIDED: char = '\u{fdd0}';

/// A line from which on a text without empty lines has a paragraph a line.
const LONG_LINE: usize = 160;

/// A text to search for quotations.
#[derive(Clone, Debug, Default)]
pub struct SearchedText {
    /// Its normal form, divided words marked, paragraphs joined by a blank.
    pub(super) form: String,
    /// The same without hyphens and without marks of division.
    pub(super) plain: String,
    /// For each byte of `plain`, its byte in `form`.
    pub(super) in_form: Vec<usize>,
    /// The paragraphs, as bytes of `form`.
    pub(super) paragraphs: Vec<Range<usize>>,
    /// What the text sets in quotation marks of its own, outermost alone: the
    /// bytes between them.
    pub(super) quoted: Vec<Range<usize>>,
    /// Its sentences, as bytes of `form`.
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
            let sentences = sentences::ranges(&form).into_iter();
            let moved = sentences.map(|range| range.start + start..range.end + start);
            searched.sentences.extend(moved);
            searched.form.push_str(&form.text);
            searched.paragraphs.push(start..searched.form.len());
        }
        (searched.plain, searched.in_form) = plain(&searched.form);
        searched
    }

    /// The paragraph in which a place stands.
    pub(super) fn paragraph(&self, at: usize) -> Range<usize> {
        let index = self.paragraphs.partition_point(|range| range.end < at);
        self.paragraphs.get(index).cloned().unwrap_or(0..0)
    }

    /// The sentence in which a place stands, or the next.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let index = self.sentences.partition_point(|range| range.end <= at);
        let end = self.form.len()..self.form.len();
        self.sentences.get(index).cloned().unwrap_or(end)
    }

    /// The sentences over which a quotation goes, counted from 0.
    #[must_use]
    pub fn sentences_of(&self, found: &Found) -> Range<usize> {
        let place = &found.place;
        let first = self
            .sentences
            .partition_point(|range| range.end <= place.start);
        let last = self
            .sentences
            .partition_point(|range| range.start < place.end);
        first..last
    }

    /// What stands at a place, for a person to read.
    pub(super) fn shown(&self, place: Range<usize>) -> String {
        let text = self.form.get(place).unwrap_or_default();
        text.replace(DIVIDED, "").trim().to_owned()
    }
}

/// The form in which quotations and texts are searched: the normal form, and
/// what only a text before it tells. A minus sign at a digit is a hyphen here,
/// so that it is no dash that a quotation may begin behind.
pub(super) fn search_form(text: &str) -> Form {
    form(&divided(&signed(text)))
}

/// A text without its hyphens, and where each byte of the rest stood.
pub(super) fn plain(form: &str) -> (String, Vec<usize>) {
    let kept = form
        .char_indices()
        .filter(|(_, c)| !matches!(*c, '-' | DIVIDED));
    let mut plain = String::with_capacity(form.len());
    let mut places = Vec::with_capacity(form.len());
    for (at, c) in kept {
        plain.push(c);
        places.extend(at..at + c.len_utf8());
    }
    (plain, places)
}

/// The paragraphs of a text: what stands between empty lines. A page's end is
/// none, and the number of the page beside it goes. Where a text has no empty
/// line but long ones, each line is a paragraph. A line that begins with a
/// speaker's name, behind the end of a sentence, begins one too.
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
        if line.trim().is_empty() || a_line_each || (has_ended(before) && has_speaker(line)) {
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

/// Whether a sentence ends here, or nothing has begun.
fn has_ended(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '”' | '’' | '»' | '\'' | ')' | ']' | '*' | '_')
    });
    text.is_empty() || text.ends_with(['.', '?', '!', '…', '-', '–', '—'])
}

/// The text with pages joined: form feeds go, with a page's number and empty
/// lines beside them.
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

/// What stands at a line's end where a word is divided: hyphens of all kinds, the
/// sign by which text programs show a soft one, and the characters that PDF
/// viewers put in the place of one when text is copied.
const DIVIDING: [char; 7] = [
    '-', '\u{ad}', '\u{2010}', '\u{2011}', '¬', '\u{2}', '\u{fffe}',
];

/// Marks words divided at the ends of lines. A hyphen before `and` or `or`
/// belongs to a word that is left out there: `short- and long-term`.
fn divided(text: &str) -> String {
    const JOINING: [&str; 9] = ["and", "or", "to", "и", "или", "та", "und", "oder", "et"];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find('\n') {
        let (line, next) = (&rest[..end], rest[end..].trim_start());
        let line = line.trim_end();
        let word: String = next.chars().take_while(|c| is_part(*c)).collect();
        let stem = line.strip_suffix(DIVIDING);
        match stem {
            Some(stem)
                if stem.ends_with(is_part)
                    && word.chars().next().is_some_and(char::is_alphabetic)
                    && !JOINING.contains(&word.as_str()) =>
            {
                out.push_str(stem);
                out.push(DIVIDED);
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

/// A minus sign, or a dash for one, right before a digit, as a hyphen.
fn signed(text: &str) -> String {
    let chars: Vec<char> = text.chars().filter(|c| *c != DIVIDED).collect();
    let sign = |at: usize| {
        let before = at.checked_sub(1).map(|before| chars[before]);
        matches!(chars[at], '−' | '–')
            && before.is_none_or(|c| c.is_whitespace() || c == '(')
            && chars.get(at + 1).is_some_and(char::is_ascii_digit)
    };
    let signed = (0..chars.len()).map(|at| if sign(at) { '-' } else { chars[at] });
    signed.collect()
}

/// What a paragraph sets in quotation marks, outermost alone, moved by `start`.
/// A quotation that is not closed goes to the paragraph's end.
fn quoted(form: &Form, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = Open::default();
    for (index, mark) in form.marks.iter().enumerate() {
        match open.meet(form, index) {
            Met::Closes(from) => found.push(from + start..mark.at + start),
            Met::Opens | Met::Inside => {}
        }
    }
    if let Some((_, from)) = open.0.first() {
        found.push(from + start..form.text.len() + start);
    }
    found
}

/// Whether each mark opens.
pub(super) fn facing(form: &Form) -> Vec<bool> {
    let mut open = Open::default();
    let marks = form.marks.iter().enumerate();
    let facing = marks.map(|(index, mark)| {
        let met = open.meet(form, index);
        mark.opens.unwrap_or(matches!(met, Met::Opens))
    });
    facing.collect()
}

/// The marks that are open at a place of a paragraph: whether each is single,
/// and the byte behind it.
#[derive(Default)]
struct Open(Vec<(bool, usize)>);

enum Met {
    Opens,
    /// Closes the outermost quotation, which began here.
    Closes(usize),
    Inside,
}

impl Open {
    /// Takes the next mark.
    fn meet(&mut self, form: &Form, index: usize) -> Met {
        let mark = form.marks[index];
        let same = self
            .0
            .iter()
            .rposition(|(single, _)| *single == mark.single);
        match (mark.opens.unwrap_or(same.is_none()), same) {
            // An apostrophe that begins a word.
            (true, None) if mark.single && !closes(form, index) => Met::Inside,
            (true, None) => {
                self.0.push((mark.single, mark.at + 1));
                Met::Opens
            }
            (false, Some(at)) => {
                let (_, from) = self.0[at];
                self.0.truncate(at);
                if self.0.is_empty() {
                    Met::Closes(from)
                } else {
                    Met::Inside
                }
            }
            // A second mark that opens goes on with the same quotation; one
            // that closes nothing is an apostrophe that ends a word.
            (true, Some(_)) | (false, None) => Met::Inside,
        }
    }
}

/// Whether the single mark at `index` has one that closes it.
fn closes(form: &Form, index: usize) -> bool {
    let mut rest = form.marks[index + 1..].iter();
    rest.any(|mark| mark.single && mark.opens != Some(true))
}
