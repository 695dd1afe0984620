//! Reads rows into statements, renderings and absences.

mod absence;
mod chain;
mod origins;
mod rendering;
mod statement;

use std::collections::BTreeSet;

use indexmap::IndexMap;
use toml::value::Date;

use super::Origins;
use super::entity::{
    Entity, POINT_COLUMNS, SIDE_COLUMNS, SOURCE_COLUMNS, SPEAKER_COLUMNS, merge_cells, merge_row,
};
use super::problem::Problems;
use super::row::Row;
use crate::format::{Absence, Day, Edtf, Id, Statement, When};

/// The rows about one point.
#[derive(Default)]
pub(super) struct PointRows {
    pub(super) statements: Vec<Statement>,
    pub(super) absences: Vec<Absence>,
    /// The ids of statements that could not be read. Their renderings are not
    /// reported again.
    pub(super) failed: BTreeSet<String>,
}

/// Collects the content of rows.
pub(super) struct Reader {
    pub(super) problems: Problems,
    pub(super) points: IndexMap<Id, (Entity, PointRows)>,
    pub(super) speakers: IndexMap<Id, Entity>,
    pub(super) sources: IndexMap<Id, Entity>,
    pub(super) sides: IndexMap<Id, Entity>,
    pub(super) origins: Origins,
}

impl Reader {
    pub(super) fn new(problems: Problems) -> Self {
        Self {
            problems,
            points: IndexMap::new(),
            speakers: IndexMap::new(),
            sources: IndexMap::new(),
            sides: IndexMap::new(),
            origins: Origins::new(),
        }
    }

    /// Reads a row.
    pub(super) fn read_row(&mut self, row: &Row) {
        match row.get("kind").as_deref() {
            None | Some("statement") => self.read_statement(row),
            Some("rendering") => self.read_rendering(row),
            Some("absence") => self.read_absence(row),
            Some("speaker") => {
                if let Some(id) = row.required("speaker", &mut self.problems) {
                    self.read_speaker(&Id(id), row);
                }
            }
            Some("source") => {
                if let Some(id) = row.required("source", &mut self.problems) {
                    merge_row(
                        &mut self.sources,
                        &Id(id),
                        &SOURCE_COLUMNS,
                        row,
                        &mut self.problems,
                    );
                }
            }
            Some(other) => self.problems.add(
                row.number,
                "kind",
                format!("`{other}` is not a kind of row"),
                "write `statement`, `rendering`, `absence`, `speaker`, `source` or nothing",
            ),
        }
    }

    fn read_point(&mut self, row: &Row) -> Option<Id> {
        let id = Id(row.required("point", &mut self.problems)?);
        let (entity, _) = self
            .points
            .entry(id.clone())
            .or_insert_with(|| (Entity::starting_in(row), PointRows::default()));
        merge_cells(entity, &id, &POINT_COLUMNS, row, &mut self.problems);
        Some(id)
    }

    fn read_speaker(&mut self, id: &Id, row: &Row) {
        merge_row(
            &mut self.speakers,
            id,
            &SPEAKER_COLUMNS,
            row,
            &mut self.problems,
        );
        let side = row.get("for").filter(|side| !is_not_a_side(side));
        if let Some(side) = side {
            merge_row(
                &mut self.sides,
                &Id(side),
                &SIDE_COLUMNS,
                row,
                &mut self.problems,
            );
        }
    }
}

/// The date for things whose own date can't be read.
pub(super) fn placeholder_when() -> When {
    let day = Date {
        year: 2000,
        month: 1,
        day: 1,
    };
    When::on(Edtf::Day(Day(day.into())))
}

fn is_not_a_side(text: &str) -> bool {
    text == "press" || text == "third-party"
}
