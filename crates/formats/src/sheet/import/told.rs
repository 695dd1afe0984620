//! What several rows tell of the same thing.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::problem::Problems;
use super::row::Row;
use crate::format::Id;

/// Something that rows describe together, each cell once.
pub(super) struct Told {
    /// The row in which it first comes.
    pub(super) first: usize,
    /// What was told, and in which row.
    pub(super) cells: BTreeMap<&'static str, (String, usize)>,
}

impl Told {
    /// Of what comes first in this row.
    pub(super) fn first_in(row: &Row) -> Self {
        Self {
            first: row.number,
            cells: BTreeMap::new(),
        }
    }
}

pub(super) const POINT: [&str; 6] = [
    "question",
    "status",
    "accepted",
    "contested",
    "rests-on",
    "after",
];
pub(super) const SPEAKER: [&str; 4] = ["speaker-name", "role", "named", "for"];
pub(super) const SOURCE: [&str; 13] = [
    "outlet",
    "headline",
    "authors",
    "corporate-authors",
    "published",
    "source-language",
    "link",
    "link-not-recorded",
    "archived",
    "read",
    "source-not-verified",
    "transcript",
    "source-note",
];
pub(super) const SIDE: [&str; 1] = ["side-name"];

/// Notes what a row tells of something, and where rows contradict each other.
pub(super) fn tell(
    all: &mut IndexMap<Id, Told>,
    id: &Id,
    columns: &[&'static str],
    row: &Row,
    problems: &mut Problems,
) {
    let told = all.entry(id.clone()).or_insert_with(|| Told::first_in(row));
    agree(told, id, columns, row, problems);
}

/// Takes up what is new in a row, and notes what is otherwise than before.
pub(super) fn agree(
    told: &mut Told,
    id: &Id,
    columns: &[&'static str],
    row: &Row,
    problems: &mut Problems,
) {
    for &column in columns {
        let Some(cell) = row.get(column) else {
            continue;
        };
        match told.cells.get(column) {
            None => {
                told.cells.insert(column, (cell, row.number));
            }
            Some((before, _)) if *before == cell => {}
            Some((_, at)) => problems.add(
                row.number,
                column,
                format!("of `{}` something else stands in row {at}", id.as_str()),
                "make the two alike, or leave this one empty",
            ),
        }
    }
}
