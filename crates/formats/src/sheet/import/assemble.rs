//! Assembles a dispute from the merged rows.

use indexmap::IndexMap;

use super::Imported;
use super::entity::Entity;
use super::import_target::ImportTarget;
use super::problem::Problems;
use super::reader::{PointRows, Reader, placeholder_day};
use super::row::Row;
use says_who_model::{ReadAs, Status};

use crate::format::{Day, Id, Language, Names, Point, Side, Source, Speaker};

impl Reader {
    /// Builds the dispute on top of `target`, and returns the problems found.
    pub(super) fn into_dispute(mut self, target: ImportTarget<'_>) -> (Imported, Problems) {
        let speakers = self.build_speakers();
        let sources = self.build_sources();
        let mut points = IndexMap::new();
        let mut dispute = target.dispute();
        let head = &mut dispute.dispute;
        (head.points, head.after) = (Vec::new(), Vec::new());
        for (id, (entity, point_rows)) in std::mem::take(&mut self.points) {
            let (point, is_after) = self.build_point(&id, &entity, point_rows);
            let order = if is_after {
                &mut head.after
            } else {
                &mut head.points
            };
            order.push(id.clone());
            points.insert(id, point);
        }
        head.sides = self.build_sides(target);
        if let ImportTarget::New(..) = target {
            let before = head.points.iter().filter_map(|id| points.get(id));
            let days = before.flat_map(|point| point.statements.iter().map(|s| s.when.date.0));
            // The as-of date is that of the latest statement: an earlier one would
            // be an error.
            if let Some(date) = days.filter_map(|day| day.date).max() {
                head.as_of = Day(date.into());
            }
        }
        dispute.speakers = keep_order(speakers, &dispute.speakers);
        dispute.sources = keep_order(sources, &dispute.sources);
        dispute.points = points;
        let imported = Imported {
            dispute,
            notes: Vec::new(),
            origins: self.origins,
        };
        (imported, self.problems)
    }

    fn build_speakers(&mut self) -> IndexMap<Id, Speaker> {
        let mut speakers = IndexMap::new();
        for (id, entity) in std::mem::take(&mut self.speakers) {
            if self.problems.has(entity.first_row, "speaker") {
                continue;
            }
            let row = self.merged_row(
                &entity,
                "speakers.toml",
                id.as_str(),
                "speaker",
                &[
                    ("name", "speaker-name"),
                    ("role", "role"),
                    ("named", "named"),
                    ("for", "for"),
                ],
            );
            let p = &mut self.problems;
            let (name, speaks_for) = (row.required("speaker-name", p), row.required("for", p));
            let named = row.flag("named", true, p);
            if let (Some(name), Some(speaks_for)) = (name, speaks_for) {
                let speaker = Speaker {
                    name,
                    named,
                    role: row.get("role"),
                    speaks_for: Id(speaks_for),
                };
                speakers.insert(id, speaker);
            }
        }
        speakers
    }

    fn build_sources(&mut self) -> IndexMap<Id, Source> {
        let mut sources = IndexMap::new();
        for (id, entity) in std::mem::take(&mut self.sources) {
            if self.problems.has(entity.first_row, "source") {
                continue;
            }
            let source = self.build_source(&entity, &id);
            sources.insert(id, source);
        }
        sources
    }

    /// The point, and whether it is about what came after the as-of date.
    fn build_point(&mut self, id: &Id, entity: &Entity, rows: PointRows) -> (Point, bool) {
        let file = format!("points/{}.toml", id.as_str());
        let row = self.merged_row(
            entity,
            &file,
            "",
            "point",
            &[
                ("question", "question"),
                ("status", "status"),
                ("accepted", "accepted"),
                ("contested", "contested"),
                ("rests-on", "rests-on"),
            ],
        );
        let p = &mut self.problems;
        let question = row.required("question", p);
        let status = row
            .required("status", p)
            .and_then(|_| row.keyword("status", p));
        let is_after = row.flag("after", false, p);
        let point = Point {
            question: question.unwrap_or_default(),
            status: status.unwrap_or(Status::DisputedFact),
            accepted: row.get("accepted"),
            contested: row.get("contested"),
            rests_on: row.ids("rests-on"),
            statements: rows.statements,
            absences: rows.absences,
        };
        (point, is_after)
    }

    fn build_source(&mut self, entity: &Entity, id: &Id) -> Source {
        let row = self.merged_row(
            entity,
            "sources.toml",
            id.as_str(),
            "source",
            &[
                ("outlet", "outlet"),
                ("headline", "headline"),
                ("authors", "authors"),
                ("corporate-authors", "corporate-authors"),
                ("published", "published"),
                ("language", "source-language"),
                ("link", "link"),
                ("link-not-recorded", "link-not-recorded"),
                ("archived", "archived"),
                ("read", "read"),
                ("not-verified", "source-not-verified"),
                ("transcript", "transcript"),
                ("note", "source-note"),
            ],
        );
        let p = &mut self.problems;
        let (outlet, headline) = (row.required("outlet", p), row.required("headline", p));
        let published = row
            .required("published", p)
            .and_then(|_| row.day("published", p));
        let language = row.required("source-language", p).map(Language);
        let read = row.required("read", p).and_then(|_| row.keyword("read", p));
        let transcript = row.flag("transcript", false, p);
        // Missing cells were reported. Fill them in, so that the rest is checked
        // too.
        Source {
            outlet: outlet.unwrap_or_default(),
            headline: headline.unwrap_or_default(),
            authors: Names(row.lines("authors")),
            corporate_authors: row.lines("corporate-authors"),
            published: published.unwrap_or_else(placeholder_day),
            language: language.unwrap_or_else(|| Language("en".to_owned())),
            link: row.get("link"),
            link_not_recorded: row.get("link-not-recorded"),
            archived: row.get("archived"),
            read: read.unwrap_or(ReadAs::Whole),
            not_verified: row.get("source-not-verified"),
            transcript,
            note: row.get("source-note"),
        }
    }

    /// The merged cells of an entity as one row. Records the origin of each cell.
    fn merged_row(
        &mut self,
        entity: &Entity,
        file: &str,
        path: &str,
        column: &'static str,
        keys: &[(&str, &'static str)],
    ) -> Row {
        let origin = |key: &str| (file.to_owned(), key.to_owned());
        self.origins
            .insert(origin(path), (entity.first_row, column));
        for &(key, column) in keys {
            let path = if path.is_empty() {
                key.to_owned()
            } else {
                format!("{path}.{key}")
            };
            let row = entity
                .cells
                .get(column)
                .map_or(entity.first_row, |(_, row)| *row);
            self.origins.insert(origin(&path), (row, column));
        }
        let cells = entity.cells.iter();
        Row {
            number: entity.first_row,
            cells: cells
                .clone()
                .map(|(&column, (text, _))| (column, text.clone()))
                .collect(),
            origin_rows: cells.map(|(&column, (_, row))| (column, *row)).collect(),
        }
    }

    fn build_sides(&mut self, target: ImportTarget<'_>) -> Vec<Side> {
        let known = match target {
            ImportTarget::Existing(dispute) => dispute.dispute.sides.as_slice(),
            ImportTarget::New(..) => &[],
        };
        if !known.is_empty() {
            return self.update_sides(known);
        }
        for (id, entity) in self.sides.iter().skip(2) {
            let message = format!("`{}` is a third side", id.as_str());
            let help = "a dispute has two; others speak for `press` or `third-party`";
            self.problems.add(entity.first_row, "for", message, help);
        }
        if self.sides.len() < 2 {
            let message = format!("the sheet names {} of the two sides", self.sides.len());
            let help = "name them in `for`, the side of a speaker, or in `side` of an absence";
            self.problems.add(1, "for", message, help);
        }
        let side = |(id, entity): (&Id, &Entity)| {
            let name = entity.cells.get("side-name");
            let name = name.map_or_else(|| id.as_str().to_owned(), |(name, _)| name.clone());
            Side {
                id: id.clone(),
                says: column_heading(&name),
                position: None,
                name,
            }
        };
        let mut sides: Vec<Side> = self.sides.iter().map(side).collect();
        // The order note of a new dispute says that the sides are in this order.
        sides.sort_by_key(|side| side.name.to_lowercase());
        sides
    }

    /// The sides of an existing dispute, with the names from the sheet.
    fn update_sides(&mut self, known: &[Side]) -> Vec<Side> {
        for (id, entity) in &self.sides {
            if known.iter().all(|side| side.id != *id) {
                let message = format!("`{}` is not a side of this dispute", id.as_str());
                let names: Vec<String> = known
                    .iter()
                    .map(|side| format!("`{}`", side.id.as_str()))
                    .collect();
                let help = format!(
                    "its sides are {}; others speak for `press` or `third-party`",
                    names.join(" and ")
                );
                self.problems.add(entity.first_row, "for", message, &help);
            }
        }
        let renamed = |side: &Side| {
            let mut side = side.clone();
            let entity = self.sides.get(&side.id);
            if let Some((name, _)) = entity.and_then(|entity| entity.cells.get("side-name")) {
                if side.says == column_heading(&side.name) {
                    side.says = column_heading(name);
                }
                side.name.clone_from(name);
            }
            side
        };
        known.iter().map(renamed).collect()
    }
}

/// Sorts entries in the order of the existing dispute, new ones last.
fn keep_order<T>(mut things: IndexMap<Id, T>, known: &IndexMap<Id, T>) -> IndexMap<Id, T> {
    let place = |id: &Id| known.get_index_of(id).unwrap_or(usize::MAX);
    things.sort_by(|one, _, other, _| place(one).cmp(&place(other)));
    things
}

fn column_heading(name: &str) -> String {
    format!("{name} says")
}
