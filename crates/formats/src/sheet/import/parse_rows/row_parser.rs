//! Parses the records below the headers into rows with normalised cells.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use says_who_model::read::{Garbled, garbled};

use crate::input::SAVE_AS_CSV;
use crate::sheet::columns::Kind;
use crate::sheet::formula_escape::unescape;
use crate::sheet::import::cell_errors;
use crate::sheet::import::csv_reader::Record;
use crate::sheet::import::header::{self, Header};
use crate::sheet::import::problem::{Problems, list_rows};
use crate::sheet::import::row::Row;

pub(super) struct RowParser {
    headers: Vec<Header>,
    /// The author's own columns, each with the first row in which it is not empty.
    custom_columns: BTreeMap<String, usize>,
    /// The rows in which a one-paragraph text has line breaks, by column.
    multi_paragraph: BTreeMap<&'static str, Vec<usize>>,
    /// The ids that were written with capitals and already noted.
    lowercased: BTreeSet<String>,
    pub(super) garbled: Vec<(usize, &'static str, Garbled)>,
    pub(super) rows: Vec<Row>,
}

impl RowParser {
    pub(super) fn new(headers: Vec<Header>) -> Self {
        Self {
            headers,
            custom_columns: BTreeMap::new(),
            multi_paragraph: BTreeMap::new(),
            lowercased: BTreeSet::new(),
            garbled: Vec::new(),
            rows: Vec::new(),
        }
    }

    pub(super) fn column_name(&self, index: usize) -> String {
        match self.headers.get(index) {
            Some(Header::Known(name)) => (*name).to_owned(),
            Some(Header::Custom(name)) => name.clone(),
            _ => String::new(),
        }
    }

    pub(super) fn add_record(&mut self, record: &Record, problems: &mut Problems) {
        let number = record.number;
        if header::is_repeated(record, &self.headers) {
            problems.note(
                number,
                "",
                "the headers are repeated here; rows below use them",
            );
            self.headers = header::parse_headers(record, problems);
            return;
        }
        let mut cells = BTreeMap::new();
        for (index, cell) in record.cells.iter().enumerate() {
            let text = unescape(cell);
            match self.headers.get(index) {
                _ if text.is_empty() => {}
                Some(&Header::Known(column)) => {
                    if let Some(text) = self.normalize_cell(number, column, text, problems) {
                        cells.insert(column, text);
                    }
                }
                Some(Header::Custom(name)) => {
                    self.custom_columns.entry(name.clone()).or_insert(number);
                }
                // The header was reported.
                Some(Header::Invalid) => {}
                Some(Header::Empty) | None => problems.add(
                    number,
                    "",
                    format!("`{text}` is in a column without a header"),
                    "give the column a header, or put text with commas between quotation marks",
                ),
            }
        }
        if !cells.is_empty() {
            self.rows.push(Row {
                number,
                cells,
                origin_rows: BTreeMap::new(),
            });
        }
    }

    /// The normalised text of a cell; `None` if nothing is left of it.
    fn normalize_cell(
        &mut self,
        row: usize,
        column: &'static str,
        text: &str,
        problems: &mut Problems,
    ) -> Option<String> {
        let kind = Kind::of_column(column);
        if let Some(found) = garbled(text) {
            self.garbled.push((row, column, found));
        } else if let Some((message, help)) = cell_errors::cell_error(text, kind == Kind::Text) {
            problems.add(row, column, message, &help);
        }
        let plain = match kind {
            Kind::Text => {
                if text.contains('\n') {
                    self.multi_paragraph.entry(column).or_default().push(row);
                }
                Cow::Borrowed(text)
            }
            Kind::Lines | Kind::Chain | Kind::Link => Cow::Borrowed(text),
            Kind::Id | Kind::Ids => {
                let plain = to_plain(text);
                let lower = plain.to_lowercase();
                if lower != plain && !problems.has(row, column) {
                    self.note_lowercased(row, column, &plain, &lower, problems);
                }
                Cow::Owned(lower)
            }
            Kind::Word => Cow::Owned(to_plain(text).to_lowercase().replace([' ', '_'], "-")),
            Kind::Date | Kind::Day | Kind::Flag | Kind::Language => Cow::Owned(to_plain(text)),
        };
        let plain = match (column, plain.replace([' ', '_'], "-").as_str()) {
            ("for", known @ ("press" | "third-party")) => Cow::Owned(known.to_owned()),
            _ => plain,
        };
        (!plain.is_empty()).then(|| plain.into_owned())
    }

    fn note_lowercased(
        &mut self,
        row: usize,
        column: &str,
        written: &str,
        lower: &str,
        problems: &mut Problems,
    ) {
        if self.lowercased.insert(written.to_owned()) {
            problems.note(
                row,
                column,
                format!("`{written}` was read as `{lower}`: ids have no capitals"),
            );
        }
    }

    /// Reports problems and notes that concern many cells, once each.
    pub(super) fn report_sheet_problems(&mut self, problems: &mut Problems) {
        for (name, row) in std::mem::take(&mut self.custom_columns) {
            problems.note(row, &name, "unknown column, ignored");
        }
        for (column, found) in std::mem::take(&mut self.multi_paragraph) {
            let message = format!(
                "in {} a line ends inside the text; a page shows it as one paragraph",
                list_rows(&found)
            );
            problems.note(found.first().copied().unwrap_or(1), column, message);
        }
        let Some((row, column, first)) = self.garbled.first() else {
            return;
        };
        // If the whole sheet is garbled and not just a cell, drop all other
        // problems.
        if self.garbled.len() > 2 || column.is_empty() {
            problems.clear();
            self.rows.clear();
        }
        let mut found: Vec<usize> = self.garbled.iter().map(|(row, ..)| *row).collect();
        found.dedup();
        let cells = match self.garbled.len() {
            1 => String::new(),
            count => format!("; so were {} more, in {}", count - 1, list_rows(&found)),
        };
        let message = format!(
            "`{}` was `{}` before a program read it as {}{cells}",
            first.seen.escape_debug(),
            first.meant.escape_debug(),
            first.read_as,
        );
        let help = if first.through_a_console {
            "that happens where PowerShell's `>` writes what a command prints: use `export --out FILE` instead".to_owned()
        } else {
            format!(
                "go back to the sheet as it was and {SAVE_AS_CSV}; open it as UTF-8 (in Excel: Data, From Text/CSV, 65001)"
            )
        };
        problems.add(*row, column, message, &help);
    }
}

/// The text of a cell that is not prose: without invisible characters, with plain
/// hyphens and spaces, and without the apostrophe that marks a cell as text.
fn to_plain(text: &str) -> String {
    let seen = text.chars().filter(|c| {
        !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    });
    let usual = seen.map(|c| match c {
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        c if c.is_whitespace() && c != '\n' => ' ',
        c => c,
    });
    let plain: String = usual.collect();
    let plain = plain.trim();
    plain.trim_start_matches(['\'', ' ']).to_owned()
}
