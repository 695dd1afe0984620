//! From what all rows told to a dispute.

use indexmap::IndexMap;

use super::problem::Problems;
use super::reader::{Reader, any_day};
use super::row::Row;
use super::told::Told;
use super::{Imported, Onto};
use crate::format::{Day, Id, Language, Names, Point, Read, Side, Source, Speaker, Status};

impl Reader {
    /// The dispute, and what is wrong with it; `onto` is what it is put into.
    pub(super) fn finish(mut self, onto: Onto<'_>) -> (Imported, Problems) {
        let mut speakers = IndexMap::new();
        for (id, told) in std::mem::take(&mut self.speakers) {
            if self.problems.has(told.first, "speaker") {
                continue;
            }
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
            if self.problems.has(told.first, "source") {
                continue;
            }
            let source = self.source(&told, &id);
            sources.insert(id, source);
        }
        let mut points = IndexMap::new();
        let mut dispute = onto.dispute();
        let head = &mut dispute.dispute;
        (head.points, head.after) = (Vec::new(), Vec::new());
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
        head.side = self.two_sides(onto);
        if let Onto::New(..) = onto {
            let before = head.points.iter().filter_map(|id| points.get(id));
            let days = before.flat_map(|point| point.statement.iter().map(|s| s.when.date.0));
            // As of the last that was said: an earlier day would be refused.
            if let Some(date) = days.filter_map(|day| day.date).max() {
                head.as_of = Day(date.into());
            }
        }
        dispute.speakers = in_order(speakers, &dispute.speakers);
        dispute.sources = in_order(sources, &dispute.sources);
        dispute.points = points;
        let imported = Imported {
            dispute,
            notes: Vec::new(),
            origins: self.origins,
        };
        (imported, self.problems)
    }

    fn source(&mut self, told: &Told, id: &Id) -> Source {
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
        // What is missing was noted; the rest is to be looked at too.
        Source {
            outlet: outlet.unwrap_or_default(),
            headline: headline.unwrap_or_default(),
            authors: Names(row.lines("authors")),
            corporate_authors: row.lines("corporate-authors"),
            published: published.unwrap_or_else(any_day),
            language: language.unwrap_or_else(|| Language("en".to_owned())),
            link: row.get("link"),
            link_not_recorded: row.get("link-not-recorded"),
            archived: row.get("archived"),
            read: read.unwrap_or(Read::Whole),
            not_verified: row.get("source-not-verified"),
            transcript,
            note: row.get("source-note"),
        }
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

    fn two_sides(&mut self, onto: Onto<'_>) -> Vec<Side> {
        let known = match onto {
            Onto::Existing(dispute) => dispute.dispute.side.as_slice(),
            Onto::New(..) => &[],
        };
        if !known.is_empty() {
            return self.known_sides(known);
        }
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
                says: says(&name),
                position: None,
                name,
            }
        };
        let mut sides: Vec<Side> = self.sides.iter().map(side).collect();
        // The order of which a new dispute says that it is theirs.
        sides.sort_by_key(|side| side.name.to_lowercase());
        sides
    }

    /// The sides of a dispute that is there, under the names of the sheet.
    fn known_sides(&mut self, known: &[Side]) -> Vec<Side> {
        for (id, told) in &self.sides {
            if known.iter().all(|side| side.id != *id) {
                let message = format!("`{}` is no side of this dispute", id.as_str());
                let names: Vec<String> = known
                    .iter()
                    .map(|side| format!("`{}`", side.id.as_str()))
                    .collect();
                let help = format!(
                    "its sides are {}; others speak for `press` or `third-party`",
                    names.join(" and ")
                );
                self.problems.add(told.first, "for", message, &help);
            }
        }
        let renamed = |side: &Side| {
            let mut side = side.clone();
            let told = self.sides.get(&side.id);
            if let Some((name, _)) = told.and_then(|told| told.cells.get("side-name")) {
                if side.says == says(&side.name) {
                    side.says = says(name);
                }
                side.name.clone_from(name);
            }
            side
        };
        known.iter().map(renamed).collect()
    }
}

/// Things in the order in which they were known, new ones last.
fn in_order<T>(mut things: IndexMap<Id, T>, known: &IndexMap<Id, T>) -> IndexMap<Id, T> {
    let place = |id: &Id| known.get_index_of(id).unwrap_or(usize::MAX);
    things.sort_by(|one, _, other, _| place(one).cmp(&place(other)));
    things
}

fn says(name: &str) -> String {
    format!("{name} says")
}
