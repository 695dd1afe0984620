//! From rows to statements, renderings and absences.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use toml::value::Date;

use super::Origins;
use super::problem::Problems;
use super::row::{Row, about};
use super::told::{POINT, SIDE, SOURCE, SPEAKER, Told, agree, tell};
use super::values::{Refusal, refusal};
use crate::format::{Absence, AbsenceKind, Day, Hop, HopKind, Id, Rendering, Statement, When};
use crate::sheet::chain;

/// The rows about one point.
#[derive(Default)]
pub(super) struct OnPoint {
    pub(super) statements: Vec<Statement>,
    pub(super) absences: Vec<Absence>,
    /// The statements that could not be read: what hangs on them is no further problem.
    pub(super) unread: BTreeSet<String>,
}

/// What the rows so far came to.
pub(super) struct Reader {
    pub(super) problems: Problems,
    pub(super) points: IndexMap<Id, (Told, OnPoint)>,
    pub(super) speakers: IndexMap<Id, Told>,
    pub(super) sources: IndexMap<Id, Told>,
    pub(super) sides: IndexMap<Id, Told>,
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

    /// Takes up a row.
    pub(super) fn row(&mut self, row: &Row) {
        match row.get("kind").as_deref() {
            None | Some("statement") => self.statement(row),
            Some("rendering") => self.rendering(row),
            Some("absence") => self.absence(row),
            Some("speaker") => {
                if let Some(id) = row.needed("speaker", &mut self.problems) {
                    self.speaker(&Id(id), row);
                }
            }
            Some("source") => {
                if let Some(id) = row.needed("source", &mut self.problems) {
                    tell(&mut self.sources, &Id(id), &SOURCE, row, &mut self.problems);
                }
            }
            Some(other) => self.problems.add(
                row.number,
                "kind",
                format!("`{other}` is no kind of row"),
                "write `statement`, `rendering`, `absence`, `speaker`, `source` or nothing",
            ),
        }
    }

    fn statement(&mut self, row: &Row) {
        let p = &mut self.problems;
        let (id, speaker, said) = (
            row.needed("id", p),
            row.needed("speaker", p),
            row.needed("said", p),
        );
        let day = row.needed("date", p).and_then(|_| row.day("date", p));
        // Where there is none, that was noted; any does to look at the rest.
        let when = When {
            date: day.unwrap_or_else(any_day),
            words: row.get("words"),
            counted_from: row.day("counted-from", p),
            source: row.get("date-source").map(Id),
        };
        let chain = self.chain(row);
        if let Some(speaker) = &speaker {
            self.speaker(&Id(speaker.clone()), row);
        }
        let Some(point) = self.point(row) else {
            return;
        };
        let file = format!("points/{}.toml", point.as_str());
        let Some((_, on)) = self.points.get_mut(&point) else {
            return;
        };
        let whole = (id.clone(), speaker, said, chain);
        let (Some(id), Some(speaker), Some(said), Some(chain)) = whole else {
            on.unread.extend(id);
            return;
        };
        let path = format!("statement.{}", on.statements.len());
        on.statements.push(Statement {
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
            rendering: Vec::new(),
        });
        self.came_from(&file, &path, row);
        for column in ["id", "speaker", "summarised-by", "note"] {
            self.cell(&file, &format!("{path}.{column}"), row, column);
        }
        let when = [
            ("date", "date"),
            ("words", "words"),
            ("counted-from", "counted-from"),
            ("source", "date-source"),
        ];
        self.cells(&file, &format!("{path}.when"), row, &when);
    }

    fn rendering(&mut self, row: &Row) {
        let p = &mut self.problems;
        let (id, said) = (row.needed("id", p), row.needed("said", p));
        let chain = self.chain(row);
        let Some(point) = self.point(row) else {
            return;
        };
        let (Some(id), Some(said)) = (id, said) else {
            return;
        };
        let Some((_, on)) = self.points.get_mut(&point) else {
            return;
        };
        let found = on
            .statements
            .iter_mut()
            .enumerate()
            .find(|(_, s)| s.id.as_str() == id);
        let Some((index, statement)) = found else {
            if on.unread.contains(&id) {
                return;
            }
            self.problems.add(
                row.number,
                "id",
                format!("no statement `{id}` stands above on this point"),
                "write the id of the statement of which these are other words, and put the row below it",
            );
            return;
        };
        let Some(chain) = chain else {
            return;
        };
        let path = format!("statement.{index}.rendering.{}", statement.rendering.len());
        statement.rendering.push(Rendering {
            said,
            language: row.language("language"),
            spoken_in: row.language("spoken-in"),
            translated_by: row.get("translated-by"),
            not_verified: row.get("not-verified"),
            attributed_to: row.get("attributed-to"),
            chain,
        });
        let file = format!("points/{}.toml", point.as_str());
        self.came_from(&file, &path, row);
        self.cell(
            &file,
            &format!("{path}.attributed-to"),
            row,
            "attributed-to",
        );
    }

    fn absence(&mut self, row: &Row) {
        let p = &mut self.problems;
        let (side, note) = (row.needed("side", p), row.needed("note", p));
        let kind = row
            .needed("absence", p)
            .and_then(|_| row.word("absence", p));
        if !matches!(kind, Some(AbsenceKind::NotAsked)) {
            row.needed("searched", p);
        }
        if let Some(side) = &side {
            tell(
                &mut self.sides,
                &Id(side.clone()),
                &SIDE,
                row,
                &mut self.problems,
            );
        }
        let Some(point) = self.point(row) else {
            return;
        };
        let (Some(side), Some(note), Some(kind)) = (side, note, kind) else {
            return;
        };
        let Some((_, on)) = self.points.get_mut(&point) else {
            return;
        };
        let path = format!("absence.{}", on.absences.len());
        on.absences.push(Absence {
            side: Id(side),
            kind,
            note,
            searched: row.ids("searched"),
            see: row.ids("see"),
        });
        let file = format!("points/{}.toml", point.as_str());
        self.cell(&file, &path, row, "side");
        let absence = [
            ("kind", "absence"),
            ("note", "note"),
            ("searched", "searched"),
            ("see", "see"),
        ];
        self.cells(&file, &path, row, &absence);
    }

    fn point(&mut self, row: &Row) -> Option<Id> {
        let id = Id(row.needed("point", &mut self.problems)?);
        let (told, _) = self
            .points
            .entry(id.clone())
            .or_insert_with(|| (Told::first_in(row), OnPoint::default()));
        agree(told, &id, &POINT, row, &mut self.problems);
        Some(id)
    }

    fn speaker(&mut self, id: &Id, row: &Row) {
        tell(&mut self.speakers, id, &SPEAKER, row, &mut self.problems);
        let side = row.get("for").filter(|side| !is_no_side(side));
        if let Some(side) = side {
            tell(&mut self.sides, &Id(side), &SIDE, row, &mut self.problems);
        }
    }

    fn chain(&mut self, row: &Row) -> Option<Vec<Hop>> {
        let hops = match row.get("chain") {
            Some(cell) => {
                let simple = ["to", "how", "source", "verb"];
                if let Some(both) = simple.into_iter().find(|column| row.get(column).is_some()) {
                    self.problems.add(
                        row.number,
                        both,
                        "there is a `chain` as well",
                        "keep the one or the other: both say how the words came to the page",
                    );
                }
                match chain::from_cell(&cell) {
                    Ok(hops) => {
                        if let Some((message, help)) = refused_part(&hops) {
                            self.problems.add(row.number, "chain", message, &help);
                        }
                        hops
                    }
                    Err(error) => {
                        let help = about("chain");
                        self.problems.add(row.number, "chain", error, help);
                        return None;
                    }
                }
            }
            None => {
                let p = &mut self.problems;
                let (to, source) = (row.needed("to", p), row.needed("source", p));
                let (to, source) = (to?, source?);
                vec![
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
                ]
            }
        };
        if let Some(source) = hops.last().and_then(|hop| hop.source.clone()) {
            tell(&mut self.sources, &source, &SOURCE, row, &mut self.problems);
        }
        Some(hops)
    }

    /// The cells of a wording and a chain.
    fn came_from(&mut self, file: &str, path: &str, row: &Row) {
        self.cell(file, path, row, "id");
        for column in [
            "said",
            "language",
            "spoken-in",
            "translated-by",
            "not-verified",
        ] {
            self.cell(file, &format!("{path}.{column}"), row, column);
        }
        if row.get("chain").is_some() {
            return self.cell(file, &format!("{path}.chain"), row, "chain");
        }
        self.cell(file, &format!("{path}.chain"), row, "to");
        let hops = [
            ("0.to", "to"),
            ("0.how", "how"),
            ("1.source", "source"),
            ("1.verb", "verb"),
        ];
        self.cells(file, &format!("{path}.chain"), row, &hops);
    }

    /// The cells of several keys of what is at `path`.
    fn cells(&mut self, file: &str, path: &str, row: &Row, keys: &[(&str, &'static str)]) {
        for (key, column) in keys {
            self.cell(file, &format!("{path}.{key}"), row, column);
        }
    }

    fn cell(&mut self, file: &str, path: &str, row: &Row, column: &'static str) {
        let key = (file.to_owned(), path.to_owned());
        self.origins.insert(key, (row.number, column));
    }
}

/// What is wrong with a part of a chain, which is a cell of its own elsewhere.
fn refused_part(hops: &[Hop]) -> Option<Refusal> {
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
    parts.find_map(|part| refusal(part?, true))
}

/// A day for what has none that can be read.
pub(super) fn any_day() -> Day {
    Day(Date {
        year: 2000,
        month: 1,
        day: 1,
    }
    .into())
}

fn is_no_side(text: &str) -> bool {
    text == "press" || text == "third-party"
}
