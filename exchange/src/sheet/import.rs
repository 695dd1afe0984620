//! From a spreadsheet.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::de::DeserializeOwned;

use super::cells::from_cell;
use super::{COLUMNS, chain};
use crate::format::{
    Absence, Day, Dispute, Head, Hop, HopKind, Id, Language, Point, Rendering, Side, Source,
    Speaker, Statement, Status, When,
};

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetProblem {
    /// The row, as spreadsheets count: the heads are in row 1.
    pub row: usize,
    /// The head of its column; nothing where it is the row as a whole.
    pub column: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl fmt::Display for SheetProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            row,
            column,
            message,
            help,
        } = self;
        write!(f, "row {row}")?;
        if !column.is_empty() {
            write!(f, ", column `{column}`")?;
        }
        write!(f, ": {message}\n  help: {help}")
    }
}

/// A dispute from a sheet, and the cells that its values are from.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The dispute. What no sheet has is as in the head that was given.
    pub dispute: Dispute,
    origins: Origins,
}

/// File below the dispute's folder, and path of keys, to row and column.
type Origins = BTreeMap<(String, String), (usize, &'static str)>;

impl Imported {
    /// Row and column of the value at `path` in a file, or of what it is part of.
    #[must_use]
    pub fn origin(&self, file: &str, path: &str) -> (usize, &'static str) {
        let mut path = path;
        loop {
            let found = self.origins.get(&(file.to_owned(), path.to_owned()));
            match (found, path.rsplit_once('.')) {
                (Some(&origin), _) => return origin,
                (None, Some((before, _))) => path = before,
                (None, None) if path.is_empty() => return (1, ""),
                (None, None) => path = "",
            }
        }
    }
}

/// Reads a sheet. Commas, semicolons or tabs part the cells. `head` is what
/// stands in `dispute.toml` beside sides, points and as-of date, which is that
/// of the latest statement.
///
/// # Errors
///
/// Every cell that can't be read, or is missing.
pub fn import(id: &Id, head: &Head, bytes: &[u8]) -> Result<Imported, Vec<SheetProblem>> {
    let mut problems = Problems(Vec::new());
    let rows = rows(bytes, &mut problems);
    let mut reader = Reader {
        problems,
        points: IndexMap::new(),
        speakers: IndexMap::new(),
        sources: IndexMap::new(),
        sides: IndexMap::new(),
        origins: Origins::new(),
    };
    for row in &rows {
        reader.row(row);
    }
    reader.finish(id, head)
}

struct Problems(Vec<SheetProblem>);

impl Problems {
    fn add(&mut self, row: usize, column: &str, message: impl Into<String>, help: &str) {
        self.0.push(SheetProblem {
            row,
            column: column.to_owned(),
            message: message.into(),
            help: help.to_owned(),
        });
    }
}

/// A row: its number, and its cells that have something in them.
struct Row {
    number: usize,
    cells: BTreeMap<&'static str, String>,
    /// The rows of those cells that are from another.
    elsewhere: BTreeMap<&'static str, usize>,
}

impl Row {
    fn get(&self, column: &'static str) -> Option<String> {
        self.cells.get(column).cloned()
    }

    fn number_of(&self, column: &str) -> usize {
        self.elsewhere.get(column).copied().unwrap_or(self.number)
    }

    fn needed(&self, column: &'static str, problems: &mut Problems) -> Option<String> {
        let cell = self.get(column);
        if cell.is_none() {
            problems.add(
                self.number,
                column,
                "nothing stands here",
                &format!("write {}", about(column)),
            );
        }
        cell
    }

    fn language(&self, column: &'static str) -> Option<Language> {
        self.get(column).map(Language)
    }

    fn day(&self, column: &'static str, problems: &mut Problems) -> Option<Day> {
        let text = self.get(column)?;
        let day = Day::from_str(&text).ok();
        if day.is_none() {
            problems.add(
                self.number_of(column),
                column,
                format!("`{text}` is not a day"),
                "write it as year, month and day, like 2022-01-31, and keep the spreadsheet from making another form of it",
            );
        }
        day
    }

    /// One of the data's own words.
    fn word<T: DeserializeOwned>(
        &self,
        column: &'static str,
        problems: &mut Problems,
    ) -> Option<T> {
        let text = self.get(column)?;
        match serde_json::from_value(text.clone().into()) {
            Ok(word) => Some(word),
            Err(error) => {
                let error = error.to_string();
                let words = error
                    .split_once("expected ")
                    .map_or("another", |(_, words)| words);
                problems.add(
                    self.number_of(column),
                    column,
                    format!("`{text}` is not one of the words for this"),
                    &format!("write {words}"),
                );
                None
            }
        }
    }

    fn flag(&self, column: &'static str, otherwise: bool, problems: &mut Problems) -> bool {
        match self.get(column).as_deref() {
            None => otherwise,
            Some("yes") => true,
            Some("no") => false,
            Some(other) => {
                let message = format!("`{other}` is neither `yes` nor `no`");
                problems.add(
                    self.number_of(column),
                    column,
                    message,
                    "write one of the two, or nothing",
                );
                otherwise
            }
        }
    }

    fn ids(&self, column: &'static str) -> Vec<Id> {
        let text = self.get(column).unwrap_or_default();
        text.split(|c: char| c.is_whitespace() || c == ',' || c == ';')
            .filter(|id| !id.is_empty())
            .map(Id::from)
            .collect()
    }
}

fn about(column: &str) -> &'static str {
    let found = COLUMNS.iter().find(|known| known.name == column);
    found.map_or("it", |column| column.about)
}

fn rows(bytes: &[u8], problems: &mut Problems) -> Vec<Row> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut csv = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(bytes))
        .from_reader(bytes);
    let mut records = csv.byte_records().enumerate();
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    if let Some((_, Ok(heads))) = records.next() {
        for head in &heads {
            columns.push(head_of(head, &columns, problems));
        }
    }
    if columns.iter().all(Option::is_none) {
        problems.add(
            1,
            "",
            "there are no heads here",
            "put the names of the columns in the first row: point, id, speaker, said, date, …",
        );
        return Vec::new();
    }
    let mut rows = Vec::new();
    for (index, record) in records {
        let number = index + 1;
        let Ok(record) = record else {
            problems.add(
                number,
                "",
                "this row can't be read",
                "save the sheet as CSV in UTF-8",
            );
            continue;
        };
        let mut cells = BTreeMap::new();
        for (index, cell) in record.iter().enumerate() {
            let Ok(cell) = std::str::from_utf8(cell) else {
                let column = columns.get(index).copied().flatten().unwrap_or_default();
                let message = "what stands here is not UTF-8 text";
                problems.add(number, column, message, "save the sheet as CSV in UTF-8");
                continue;
            };
            let text = from_cell(cell);
            match columns.get(index) {
                _ if text.is_empty() => {}
                Some(Some(column)) => {
                    cells.insert(*column, text.to_owned());
                }
                // A column that is not known was reported with its head.
                Some(None) => {}
                None => problems.add(
                    number,
                    "",
                    format!("`{text}` stands in a column without a head"),
                    "give the column a head, or put text with commas between quotation marks",
                ),
            }
        }
        if !cells.is_empty() {
            rows.push(Row {
                number,
                cells,
                elsewhere: BTreeMap::new(),
            });
        }
    }
    rows
}

/// What parts the cells of the first line most often.
fn delimiter(bytes: &[u8]) -> u8 {
    let line = bytes
        .split(|&byte| byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |mark: u8| line.iter().filter(|&&byte| byte == mark).count();
    // Of equals the last is taken, which is the comma.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|&mark| count(mark))
        .unwrap_or(b',')
}

fn head_of(
    head: &[u8],
    before: &[Option<&'static str>],
    problems: &mut Problems,
) -> Option<&'static str> {
    let head = String::from_utf8_lossy(head);
    let head = head.trim();
    if head.is_empty() {
        return None;
    }
    let known = COLUMNS.iter().map(|column| column.name);
    let Some(name) = known.clone().find(|name| *name == head) else {
        let nearest = known
            .map(|name| (strsim::damerau_levenshtein(name, head), name))
            .filter(|(distance, _)| *distance <= 2)
            .min();
        let help = match nearest {
            Some((_, name)) => format!("did you mean `{name}`? Otherwise delete the column"),
            None => "delete the column, or give it one of the names that are documented".to_owned(),
        };
        problems.add(1, head, "there is no such column", &help);
        return None;
    };
    if before.contains(&Some(name)) {
        problems.add(
            1,
            name,
            "this column stands here twice",
            "delete one of the two",
        );
        return None;
    }
    Some(name)
}

/// Something that rows describe together, each cell once.
struct Told {
    /// The row in which it first comes.
    first: usize,
    /// What was told, and in which row.
    cells: BTreeMap<&'static str, (String, usize)>,
}

/// The rows about one point.
#[derive(Default)]
struct OnPoint {
    statements: Vec<Statement>,
    absences: Vec<Absence>,
    /// The statements that could not be read: what hangs on them is no further problem.
    unread: BTreeSet<String>,
}

struct Reader {
    problems: Problems,
    points: IndexMap<Id, (Told, OnPoint)>,
    speakers: IndexMap<Id, Told>,
    sources: IndexMap<Id, Told>,
    sides: IndexMap<Id, Told>,
    origins: Origins,
}

const POINT: [&str; 5] = ["question", "status", "accepted", "contested", "after"];
const SPEAKER: [&str; 4] = ["speaker-name", "role", "named", "for"];
const SOURCE: [&str; 10] = [
    "outlet",
    "headline",
    "authors",
    "published",
    "source-language",
    "link",
    "link-not-recorded",
    "read",
    "source-not-verified",
    "source-note",
];
const SIDE: [&str; 1] = ["side-name"];

/// Notes what a row tells of something, and where rows contradict each other.
fn tell(
    all: &mut IndexMap<Id, Told>,
    id: &Id,
    columns: &[&'static str],
    row: &Row,
    problems: &mut Problems,
) {
    let told = all.entry(id.clone()).or_insert_with(|| Told {
        first: row.number,
        cells: BTreeMap::new(),
    });
    agree(told, id, columns, row, problems);
}

fn agree(told: &mut Told, id: &Id, columns: &[&'static str], row: &Row, problems: &mut Problems) {
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

impl Reader {
    fn row(&mut self, row: &Row) {
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
        let when = day.map(|date| When {
            date,
            words: row.get("words"),
            counted_from: row.day("counted-from", p),
            source: row.get("date-source").map(Id),
        });
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
        let whole = (id.clone(), speaker, said, when, chain);
        let (Some(id), Some(speaker), Some(said), Some(when), Some(chain)) = whole else {
            on.unread.extend(id);
            return;
        };
        let path = format!("statement.{}", on.statements.len());
        on.statements.push(Statement {
            id: Id(id),
            speaker: Id(speaker),
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
        for column in ["id", "speaker", "note"] {
            self.cell(&file, &format!("{path}.{column}"), row, column);
        }
        for (key, column) in [
            ("date", "date"),
            ("words", "words"),
            ("counted-from", "counted-from"),
            ("source", "date-source"),
        ] {
            self.cell(&file, &format!("{path}.when.{key}"), row, column);
        }
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
        row.needed("searched", p);
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
        for (key, column) in [
            ("kind", "absence"),
            ("note", "note"),
            ("searched", "searched"),
            ("see", "see"),
        ] {
            self.cell(&file, &format!("{path}.{key}"), row, column);
        }
    }

    fn point(&mut self, row: &Row) -> Option<Id> {
        let id = Id(row.needed("point", &mut self.problems)?);
        let (told, _) = self.points.entry(id.clone()).or_insert_with(|| {
            let told = Told {
                first: row.number,
                cells: BTreeMap::new(),
            };
            (told, OnPoint::default())
        });
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
                    Ok(hops) => hops,
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
        for (key, column) in [
            ("0.to", "to"),
            ("0.how", "how"),
            ("1.source", "source"),
            ("1.verb", "verb"),
        ] {
            self.cell(file, &format!("{path}.chain.{key}"), row, column);
        }
    }

    fn cell(&mut self, file: &str, path: &str, row: &Row, column: &'static str) {
        let key = (file.to_owned(), path.to_owned());
        self.origins.insert(key, (row.number, column));
    }

    fn finish(mut self, id: &Id, head: &Head) -> Result<Imported, Vec<SheetProblem>> {
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
                ("published", "published"),
                ("language", "source-language"),
                ("link", "link"),
                ("link-not-recorded", "link-not-recorded"),
                ("read", "read"),
                ("not-verified", "source-not-verified"),
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
        Some(Source {
            outlet: outlet?,
            headline: headline?,
            authors: row.get("authors"),
            published: published?,
            language: language?,
            link: row.get("link"),
            link_not_recorded: row.get("link-not-recorded"),
            read: read?,
            not_verified: row.get("source-not-verified"),
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
                name,
            }
        };
        self.sides.iter().map(side).collect()
    }
}

fn is_no_side(text: &str) -> bool {
    text == "press" || text == "third-party"
}
