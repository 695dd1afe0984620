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

    /// Its cells as one row.
    pub(super) fn to_row(&self) -> Row {
        let cells = self.cells.iter();
        Row {
            number: self.first_row,
            cells: cells
                .clone()
                .map(|(&column, (text, _))| (column, text.clone()))
                .collect(),
            origin_rows: cells.map(|(&column, (_, row))| (column, *row)).collect(),
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
pub(super) const SPEAKER_COLUMNS: [&str; 7] = [
    "speaker-name",
    "role",
    "named",
    "for",
    "own-name",
    "own-name-language",
    "other-spellings",
];
pub(super) const SOURCE_COLUMNS: [&str; 27] = [
    "outlet",
    "headline",
    "headline-unknown",
    "source-description",
    "source-kind",
    "authors",
    "corporate-authors",
    "agency",
    "published",
    "published-unknown",
    "published-part-of-day",
    "published-words",
    "published-words-language",
    "published-counted-from",
    "published-date-source",
    "published-other-calendar",
    "published-note",
    "source-language",
    "link",
    "link-not-recorded",
    "archived",
    "copy-read-at",
    "retrieved",
    "read",
    "source-not-verified",
    "transcript",
    "source-note",
];
pub(super) const SIDE_COLUMNS: [&str; 2] = ["side-name", "party"];

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
