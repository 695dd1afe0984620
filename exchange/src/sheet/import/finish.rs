//! From what all rows told to a dispute.

use indexmap::IndexMap;

use super::Imported;
use super::problem::SheetProblem;
use super::reader::Reader;
use super::row::Row;
use super::told::Told;
use crate::format::{
    Day, Dispute, Ground, Head, Id, Language, Names, Point, Side, Source, Speaker, Status,
};

impl Reader {
    pub(super) fn finish(mut self, id: &Id, head: &Head) -> Result<Imported, Vec<SheetProblem>> {
        let mut speakers = IndexMap::new();
        for (id, told) in std::mem::take(&mut self.speakers) {
            let row = self.gathered(
                &told,
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
            let (name, speaks_for) = (row.needed("speaker-name", p), row.needed("for", p));
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
        let mut sources = IndexMap::new();
        for (id, told) in std::mem::take(&mut self.sources) {
            let source = self.source(&told, &id);
            sources.extend(source.map(|source| (id, source)));
        }
        let mut points = IndexMap::new();
        let mut head = head.clone();
        (head.points, head.after) = (Vec::new(), Vec::new());
        // What these rested on is in no sheet.
        head.next = None;
        for ground in head.accepted.iter_mut().chain(&mut head.contested) {
            if let Ground::Supported(supported) = ground {
                *ground = Ground::Text(std::mem::take(&mut supported.text));
            }
        }
        for (id, (told, on)) in std::mem::take(&mut self.points) {
            let file = format!("points/{}.toml", id.as_str());
            let row = self.gathered(
                &told,
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
            let question = row.needed("question", p);
            let status = row.needed("status", p).and_then(|_| row.word("status", p));
            if row.flag("after", false, p) {
                head.after.push(id.clone());
            } else {
                head.points.push(id.clone());
            }
            let point = Point {
                question: question.unwrap_or_default(),
                status: status.unwrap_or(Status::DisputedFact),
                accepted: row.get("accepted"),
                contested: row.get("contested"),
                rests_on: row.ids("rests-on"),
                statement: on.statements,
                absence: on.absences,
            };
            points.insert(id, point);
        }
        head.side = self.two_sides();
        let before = head.points.iter().filter_map(|id| points.get(id));
        let days = before.flat_map(|point| point.statement.iter().map(|s| s.when.date.0));
        // As of the last that was said: an earlier day would be refused.
        if let Some(date) = days.filter_map(|day| day.date).max() {
            head.as_of = Day(date.into());
        }
        if !self.problems.0.is_empty() {
            self.problems.0.sort();
            return Err(self.problems.0);
        }
        Ok(Imported {
            dispute: Dispute {
                schema: None,
                id: id.clone(),
                dispute: head,
                speakers,
                sources,
                points,
                documents: IndexMap::new(),
                events: IndexMap::new(),
                open_questions: IndexMap::new(),
                quotations: None,
                coverage: IndexMap::new(),
                register: IndexMap::new(),
            },
            origins: self.origins,
        })
    }

    fn source(&mut self, told: &Told, id: &Id) -> Option<Source> {
        let row = self.gathered(
            told,
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
        let (outlet, headline) = (row.needed("outlet", p), row.needed("headline", p));
        let published = row
            .needed("published", p)
            .and_then(|_| row.day("published", p));
        let language = row.needed("source-language", p).map(Language);
        let read = row.needed("read", p).and_then(|_| row.word("read", p));
        let transcript = row.flag("transcript", false, p);
        Some(Source {
            outlet: outlet?,
            headline: headline?,
            authors: Names(row.lines("authors")),
            corporate_authors: row.lines("corporate-authors"),
            published: published?,
            language: language?,
            link: row.get("link"),
            link_not_recorded: row.get("link-not-recorded"),
            archived: row.get("archived"),
            read: read?,
            not_verified: row.get("source-not-verified"),
            transcript,
            note: row.get("source-note"),
        })
    }

    /// What rows told of something, as one row; keeps where each cell was.
    fn gathered(
        &mut self,
        told: &Told,
        file: &str,
        path: &str,
        column: &'static str,
        keys: &[(&str, &'static str)],
    ) -> Row {
        let origin = |key: &str| (file.to_owned(), key.to_owned());
        self.origins.insert(origin(path), (told.first, column));
        for &(key, column) in keys {
            let path = if path.is_empty() {
                key.to_owned()
            } else {
                format!("{path}.{key}")
            };
            let row = told.cells.get(column).map_or(told.first, |(_, row)| *row);
            self.origins.insert(origin(&path), (row, column));
        }
        let cells = told.cells.iter();
        Row {
            number: told.first,
            cells: cells
                .clone()
                .map(|(&column, (text, _))| (column, text.clone()))
                .collect(),
            elsewhere: cells.map(|(&column, (_, row))| (column, *row)).collect(),
        }
    }

    fn two_sides(&mut self) -> Vec<Side> {
        for (id, told) in self.sides.iter().skip(2) {
            let message = format!("`{}` is a third side", id.as_str());
            let help = "a dispute has two; others speak for `press` or `third-party`";
            self.problems.add(told.first, "for", message, help);
        }
        if self.sides.len() < 2 {
            let message = format!("the sheet names {} of the two sides", self.sides.len());
            let help = "name them in `for`, the side of a speaker, or in `side` of an absence";
            self.problems.add(1, "for", message, help);
        }
        let side = |(id, told): (&Id, &Told)| {
            let name = told.cells.get("side-name");
            let name = name.map_or_else(|| id.as_str().to_owned(), |(name, _)| name.clone());
            Side {
                id: id.clone(),
                says: format!("{name} says"),
                position: None,
                name,
            }
        };
        self.sides.iter().map(side).collect()
    }
}
