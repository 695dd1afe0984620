//! To a spreadsheet.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::cells::to_cell;
use super::{COLUMNS, chain};
use crate::format::{Absence, Dispute, Hop, HopKind, Id, Point, Source, Speaker, Statement, When};

/// Without it Excel takes UTF-8 for the encoding of the system, and saves what it
/// made of that.
pub(super) const MARK: &str = "\u{feff}";

/// What parts the cells of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A comma, as CSV has it.
    #[default]
    Comma,
    /// A semicolon, as Excel wants it where numbers have a decimal comma.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// The sheet of a dispute, as CSV: its statements, renderings and absences with
/// their points, speakers and sources. Columns with nothing in them are left out.
#[must_use]
pub fn export(dispute: &Dispute) -> String {
    export_with(dispute, Separator::Comma)
}

/// The same, with cells that are parted otherwise.
///
/// # Panics
///
/// Never: it is written into memory.
#[must_use]
pub fn export_with(dispute: &Dispute, separator: Separator) -> String {
    let mut sheet = Sheet {
        dispute,
        rows: Vec::new(),
        told: BTreeSet::new(),
    };
    let head = &dispute.dispute;
    for (ids, after) in [(&head.points, false), (&head.after, true)] {
        for id in ids {
            if let Some(point) = dispute.points.get(id) {
                sheet.point(id, point, after);
            }
        }
    }
    sheet.rest();
    let used = |name: &str| sheet.rows.iter().any(|row| row.contains_key(name));
    let columns: Vec<&str> = COLUMNS
        .iter()
        .map(|column| column.name)
        .filter(|name| used(name))
        .collect();
    let mut csv = csv::WriterBuilder::new()
        .delimiter(separator.byte())
        .from_writer(MARK.as_bytes().to_vec());
    let record = |row: &Row| -> Vec<String> {
        columns
            .iter()
            .map(|name| row.get(name).map(|text| to_cell(text)).unwrap_or_default())
            .collect()
    };
    let written = csv.write_record(&columns).and_then(|()| {
        sheet
            .rows
            .iter()
            .try_for_each(|row| csv.write_record(record(row)))
    });
    let bytes = written
        .map_err(|error| error.to_string())
        .and_then(|()| csv.into_inner().map_err(|error| error.to_string()))
        .expect("memory takes what is written, and every row has the same columns");
    String::from_utf8(bytes).expect("text and commas are text")
}

type Row = BTreeMap<&'static str, String>;

struct Sheet<'a> {
    dispute: &'a Dispute,
    rows: Vec<Row>,
    /// What has been described in a row: a letter for its kind, and its id.
    told: BTreeSet<(char, &'a Id)>,
}

fn put(row: &mut Row, column: &'static str, text: Option<impl Into<String>>) {
    if let Some(text) = text {
        row.insert(column, text.into());
    }
}

/// A word of the data, as it stands there.
fn word(value: impl serde::Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(word),
        _ => None,
    }
}

/// Names, a line each.
fn lines(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join("\n"))
}

fn ids(ids: &[Id]) -> Option<String> {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

impl<'a> Sheet<'a> {
    fn point(&mut self, id: &'a Id, point: &'a Point, after: bool) {
        let first = self.rows.len();
        for statement in &point.statement {
            self.statement(statement);
        }
        for absence in &point.absence {
            let mut row = absence_row(absence);
            self.describe_side(&absence.side, &mut row);
            self.rows.push(row);
        }
        for row in self.rows.iter_mut().skip(first) {
            put(row, "point", Some(id.as_str()));
        }
        if let Some(row) = self.rows.get_mut(first) {
            put(row, "question", Some(&point.question));
            put(row, "status", word(point.status));
            put(row, "accepted", point.accepted.as_ref());
            put(row, "contested", point.contested.as_ref());
            put(row, "rests-on", ids(&point.rests_on));
            put(row, "after", after.then_some("yes"));
        }
    }

    fn statement(&mut self, statement: &'a Statement) {
        let mut row = Row::new();
        put(&mut row, "id", Some(statement.id.as_str()));
        put(&mut row, "speaker", Some(statement.speaker.as_str()));
        self.describe_speaker(&statement.speaker, &mut row);
        put(&mut row, "summarised-by", statement.summarised_by.as_ref());
        put(&mut row, "said", Some(&statement.said));
        put(
            &mut row,
            "language",
            statement.language.as_ref().map(|l| l.0.as_str()),
        );
        put(
            &mut row,
            "spoken-in",
            statement.spoken_in.as_ref().map(|l| l.0.as_str()),
        );
        put(&mut row, "translated-by", statement.translated_by.as_ref());
        put(&mut row, "not-verified", statement.not_verified.as_ref());
        put(&mut row, "note", statement.note.as_ref());
        when(&statement.when, &mut row);
        self.chain(&statement.chain, &mut row);
        self.rows.push(row);
        for rendering in &statement.rendering {
            let mut row = Row::from([("kind", "rendering".to_owned())]);
            put(&mut row, "id", Some(statement.id.as_str()));
            put(&mut row, "said", Some(&rendering.said));
            put(
                &mut row,
                "language",
                rendering.language.as_ref().map(|l| l.0.as_str()),
            );
            put(
                &mut row,
                "spoken-in",
                rendering.spoken_in.as_ref().map(|l| l.0.as_str()),
            );
            put(&mut row, "translated-by", rendering.translated_by.as_ref());
            put(&mut row, "not-verified", rendering.not_verified.as_ref());
            put(&mut row, "attributed-to", rendering.attributed_to.as_ref());
            self.chain(&rendering.chain, &mut row);
            self.rows.push(row);
        }
    }

    /// In four columns where they are enough.
    fn chain(&mut self, hops: &'a [Hop], row: &mut Row) {
        match hops {
            [
                Hop {
                    hop: HopKind::Said,
                    to: Some(to),
                    how,
                    by: None,
                    source: None,
                    verb: None,
                },
                Hop {
                    hop: HopKind::Reported,
                    to: None,
                    how: None,
                    by: None,
                    source: Some(source),
                    verb,
                },
            ] => {
                put(row, "to", Some(to));
                put(row, "how", how.as_ref());
                put(row, "source", Some(source.as_str()));
                put(row, "verb", verb.as_ref());
            }
            _ => put(row, "chain", Some(chain::to_cell(hops))),
        }
        if let Some(source) = hops.last().and_then(|hop| hop.source.as_ref()) {
            self.describe_source(source, row);
        }
    }

    fn describe_speaker(&mut self, id: &'a Id, row: &mut Row) {
        if let (true, Some(speaker)) = (self.told.insert(('p', id)), self.dispute.speakers.get(id))
        {
            self.speaker(speaker, row);
        }
    }

    fn speaker(&mut self, speaker: &'a Speaker, row: &mut Row) {
        put(row, "speaker-name", Some(&speaker.name));
        put(row, "role", speaker.role.as_ref());
        put(row, "named", (!speaker.named).then_some("no"));
        put(row, "for", Some(speaker.speaks_for.as_str()));
        self.describe_side(&speaker.speaks_for, row);
    }

    fn describe_side(&mut self, id: &Id, row: &mut Row) {
        let sides = &self.dispute.dispute.side;
        let side = sides.iter().find(|side| side.id == *id);
        if let Some(side) = side.filter(|side| self.told.insert(('s', &side.id))) {
            put(row, "side-name", Some(&side.name));
        }
    }

    fn describe_source(&mut self, id: &'a Id, row: &mut Row) {
        if let (true, Some(source)) = (self.told.insert(('q', id)), self.dispute.sources.get(id)) {
            describe(source, row);
        }
    }

    /// Speakers and sources that no row has described.
    fn rest(&mut self) {
        let dispute = self.dispute;
        for (id, speaker) in untold(&dispute.speakers, &self.told, 'p') {
            let mut row = Row::from([("kind", "speaker".to_owned())]);
            put(&mut row, "speaker", Some(id.as_str()));
            self.speaker(speaker, &mut row);
            self.rows.push(row);
        }
        for (id, source) in untold(&dispute.sources, &self.told, 'q') {
            let mut row = Row::from([("kind", "source".to_owned())]);
            put(&mut row, "source", Some(id.as_str()));
            describe(source, &mut row);
            self.rows.push(row);
        }
    }
}

fn untold<'a, T>(
    all: &'a IndexMap<Id, T>,
    told: &BTreeSet<(char, &'a Id)>,
    kind: char,
) -> Vec<(&'a Id, &'a T)> {
    let left = all.iter().filter(|(id, _)| !told.contains(&(kind, *id)));
    left.collect()
}

fn when(when: &When, row: &mut Row) {
    put(row, "date", Some(when.date.to_string()));
    put(row, "words", when.words.as_ref());
    put(
        row,
        "counted-from",
        when.counted_from.map(|day| day.to_string()),
    );
    put(row, "date-source", when.source.as_ref().map(Id::as_str));
}

fn absence_row(absence: &Absence) -> Row {
    let mut row = Row::from([("kind", "absence".to_owned())]);
    put(&mut row, "side", Some(absence.side.as_str()));
    put(&mut row, "absence", word(absence.kind));
    put(&mut row, "note", Some(&absence.note));
    put(&mut row, "searched", ids(&absence.searched));
    put(&mut row, "see", ids(&absence.see));
    row
}

fn describe(source: &Source, row: &mut Row) {
    put(row, "outlet", Some(&source.outlet));
    put(row, "headline", Some(&source.headline));
    put(row, "authors", lines(&source.authors.0));
    put(row, "corporate-authors", lines(&source.corporate_authors));
    put(row, "published", Some(source.published.to_string()));
    put(row, "source-language", Some(&source.language.0));
    put(row, "link", source.link.as_ref());
    put(row, "link-not-recorded", source.link_not_recorded.as_ref());
    put(row, "archived", source.archived.as_ref());
    put(row, "read", word(source.read));
    put(row, "source-not-verified", source.not_verified.as_ref());
    put(row, "transcript", source.transcript.then_some("yes"));
    put(row, "source-note", source.note.as_ref());
}
