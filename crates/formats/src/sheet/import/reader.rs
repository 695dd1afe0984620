//! Reads rows into statements, renderings and absences.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use toml::value::Date;

use super::Origins;
use super::cell_errors::{CellError, cell_error};
use super::entity::{
    Entity, POINT_COLUMNS, SIDE_COLUMNS, SOURCE_COLUMNS, SPEAKER_COLUMNS, merge_cells, merge_row,
};
use super::problem::Problems;
use super::row::{Row, column_help};
use says_who_model::AbsenceKind;

use crate::format::{Absence, Day, Hop, HopKind, Id, Rendering, Statement, When};
use crate::sheet::chain;

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

    fn read_statement(&mut self, row: &Row) {
        let p = &mut self.problems;
        let (id, speaker, said) = (
            row.required("id", p),
            row.required("speaker", p),
            row.required("said", p),
        );
        let day = row.required("date", p).and_then(|_| row.day("date", p));
        // A missing date was reported. Use a placeholder, so that the rest is
        // checked.
        let when = When {
            date: day.unwrap_or_else(placeholder_day),
            words: row.get("words"),
            counted_from: row.day("counted-from", p),
            source: row.get("date-source").map(Id),
        };
        let chain = self.read_chain(row);
        if let Some(speaker) = &speaker {
            self.read_speaker(&Id(speaker.clone()), row);
        }
        let Some(point) = self.read_point(row) else {
            return;
        };
        let file = format!("points/{}.toml", point.as_str());
        let Some((_, point_rows)) = self.points.get_mut(&point) else {
            return;
        };
        let whole = (id.clone(), speaker, said, chain);
        let (Some(id), Some(speaker), Some(said), Some(chain)) = whole else {
            point_rows.failed.extend(id);
            return;
        };
        let path = format!("statement.{}", point_rows.statements.len());
        point_rows.statements.push(Statement {
            id: Id(id),
            speaker: Id(speaker),
            summarised_by: row.get("summarised-by"),
            said,
            language: row.language("language"),
            spoken_in: row.language("spoken-in"),
            translated_by: row.get("translated-by"),
            not_verified: row.get("not-verified"),
            when,
            note: row.get("note"),
            chain,
            renderings: Vec::new(),
        });
        self.record_origins(&file, &path, row);
        for column in ["id", "speaker", "summarised-by", "note"] {
            self.record_cell(&file, &format!("{path}.{column}"), row, column);
        }
        let when = [
            ("date", "date"),
            ("words", "words"),
            ("counted-from", "counted-from"),
            ("source", "date-source"),
        ];
        self.record_cells(&file, &format!("{path}.when"), row, &when);
    }

    fn read_rendering(&mut self, row: &Row) {
        let p = &mut self.problems;
        let (id, said) = (row.required("id", p), row.required("said", p));
        let chain = self.read_chain(row);
        let Some(point) = self.read_point(row) else {
            return;
        };
        let (Some(id), Some(said)) = (id, said) else {
            return;
        };
        let Some((_, point_rows)) = self.points.get_mut(&point) else {
            return;
        };
        let found = point_rows
            .statements
            .iter_mut()
            .enumerate()
            .find(|(_, s)| s.id.as_str() == id);
        let Some((index, statement)) = found else {
            if point_rows.failed.contains(&id) {
                return;
            }
            self.problems.add(
                row.number,
                "id",
                format!("there is no statement `{id}` above for this point"),
                "write the id of the statement of which these are other words, and put the row below it",
            );
            return;
        };
        let Some(chain) = chain else {
            return;
        };
        let path = format!("statement.{index}.rendering.{}", statement.renderings.len());
        statement.renderings.push(Rendering {
            said,
            language: row.language("language"),
            spoken_in: row.language("spoken-in"),
            translated_by: row.get("translated-by"),
            not_verified: row.get("not-verified"),
            attributed_to: row.get("attributed-to"),
            chain,
        });
        let file = format!("points/{}.toml", point.as_str());
        self.record_origins(&file, &path, row);
        self.record_cell(
            &file,
            &format!("{path}.attributed-to"),
            row,
            "attributed-to",
        );
    }

    fn read_absence(&mut self, row: &Row) {
        let p = &mut self.problems;
        let (side, note) = (row.required("side", p), row.required("note", p));
        let kind = row
            .required("absence", p)
            .and_then(|_| row.keyword("absence", p));
        if !matches!(kind, Some(AbsenceKind::NotAsked)) {
            row.required("searched", p);
        }
        if let Some(side) = &side {
            merge_row(
                &mut self.sides,
                &Id(side.clone()),
                &SIDE_COLUMNS,
                row,
                &mut self.problems,
            );
        }
        let Some(point) = self.read_point(row) else {
            return;
        };
        let (Some(side), Some(note), Some(kind)) = (side, note, kind) else {
            return;
        };
        let Some((_, point_rows)) = self.points.get_mut(&point) else {
            return;
        };
        let path = format!("absence.{}", point_rows.absences.len());
        point_rows.absences.push(Absence {
            side: Id(side),
            kind,
            note,
            searched: row.ids("searched"),
            see: row.ids("see"),
        });
        let file = format!("points/{}.toml", point.as_str());
        self.record_cell(&file, &path, row, "side");
        let absence = [
            ("kind", "absence"),
            ("note", "note"),
            ("searched", "searched"),
            ("see", "see"),
        ];
        self.record_cells(&file, &path, row, &absence);
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

    fn read_chain(&mut self, row: &Row) -> Option<Vec<Hop>> {
        let hops = match row.get("chain") {
            Some(cell) => self.chain_from_cell(&cell, row)?,
            None => self.chain_from_columns(row)?,
        };
        if let Some(source) = hops.last().and_then(|hop| hop.source.clone()) {
            merge_row(
                &mut self.sources,
                &source,
                &SOURCE_COLUMNS,
                row,
                &mut self.problems,
            );
        }
        Some(hops)
    }

    /// Parses the column `chain`.
    fn chain_from_cell(&mut self, cell: &str, row: &Row) -> Option<Vec<Hop>> {
        let simple = ["to", "how", "source", "verb"];
        if let Some(both) = simple.into_iter().find(|column| row.get(column).is_some()) {
            self.problems.add(
                row.number,
                both,
                "`chain` is filled in too",
                "keep the one or the other: both say how the words came to the page",
            );
        }
        match chain::from_cell(cell) {
            Ok(hops) => {
                if let Some((message, help)) = hop_error(&hops) {
                    self.problems.add(row.number, "chain", message, &help);
                }
                Some(hops)
            }
            Err(error) => {
                let help = column_help("chain");
                self.problems.add(row.number, "chain", error, help);
                None
            }
        }
    }

    /// Builds the chain of two hops from the columns `to`, `how`, `source` and
    /// `verb`.
    fn chain_from_columns(&mut self, row: &Row) -> Option<Vec<Hop>> {
        let p = &mut self.problems;
        let (to, source) = (row.required("to", p), row.required("source", p));
        let (to, source) = (to?, source?);
        Some(vec![
            Hop {
                hop: HopKind::Said,
                to: Some(to),
                how: row.get("how"),
                by: None,
                source: None,
                verb: None,
            },
            Hop {
                hop: HopKind::Reported,
                to: None,
                how: None,
                by: None,
                source: Some(Id(source)),
                verb: row.get("verb"),
            },
        ])
    }

    /// Records the origins of a wording and its chain.
    fn record_origins(&mut self, file: &str, path: &str, row: &Row) {
        self.record_cell(file, path, row, "id");
        for column in [
            "said",
            "language",
            "spoken-in",
            "translated-by",
            "not-verified",
        ] {
            self.record_cell(file, &format!("{path}.{column}"), row, column);
        }
        if row.get("chain").is_some() {
            return self.record_cell(file, &format!("{path}.chain"), row, "chain");
        }
        self.record_cell(file, &format!("{path}.chain"), row, "to");
        let hops = [
            ("0.to", "to"),
            ("0.how", "how"),
            ("1.source", "source"),
            ("1.verb", "verb"),
        ];
        self.record_cells(file, &format!("{path}.chain"), row, &hops);
    }

    /// Records the origins of several keys below `path`.
    fn record_cells(&mut self, file: &str, path: &str, row: &Row, keys: &[(&str, &'static str)]) {
        for (key, column) in keys {
            self.record_cell(file, &format!("{path}.{key}"), row, column);
        }
    }

    fn record_cell(&mut self, file: &str, path: &str, row: &Row, column: &'static str) {
        let key = (file.to_owned(), path.to_owned());
        self.origins.insert(key, (row.number, column));
    }
}

/// The error of the first bad part of a chain. Each part is checked like a cell.
fn hop_error(hops: &[Hop]) -> Option<CellError> {
    let mut parts = hops.iter().flat_map(|hop| {
        let source = hop.source.as_ref().map(|id| &id.0);
        [
            hop.to.as_ref(),
            hop.how.as_ref(),
            hop.by.as_ref(),
            hop.verb.as_ref(),
            source,
        ]
    });
    parts.find_map(|part| cell_error(part?, true))
}

/// The date for things whose own date can't be read.
pub(super) fn placeholder_day() -> Day {
    Day(Date {
        year: 2000,
        month: 1,
        day: 1,
    }
    .into())
}

fn is_not_a_side(text: &str) -> bool {
    text == "press" || text == "third-party"
}
