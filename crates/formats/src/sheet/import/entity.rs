//! Merges rows that describe the same point, speaker, source or side.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::problem::Problems;
use super::row::Row;
use crate::format::Id;

/// A point, speaker, source or side that one or more rows describe.
pub(super) struct Entity {
    /// The first row that mentions it.
    pub(super) first_row: usize,
    /// Its cells by column, each with the row that it is from.
    pub(super) cells: BTreeMap<&'static str, (String, usize)>,
}

impl Entity {
    /// An entity that this row is the first to mention.
    pub(super) fn starting_in(row: &Row) -> Self {
        Self {
            first_row: row.number,
            cells: BTreeMap::new(),
        }
    }
}

pub(super) const POINT_COLUMNS: [&str; 6] = [
    "question",
    "status",
    "accepted",
    "contested",
    "rests-on",
    "after",
];
pub(super) const SPEAKER_COLUMNS: [&str; 4] = ["speaker-name", "role", "named", "for"];
pub(super) const SOURCE_COLUMNS: [&str; 13] = [
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
pub(super) const SIDE_COLUMNS: [&str; 1] = ["side-name"];

/// Merges the cells of a row into the entity `id`, and reports contradictions.
pub(super) fn merge_row(
    all: &mut IndexMap<Id, Entity>,
    id: &Id,
    columns: &[&'static str],
    row: &Row,
    problems: &mut Problems,
) {
    let entity = all
        .entry(id.clone())
        .or_insert_with(|| Entity::starting_in(row));
    merge_cells(entity, id, columns, row, problems);
}

/// Adds the cells that are new in a row, and reports those that contradict earlier
/// rows.
pub(super) fn merge_cells(
    entity: &mut Entity,
    id: &Id,
    columns: &[&'static str],
    row: &Row,
    problems: &mut Problems,
) {
    for &column in columns {
        let Some(cell) = row.get(column) else {
            continue;
        };
        match entity.cells.get(column) {
            None => {
                entity.cells.insert(column, (cell, row.number));
            }
            Some((before, _)) if *before == cell => {}
            Some((_, at)) => problems.add(
                row.number,
                column,
                format!("row {at} has another value for `{}`", id.as_str()),
                "make the two alike, or leave this one empty",
            ),
        }
    }
}
