//! Exports a dispute as a spreadsheet.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::formula_escape::escape;
use super::{COLUMNS, chain};
use crate::format::{Absence, Dispute, Hop, HopKind, Id, Point, Source, Speaker, Statement, When};

/// The byte order mark. Without it Excel reads UTF-8 in the system's encoding, and
/// saves the garbled text.
pub(super) const BOM: &str = "\u{feff}";

/// The delimiter between the cells of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A comma, as in CSV.
    #[default]
    Comma,
    /// A semicolon, which Excel expects in locales with a decimal comma.
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
/// their points, speakers and sources. Empty columns are omitted.
#[must_use]
pub fn export(dispute: &Dispute) -> String {
    export_with(dispute, Separator::Comma)
}

/// Like [`export`], with another delimiter.
///
/// # Panics
///
/// Never: it is written into memory.
#[must_use]
pub fn export_with(dispute: &Dispute, separator: Separator) -> String {
    let mut sheet = SheetBuilder {
        dispute,
        rows: Vec::new(),
        described: BTreeSet::new(),
    };
    let head = &dispute.dispute;
    for (ids, after) in [(&head.points, false), (&head.after, true)] {
        for id in ids {
            if let Some(point) = dispute.points.get(id) {
                sheet.point_rows(id, point, after);
            }
        }
    }
    sheet.undescribed_rows();
    let used = |name: &str| sheet.rows.iter().any(|row| row.contains_key(name));
    let columns: Vec<&str> = COLUMNS
        .iter()
        .map(|column| column.name)
        .filter(|name| used(name))
        .collect();
    let mut csv = csv::WriterBuilder::new()
        .delimiter(separator.byte())
        .from_writer(BOM.as_bytes().to_vec());
    let record = |row: &Row| -> Vec<String> {
        columns
            .iter()
            .map(|name| row.get(name).map(|text| escape(text)).unwrap_or_default())
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

struct SheetBuilder<'a> {
    dispute: &'a Dispute,
    rows: Vec<Row>,
    /// What a row already describes: `p` for a speaker, `s` for a side or `q` for a
    /// source, and its id.
    described: BTreeSet<(char, &'a Id)>,
}

fn set(row: &mut Row, column: &'static str, text: Option<impl Into<String>>) {
    if let Some(text) = text {
        row.insert(column, text.into());
    }
}

/// A keyword of the data format, such as a status.
fn keyword(value: impl serde::Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(word),
        _ => None,
    }
}

/// Names, one per line.
fn lines(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join("\n"))
}

fn ids(ids: &[Id]) -> Option<String> {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

impl<'a> SheetBuilder<'a> {
    fn point_rows(&mut self, id: &'a Id, point: &'a Point, after: bool) {
        let first = self.rows.len();
        for statement in &point.statements {
            self.statement_rows(statement);
        }
        for absence in &point.absences {
            let mut row = absence_row(absence);
            self.describe_side(&absence.side, &mut row);
            self.rows.push(row);
        }
        for row in self.rows.iter_mut().skip(first) {
            set(row, "point", Some(id.as_str()));
        }
        if let Some(row) = self.rows.get_mut(first) {
            set(row, "question", Some(&point.question));
            set(row, "status", keyword(point.status));
            set(row, "accepted", point.accepted.as_ref());
            set(row, "contested", point.contested.as_ref());
            set(row, "rests-on", ids(&point.rests_on));
            set(row, "after", after.then_some("yes"));
        }
    }

    fn statement_rows(&mut self, statement: &'a Statement) {
        let mut row = Row::new();
        set(&mut row, "id", Some(statement.id.as_str()));
        set(&mut row, "speaker", Some(statement.speaker.as_str()));
        self.describe_speaker(&statement.speaker, &mut row);
        set(&mut row, "summarised-by", statement.summarised_by.as_ref());
        set(&mut row, "said", Some(&statement.said));
        set(
            &mut row,
            "language",
            statement.language.as_ref().map(|l| l.0.as_str()),
        );
        set(
            &mut row,
            "spoken-in",
            statement.spoken_in.as_ref().map(|l| l.0.as_str()),
        );
        set(&mut row, "translated-by", statement.translated_by.as_ref());
        set(&mut row, "not-verified", statement.not_verified.as_ref());
        set(&mut row, "note", statement.note.as_ref());
        date_columns(&statement.when, &mut row);
        self.chain_columns(&statement.chain, &mut row);
        self.rows.push(row);
        for rendering in &statement.renderings {
            let mut row = Row::from([("kind", "rendering".to_owned())]);
            set(&mut row, "id", Some(statement.id.as_str()));
            set(&mut row, "said", Some(&rendering.said));
            set(
                &mut row,
                "language",
                rendering.language.as_ref().map(|l| l.0.as_str()),
            );
            set(
                &mut row,
                "spoken-in",
                rendering.spoken_in.as_ref().map(|l| l.0.as_str()),
            );
            set(&mut row, "translated-by", rendering.translated_by.as_ref());
            set(&mut row, "not-verified", rendering.not_verified.as_ref());
            set(&mut row, "attributed-to", rendering.attributed_to.as_ref());
            self.chain_columns(&rendering.chain, &mut row);
            self.rows.push(row);
        }
    }

    /// Fills in a chain: in four columns if they are enough, otherwise in `chain`.
    fn chain_columns(&mut self, hops: &'a [Hop], row: &mut Row) {
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
                set(row, "to", Some(to));
                set(row, "how", how.as_ref());
                set(row, "source", Some(source.as_str()));
                set(row, "verb", verb.as_ref());
            }
            _ => set(row, "chain", Some(chain::to_cell(hops))),
        }
        if let Some(source) = hops.last().and_then(|hop| hop.source.as_ref()) {
            self.describe_source(source, row);
        }
    }

    fn describe_speaker(&mut self, id: &'a Id, row: &mut Row) {
        if let (true, Some(speaker)) = (
            self.described.insert(('p', id)),
            self.dispute.speakers.get(id),
        ) {
            self.speaker_columns(speaker, row);
        }
    }

    fn speaker_columns(&mut self, speaker: &'a Speaker, row: &mut Row) {
        set(row, "speaker-name", Some(&speaker.name));
        set(row, "role", speaker.role.as_ref());
        set(row, "named", (!speaker.named).then_some("no"));
        set(row, "for", Some(speaker.speaks_for.as_str()));
        self.describe_side(&speaker.speaks_for, row);
    }

    fn describe_side(&mut self, id: &Id, row: &mut Row) {
        let sides = &self.dispute.dispute.sides;
        let side = sides.iter().find(|side| side.id == *id);
        if let Some(side) = side.filter(|side| self.described.insert(('s', &side.id))) {
            set(row, "side-name", Some(&side.name));
        }
    }

    fn describe_source(&mut self, id: &'a Id, row: &mut Row) {
        if let (true, Some(source)) = (
            self.described.insert(('q', id)),
            self.dispute.sources.get(id),
        ) {
            source_columns(source, row);
        }
    }

    /// Adds rows for speakers and sources that no other row describes.
    fn undescribed_rows(&mut self) {
        let dispute = self.dispute;
        for (id, speaker) in without_description(&dispute.speakers, &self.described, 'p') {
            let mut row = Row::from([("kind", "speaker".to_owned())]);
            set(&mut row, "speaker", Some(id.as_str()));
            self.speaker_columns(speaker, &mut row);
            self.rows.push(row);
        }
        for (id, source) in without_description(&dispute.sources, &self.described, 'q') {
            let mut row = Row::from([("kind", "source".to_owned())]);
            set(&mut row, "source", Some(id.as_str()));
            source_columns(source, &mut row);
            self.rows.push(row);
        }
    }
}

fn without_description<'a, T>(
    all: &'a IndexMap<Id, T>,
    described: &BTreeSet<(char, &'a Id)>,
    kind: char,
) -> Vec<(&'a Id, &'a T)> {
    let left = all
        .iter()
        .filter(|(id, _)| !described.contains(&(kind, *id)));
    left.collect()
}

fn date_columns(when: &When, row: &mut Row) {
    set(row, "date", Some(when.date.to_string()));
    set(row, "words", when.words.as_ref());
    set(
        row,
        "counted-from",
        when.counted_from.map(|day| day.to_string()),
    );
    set(row, "date-source", when.source.as_ref().map(Id::as_str));
}

fn absence_row(absence: &Absence) -> Row {
    let mut row = Row::from([("kind", "absence".to_owned())]);
    set(&mut row, "side", Some(absence.side.as_str()));
    set(&mut row, "absence", keyword(absence.kind));
    set(&mut row, "note", Some(&absence.note));
    set(&mut row, "searched", ids(&absence.searched));
    set(&mut row, "see", ids(&absence.see));
    row
}

fn source_columns(source: &Source, row: &mut Row) {
    set(row, "outlet", Some(&source.outlet));
    set(row, "headline", Some(&source.headline));
    set(row, "authors", lines(&source.authors.0));
    set(row, "corporate-authors", lines(&source.corporate_authors));
    set(row, "published", Some(source.published.to_string()));
    set(row, "source-language", Some(&source.language.0));
    set(row, "link", source.link.as_ref());
    set(row, "link-not-recorded", source.link_not_recorded.as_ref());
    set(row, "archived", source.archived.as_ref());
    set(row, "read", keyword(source.read));
    set(row, "source-not-verified", source.not_verified.as_ref());
    set(row, "transcript", source.transcript.then_some("yes"));
    set(row, "source-note", source.note.as_ref());
}
