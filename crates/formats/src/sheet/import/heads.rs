//! The heads of the columns: which row they are, and which columns they name.

use says_who_model::read::garbled;

use super::problem::{Problems, rows};
use super::records::{Record, records};
use crate::sheet::COLUMNS;

/// A column of the sheet.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Head {
    /// One of ours.
    Known(&'static str),
    /// One of the author's own, which is left out.
    Own(String),
    /// One that was reported.
    Wrong,
    /// None.
    Empty,
}

/// How many rows may stand above the heads.
const ABOVE: usize = 10;

/// How much of a sheet is looked at for its delimiter.
const LOOKED_AT: usize = 64 * 1024;

/// What is left of a name when only its letters count.
fn key(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    let key: String = letters.flat_map(char::to_lowercase).collect();
    match key.as_str() {
        "summarizedby" => "summarisedby".to_owned(),
        _ => key,
    }
}

/// The column that a head names, however it is written.
fn known(head: &str) -> Option<&'static str> {
    let key = key(head);
    let mut names = COLUMNS.iter().map(|column| column.name);
    names.find(|name| self::key(name) == key)
}

fn count(record: &Record) -> usize {
    let known = record.cells.iter().filter(|cell| known(cell).is_some());
    known.count()
}

/// What parts the cells: the one of the delimiters in use with which most heads
/// are found.
pub(super) fn delimiter(text: &str) -> char {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let heads = |delimiter: char| {
        let (records, _) = records(&text[..end], delimiter);
        records.iter().take(ABOVE).map(count).max().unwrap_or(0)
    };
    // Of equals the last is taken, which is the comma.
    let found = ['|', '\t', ';', ',']
        .into_iter()
        .max_by_key(|&mark| heads(mark));
    found.unwrap_or(',')
}

/// The place of the row that has the heads.
pub(super) fn find(all: &[Record], problems: &mut Problems) -> Option<usize> {
    let filled = all
        .iter()
        .take(ABOVE)
        .enumerate()
        .filter(|(_, record)| record.cells.iter().any(|cell| !cell.trim().is_empty()));
    let mut candidates = filled.map(|(at, record)| (count(record), at));
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
            format!("{} above the heads was left out", rows(&above)),
        );
    }
    Some(at)
}

/// Whether the cells of every row stand in one: so they do where a program
/// parts cells by another mark than the sheet has.
pub(super) fn in_one_cell(all: &[Record]) -> bool {
    let first = all
        .iter()
        .find(|record| record.cells.iter().any(|cell| !cell.trim().is_empty()));
    first
        .and_then(|record| record.cells.first())
        .is_some_and(|cell| {
            [',', ';', '\t'].into_iter().any(|mark| {
                let (inner, _) = records(cell, mark);
                inner.first().is_some_and(|record| count(record) >= 3)
            })
        })
}

/// Whether a row below the heads has them again, as where files are joined.
pub(super) fn again(record: &Record, heads: &[Head]) -> bool {
    let is_head = |cell: &&String| {
        known(cell).is_some()
            || heads
                .iter()
                .any(|head| matches!(head, Head::Own(own) if own == cell.trim()))
    };
    let mut filled = record.cells.iter().filter(|cell| !cell.trim().is_empty());
    count(record) >= 3 && filled.all(|cell| is_head(&cell))
}

/// The columns that a row of heads names.
pub(super) fn read(record: &Record, problems: &mut Problems) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    for cell in &record.cells {
        let head = head(cell, &heads, record.number, problems);
        heads.push(head);
    }
    heads
}

fn head(cell: &str, before: &[Head], row: usize, problems: &mut Problems) -> Head {
    let cell = cell.trim();
    if !cell.chars().any(char::is_alphanumeric) {
        return Head::Empty;
    }
    if garbled(cell).is_some() {
        return Head::Wrong;
    }
    let Some(name) = known(cell) else {
        if let Some(name) = near(cell) {
            let help =
                format!("did you mean `{name}`? Otherwise give it a name that is less like it");
            problems.add(row, cell, "there is no such column", &help);
            return Head::Wrong;
        }
        return Head::Own(cell.to_owned());
    };
    if before.contains(&Head::Known(name)) {
        problems.add(
            row,
            name,
            "this column stands here twice",
            "delete one of the two",
        );
        return Head::Wrong;
    }
    Head::Known(name)
}

/// The column whose name somebody mistyped. In short names every letter counts.
fn near(head: &str) -> Option<&'static str> {
    let key = key(head);
    let most = match key.chars().count() {
        0..=3 => return None,
        4..=6 => 1,
        _ => 2,
    };
    let distances = COLUMNS.iter().map(|column| {
        let distance = strsim::damerau_levenshtein(&self::key(column.name), &key);
        (distance, column.name)
    });
    let nearest = distances.min()?;
    (nearest.0 <= most).then_some(nearest.1)
}
