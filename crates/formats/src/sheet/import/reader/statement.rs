//! Reads rows into statements.

use super::{Reader, placeholder_when};
use crate::format::{Id, Statement};
use crate::sheet::import::row::Row;
use crate::sheet::when_columns::SAID;

impl Reader {
    pub(super) fn read_statement(&mut self, row: &Row) {
        let p = &mut self.problems;
        let (id, speaker, said) = (
            row.required("id", p),
            row.required("speaker", p),
            row.required("said", p),
        );
        // A missing date was reported. Use a placeholder, so that the rest is
        // checked.
        let when = row.when(&SAID, p).unwrap_or_else(placeholder_when);
        let indirect = row.flag("indirect", false, p);
        let chain = self.read_chain(row);
        if let Some(speaker) = &speaker {
            self.read_speaker(&Id(speaker.clone()), row);
        }
        let Some(point) = self.read_point(row) else {
            return;
        };
        let file = format!("points/{}.toml", point.as_str());
        let Some((_, point_rows)) = self.points.get_mut(&point) else {
            return;
        };
        let whole = (id.clone(), speaker, said, chain);
        let (Some(id), Some(speaker), Some(said), Some(chain)) = whole else {
            point_rows.failed.extend(id);
            return;
        };
        let path = format!("statement.{}", point_rows.statements.len());
        point_rows.statements.push(Statement {
            id: Id(id),
            speaker: Id(speaker),
            summarised_by: row.get("summarised-by"),
            said,
            language: row.language("language"),
            spoken_in: row.language("spoken-in"),
            translated_by: row.get("translated-by"),
            not_verified: row.get("not-verified"),
            indirect,
            when,
            note: row.get("note"),
            chain,
            renderings: Vec::new(),
        });
        self.record_origins(&file, &path, row);
        for column in ["id", "speaker", "summarised-by", "note"] {
            self.record_cell(&file, &format!("{path}.{column}"), row, column);
        }
        self.record_cells(&file, &format!("{path}.when"), row, &SAID.by_key());
    }
}
