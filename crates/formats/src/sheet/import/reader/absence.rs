//! Reads rows into absences.

use says_who_model::AbsenceKind;

use super::Reader;
use crate::format::{Absence, Id};
use crate::sheet::import::entity::{SIDE_COLUMNS, SOURCE_COLUMNS, merge_row};
use crate::sheet::import::row::Row;
use crate::sheet::when_columns::SAID;

impl Reader {
    pub(super) fn read_absence(&mut self, row: &Row) {
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
        let when = if row.has_when(&SAID) {
            row.when(&SAID, &mut self.problems)
        } else {
            None
        };
        let source = row.get("source").map(Id);
        if let Some(source) = &source {
            merge_row(
                &mut self.sources,
                source,
                &SOURCE_COLUMNS,
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
            id: row.get("id").map(Id),
            side: Id(side),
            kind,
            note,
            searched: row.ids("searched"),
            see: row.ids("see"),
            when,
            words: row.get("said"),
            language: row.language("language"),
            spoken_in: row.language("spoken-in"),
            translated_by: row.get("translated-by"),
            not_verified: row.get("not-verified"),
            source,
        });
        let file = format!("points/{}.toml", point.as_str());
        self.record_cell(&file, &path, row, "side");
        let absence = [
            ("id", "id"),
            ("kind", "absence"),
            ("note", "note"),
            ("searched", "searched"),
            ("see", "see"),
            ("words", "said"),
            ("language", "language"),
            ("spoken-in", "spoken-in"),
            ("translated-by", "translated-by"),
            ("not-verified", "not-verified"),
            ("source", "source"),
        ];
        self.record_cells(&file, &path, row, &absence);
        self.record_cells(&file, &format!("{path}.when"), row, &SAID.by_key());
    }
}
