//! Records the row and column that each value is from.

use super::Reader;
use crate::sheet::import::row::Row;

impl Reader {
    /// Records the origins of a wording and its chain.
    pub(super) fn record_origins(&mut self, file: &str, path: &str, row: &Row) {
        self.record_cell(file, path, row, "id");
        for column in [
            "said",
            "language",
            "spoken-in",
            "translated-by",
            "not-verified",
            "indirect",
        ] {
            self.record_cell(file, &format!("{path}.{column}"), row, column);
        }
        if row.get("chain").is_some() {
            return self.record_cell(file, &format!("{path}.chain"), row, "chain");
        }
        self.record_cell(file, &format!("{path}.chain"), row, "to");
        let hops = [
            ("0.to", "to"),
            ("0.how", "how"),
            ("1.source", "source"),
            ("1.verb", "verb"),
        ];
        self.record_cells(file, &format!("{path}.chain"), row, &hops);
    }

    /// Records the origins of several keys below `path`.
    pub(super) fn record_cells(
        &mut self,
        file: &str,
        path: &str,
        row: &Row,
        keys: &[(&str, &'static str)],
    ) {
        for (key, column) in keys {
            self.record_cell(file, &format!("{path}.{key}"), row, column);
        }
    }

    pub(super) fn record_cell(&mut self, file: &str, path: &str, row: &Row, column: &'static str) {
        let key = (file.to_owned(), path.to_owned());
        self.origins.insert(key, (row.number, column));
    }
}
