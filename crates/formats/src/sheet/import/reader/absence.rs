//! Reads rows into absences.

use says_who_model::AbsenceKind;

use super::Reader;
use crate::format::{Absence, Id};
use crate::sheet::import::entity::{SIDE_COLUMNS, merge_row};
use crate::sheet::import::row::Row;

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
            side: Id(side),
            kind,
            note,
            searched: row.ids("searched"),
            see: row.ids("see"),
        });
        let file = format!("points/{}.toml", point.as_str());
        self.record_cell(&file, &path, row, "side");
        let absence = [
            ("kind", "absence"),
            ("note", "note"),
            ("searched", "searched"),
            ("see", "see"),
        ];
        self.record_cells(&file, &path, row, &absence);
    }
}
