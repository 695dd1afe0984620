//! A row of an exported sheet, and the cells of dates, absences and sources.

use std::collections::BTreeMap;

use crate::format::{Absence, Id, Published, Source};
use crate::sheet::when_columns::{PUBLISHED, SAID, when_columns};

pub(in crate::sheet) type Row = BTreeMap<&'static str, String>;

pub(in crate::sheet) fn set(row: &mut Row, column: &'static str, text: Option<impl Into<String>>) {
    if let Some(text) = text {
        row.insert(column, text.into());
    }
}

/// A keyword of the data format, such as a status.
pub(in crate::sheet) fn keyword(value: impl serde::Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(word),
        _ => None,
    }
}

/// Names, one per line.
pub(super) fn lines(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join("\n"))
}

pub(super) fn ids(ids: &[Id]) -> Option<String> {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

pub(super) fn absence_row(absence: &Absence) -> Row {
    let mut row = Row::from([("kind", "absence".to_owned())]);
    set(&mut row, "id", absence.id.as_ref().map(Id::as_str));
    set(&mut row, "side", Some(absence.side.as_str()));
    set(&mut row, "absence", keyword(absence.kind));
    set(&mut row, "note", Some(&absence.note));
    set(&mut row, "searched", ids(&absence.searched));
    set(&mut row, "see", ids(&absence.see));
    set(&mut row, "said", absence.words.as_ref());
    set(
        &mut row,
        "language",
        absence.language.as_ref().map(|l| l.0.as_str()),
    );
    set(
        &mut row,
        "spoken-in",
        absence.spoken_in.as_ref().map(|l| l.0.as_str()),
    );
    set(&mut row, "translated-by", absence.translated_by.as_ref());
    set(&mut row, "not-verified", absence.not_verified.as_ref());
    set(&mut row, "source", absence.source.as_ref().map(Id::as_str));
    if let Some(when) = &absence.when {
        when_columns(when, &SAID, &mut row);
    }
    row
}

pub(super) fn source_columns(source: &Source, row: &mut Row) {
    set(row, "outlet", Some(&source.outlet));
    set(row, "headline", source.headline.as_ref());
    set(row, "headline-unknown", source.headline_unknown.as_ref());
    set(row, "source-description", source.description.as_ref());
    set(row, "source-kind", source.kind.and_then(keyword));
    set(row, "authors", lines(&source.authors.0));
    set(row, "corporate-authors", lines(&source.corporate_authors));
    set(row, "agency", source.agency.as_ref());
    match &source.published {
        Published::Date(date) => set(row, "published", Some(date.to_string())),
        Published::When(when) => when_columns(when, &PUBLISHED, row),
    }
    set(row, "source-language", Some(&source.language.0));
    set(row, "link", source.link.as_ref());
    set(row, "link-not-recorded", source.link_not_recorded.as_ref());
    set(row, "archived", source.archived.as_ref());
    set(row, "copy-read-at", source.copy_read_at.as_ref());
    set(
        row,
        "retrieved",
        source.retrieved.map(|day| day.to_string()),
    );
    set(row, "read", keyword(source.read));
    set(row, "source-not-verified", source.not_verified.as_ref());
    set(row, "transcript", source.transcript.then_some("yes"));
    set(row, "source-note", source.note.as_ref());
}
