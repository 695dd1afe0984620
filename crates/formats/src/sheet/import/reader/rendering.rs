//! Reads rows into renderings of statements in other words.

use super::Reader;
use crate::format::Rendering;
use crate::sheet::import::row::Row;

impl Reader {
    pub(super) fn read_rendering(&mut self, row: &Row) {
        let p = &mut self.problems;
        let (id, said) = (row.required("id", p), row.required("said", p));
        let indirect = row.flag("indirect", false, p);
        let chain = self.read_chain(row);
        let Some(point) = self.read_point(row) else {
            return;
        };
        let (Some(id), Some(said)) = (id, said) else {
            return;
        };
        let Some((_, point_rows)) = self.points.get_mut(&point) else {
            return;
        };
        let found = point_rows
            .statements
            .iter_mut()
            .enumerate()
            .find(|(_, s)| s.id.as_str() == id);
        let Some((index, statement)) = found else {
            if point_rows.failed.contains(&id) {
                return;
            }
            self.problems.add(
                row.number,
                "id",
                format!("there is no statement `{id}` above for this point"),
                "write the id of the statement of which these are other words, and put the row below it",
            );
            return;
        };
        let Some(chain) = chain else {
            return;
        };
        let path = format!("statement.{index}.rendering.{}", statement.renderings.len());
        statement.renderings.push(Rendering {
            said,
            language: row.language("language"),
            spoken_in: row.language("spoken-in"),
            translated_by: row.get("translated-by"),
            not_verified: row.get("not-verified"),
            attributed_to: row.get("attributed-to"),
            indirect,
            note: row.get("note"),
            chain,
        });
        let file = format!("points/{}.toml", point.as_str());
        self.record_origins(&file, &path, row);
        for column in ["attributed-to", "note"] {
            self.record_cell(&file, &format!("{path}.{column}"), row, column);
        }
    }
}
