//! Exports a dispute as a spreadsheet.

mod row;
mod sheet_builder;

pub(super) use row::{Row, keyword, set};

use super::COLUMNS;
use super::formula_escape::escape;
use crate::format::Dispute;

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
    let rows = sheet_builder::rows(dispute);
    let used = |name: &str| rows.iter().any(|row| row.contains_key(name));
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
        rows.iter()
            .try_for_each(|row| csv.write_record(record(row)))
    });
    let bytes = written
        .map_err(|error| error.to_string())
        .and_then(|()| csv.into_inner().map_err(|error| error.to_string()))
        .expect("memory takes what is written, and every row has the same columns");
    String::from_utf8(bytes).expect("text and commas are text")
}
