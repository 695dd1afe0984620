//! Finds the row of column headers, and the columns that they name.

use says_who_model::read::garbled;

use super::csv_reader::{Record, parse_csv};
use super::problem::{Problems, list_rows};
use crate::sheet::COLUMNS;

/// The header of a column.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Header {
    /// A column of the format.
    Known(&'static str),
    /// A column of the author's own, which is ignored.
    Custom(String),
    /// An invalid header, which was reported.
    Invalid,
    /// No header.
    Empty,
}

/// The header row is searched in this many rows.
const MAX_HEADER_ROW: usize = 10;

/// How many bytes of a sheet are examined to detect its delimiter.
const SAMPLE: usize = 64 * 1024;

/// A column name reduced to lower-case letters and digits, for comparison.
fn normalize(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    let key: String = letters.flat_map(char::to_lowercase).collect();
    match key.as_str() {
        "summarizedby" => "summarisedby".to_owned(),
        _ => key,
    }
}

/// The column that a header names, ignoring case, spaces and punctuation.
fn known_column(header: &str) -> Option<&'static str> {
    let key = normalize(header);
    let mut names = COLUMNS.iter().map(|column| column.name);
    names.find(|name| self::normalize(name) == key)
}

fn count_known(record: &Record) -> usize {
    let known = record
        .cells
        .iter()
        .filter(|cell| known_column(cell).is_some());
    known.count()
}

/// Detects the delimiter: the one with which the most known headers are found.
pub(super) fn detect_delimiter(text: &str) -> char {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let headers = |delimiter: char| {
        let (records, _) = parse_csv(&text[..end], delimiter);
        records
            .iter()
            .take(MAX_HEADER_ROW)
            .map(count_known)
            .max()
            .unwrap_or(0)
    };
    // `max_by_key` takes the last of equals, which is the comma.
    let found = ['|', '\t', ';', ',']
        .into_iter()
        .max_by_key(|&mark| headers(mark));
    found.unwrap_or(',')
}

/// The index of the header row.
pub(super) fn find_row(all: &[Record], problems: &mut Problems) -> Option<usize> {
    let filled = all
        .iter()
        .take(MAX_HEADER_ROW)
        .enumerate()
        .filter(|(_, record)| record.cells.iter().any(|cell| !cell.trim().is_empty()));
    let mut candidates = filled.map(|(at, record)| (count_known(record), at));
    let many = candidates.clone().find(|(count, _)| *count >= 3);
    let (_, at) = many.or_else(|| candidates.find(|(count, _)| *count > 0))?;
    let above: Vec<usize> = all[..at]
        .iter()
        .filter(|record| record.cells.iter().any(|cell| !cell.trim().is_empty()))
        .map(|record| record.number)
        .collect();
    if let Some(&first) = above.first() {
        problems.note(
            first,
            "",
            format!("{} above the headers was ignored", list_rows(&above)),
        );
    }
    Some(at)
}

/// Whether each row is a single cell with all of its cells in it. This happens when
/// a program opens a sheet with the wrong delimiter and saves it.
pub(super) fn all_in_one_cell(all: &[Record]) -> bool {
    let first = all
        .iter()
        .find(|record| record.cells.iter().any(|cell| !cell.trim().is_empty()));
    first
        .and_then(|record| record.cells.first())
        .is_some_and(|cell| {
            [',', ';', '\t'].into_iter().any(|mark| {
                let (inner, _) = parse_csv(cell, mark);
                inner.first().is_some_and(|record| count_known(record) >= 3)
            })
        })
}

/// Whether a row below the headers repeats them, as in concatenated files.
pub(super) fn is_repeated(record: &Record, headers: &[Header]) -> bool {
    let is_header = |cell: &&String| {
        known_column(cell).is_some()
            || headers
                .iter()
                .any(|header| matches!(header, Header::Custom(name) if name == cell.trim()))
    };
    let mut filled = record.cells.iter().filter(|cell| !cell.trim().is_empty());
    count_known(record) >= 3 && filled.all(|cell| is_header(&cell))
}

/// Parses the header row.
pub(super) fn parse_headers(record: &Record, problems: &mut Problems) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    for cell in &record.cells {
        let header = parse_header(cell, &headers, record.number, problems);
        headers.push(header);
    }
    headers
}

fn parse_header(cell: &str, before: &[Header], row: usize, problems: &mut Problems) -> Header {
    let cell = cell.trim();
    if !cell.chars().any(char::is_alphanumeric) {
        return Header::Empty;
    }
    if garbled(cell).is_some() {
        return Header::Invalid;
    }
    let Some(name) = known_column(cell) else {
        if let Some(name) = similar_column(cell) {
            let help =
                format!("did you mean `{name}`? Otherwise give it a name that is less like it");
            problems.add(row, cell, "there is no such column", &help);
            return Header::Invalid;
        }
        return Header::Custom(cell.to_owned());
    };
    if before.contains(&Header::Known(name)) {
        problems.add(
            row,
            name,
            "this column appears twice",
            "delete one of the two",
        );
        return Header::Invalid;
    }
    Header::Known(name)
}

/// The column of which a header is probably a misspelling. Short names allow fewer
/// differences, very short ones none.
fn similar_column(header: &str) -> Option<&'static str> {
    let key = normalize(header);
    let most = match key.chars().count() {
        0..=3 => return None,
        4..=6 => 1,
        _ => 2,
    };
    let distances = COLUMNS.iter().map(|column| {
        let distance = strsim::damerau_levenshtein(&self::normalize(column.name), &key);
        (distance, column.name)
    });
    let nearest = distances.min()?;
    (nearest.0 <= most).then_some(nearest.1)
}
