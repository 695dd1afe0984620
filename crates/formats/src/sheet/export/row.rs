//! A row of an exported sheet, and the cells of dates, absences and sources.

use std::collections::BTreeMap;

use crate::format::{Absence, Id, Source, When};

pub(super) type Row = BTreeMap<&'static str, String>;

pub(super) fn set(row: &mut Row, column: &'static str, text: Option<impl Into<String>>) {
    if let Some(text) = text {
        row.insert(column, text.into());
    }
}

/// A keyword of the data format, such as a status.
pub(super) fn keyword(value: impl serde::Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(word),
        _ => None,
    }
}

/// Names, one per line.
fn lines(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join("\n"))
}

pub(super) fn ids(ids: &[Id]) -> Option<String> {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

pub(super) fn date_columns(when: &When, row: &mut Row) {
    set(row, "date", Some(when.date.to_string()));
    set(row, "words", when.words.as_ref());
    set(
        row,
        "counted-from",
        when.counted_from.map(|day| day.to_string()),
    );
    set(row, "date-source", when.source.as_ref().map(Id::as_str));
}

pub(super) fn absence_row(absence: &Absence) -> Row {
    let mut row = Row::from([("kind", "absence".to_owned())]);
    set(&mut row, "side", Some(absence.side.as_str()));
    set(&mut row, "absence", keyword(absence.kind));
    set(&mut row, "note", Some(&absence.note));
    set(&mut row, "searched", ids(&absence.searched));
    set(&mut row, "see", ids(&absence.see));
    row
}

pub(super) fn source_columns(source: &Source, row: &mut Row) {
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
