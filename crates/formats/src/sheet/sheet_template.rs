//! The template for a new sheet.

use super::COLUMNS;
use super::export::BOM;

/// An example of each kind of row; the same as in the documentation.
pub(super) const EXAMPLE: &str = include_str!("../../template/sheet.csv");

/// A sheet with every column and a few example rows, which the author replaces.
///
/// # Panics
///
/// Never: the example is CSV, and it is written into memory.
#[must_use]
pub fn template() -> String {
    let mut rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(EXAMPLE.as_bytes())
        .records()
        .flatten()
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect();
    let used = rows.first().cloned().unwrap_or_default();
    // Columns that the example doesn't use come last, with empty cells.
    for column in COLUMNS {
        if !used.iter().any(|name| name == column.name) {
            for (index, row) in rows.iter_mut().enumerate() {
                let head = if index == 0 { column.name } else { "" };
                row.push(head.to_owned());
            }
        }
    }
    let mut csv = csv::Writer::from_writer(BOM.as_bytes().to_vec());
    let written = rows.iter().try_for_each(|row| csv.write_record(row));
    written.expect("memory takes what is written, and every row has the same columns");
    let bytes = csv.into_inner().expect("memory takes what is written");
    String::from_utf8(bytes).expect("text and commas are text")
}
