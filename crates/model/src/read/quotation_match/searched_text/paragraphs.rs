//! Splits a text into paragraphs.

use crate::read::quotation_match::speaker::starts_with_speaker;

/// In a text without empty lines, one line of this many characters means that each
/// line is a paragraph.
const LONG_LINE: usize = 160;

/// Splits a text into paragraphs at empty lines. A page break is not a paragraph
/// break; page numbers next to it are removed. If a text has no empty lines but long
/// ones, each line is a paragraph. A line that starts with a speaker's name, after
/// the end of a sentence, starts a paragraph too.
pub(in crate::read::quotation_match) fn paragraphs(text: &str) -> Vec<String> {
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
