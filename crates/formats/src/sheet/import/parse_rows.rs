//! Parses the bytes of a sheet into rows.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use says_who_model::read::{Garbled, garbled};

use super::cell_errors;
use super::csv_reader::{QuoteError, Record, parse_csv};
use super::header::{self, Header};
use super::problem::{Problems, list_rows};
use super::row::Row;
use crate::input::{self, NotText, SAVE_AS_CSV};
use crate::sheet::columns::Kind;
use crate::sheet::formula_escape::unescape;

/// Parses the rows that are not empty.
pub(super) fn parse(bytes: &[u8], problems: &mut Problems) -> Vec<Row> {
    let text = match input::text(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (row, column) = decoding_error_position(bytes, &error);
            problems.add(row, &column, error.message, &error.help);
            return Vec::new();
        }
    };
    let text = without_sep_line(&text);
    let (all, quote_errors) = parse_csv(text, header::detect_delimiter(text));
    let Some(at) = header::find_row(&all, problems) else {
        report_no_headers(&all, problems);
        return Vec::new();
    };
    let Some((header_row, below)) = all[at..].split_first() else {
        return Vec::new();
    };
    let mut parser = RowParser {
        headers: header::parse_headers(header_row, problems),
        custom_columns: BTreeMap::new(),
        multi_paragraph: BTreeMap::new(),
        lowercased: BTreeSet::new(),
        garbled: Vec::new(),
        rows: Vec::new(),
    };
    let headers = header_row.cells.iter().filter_map(|cell| garbled(cell));
    parser
        .garbled
        .extend(headers.map(|found| (header_row.number, "", found)));
    for &(error, row, index) in &quote_errors {
        let column = parser.column_name(index);
        let (message, help) = match error {
            QuoteError::Unclosed => (
                "this cell has an opening quotation mark but no closing one",
                "close it, or save the sheet with a spreadsheet program, which sets these marks itself",
            ),
            QuoteError::Unescaped => (
                "unescaped quotation mark in a quoted cell",
                "double it, or save the sheet with a spreadsheet program, which sets these marks itself; in `said`, verbatim words stand between “ and ”",
            ),
        };
        problems.add(row, &column, message, help);
    }
    if quote_errors
        .iter()
        .any(|(error, ..)| *error == QuoteError::Unclosed)
    {
        return Vec::new();
    }
    for record in below {
        parser.add_record(record, problems);
    }
    parser.report_sheet_problems(problems);
    parser.rows
}

fn report_no_headers(all: &[Record], problems: &mut Problems) {
    if header::all_in_one_cell(all) {
        problems.add(
            1,
            "",
            "each row is one single cell",
            "the program that saved this file uses another delimiter: open the sheet again with the right one (in Excel: Data, From Text/CSV), or export it with `--separator semicolon`",
        );
    } else {
        problems.add(
            1,
            "",
            "no header row found",
            "put the names of the columns in the first row: point, id, speaker, said, date, …",
        );
    }
}

/// The row and column at which a file stops being UTF-8.
fn decoding_error_position(bytes: &[u8], error: &NotText) -> (usize, String) {
    let before = error.valid_up_to.and_then(|end| bytes.get(..end));
    let Some(before) = before.and_then(|before| std::str::from_utf8(before).ok()) else {
        return (1, String::new());
    };
    let before = without_sep_line(before.trim_start_matches('\u{feff}'));
    let (all, _) = parse_csv(before, header::detect_delimiter(before));
    let Some(last) = all.last() else {
        return (1, String::new());
    };
    let headers = header::find_row(&all, &mut Problems::default())
        .and_then(|at| all.get(at))
        .map(|record| header::parse_headers(record, &mut Problems::default()));
    // After a line end, the error is in the next row.
    let ended = before.ends_with(['\n', '\r']);
    let column = last.cells.len().checked_sub(1).filter(|_| !ended);
    let name = column.and_then(|column| match headers?.get(column)? {
        Header::Known(name) => Some((*name).to_owned()),
        Header::Custom(name) => Some(name.clone()),
        Header::Invalid | Header::Empty => None,
    });
    (last.number + usize::from(ended), name.unwrap_or_default())
}

/// Strips the line `sep=;`, which tells Excel the delimiter. Excel neither shows nor
/// counts it.
fn without_sep_line(text: &str) -> &str {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let line = line.trim_start_matches('"');
    let is_one = line
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    if !is_one {
        return text;
    }
    rest.strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix(['\n', '\r']))
        .unwrap_or(rest)
}

struct RowParser {
    headers: Vec<Header>,
    /// The author's own columns, each with the first row in which it is not empty.
    custom_columns: BTreeMap<String, usize>,
    /// The rows in which a one-paragraph text has line breaks, by column.
    multi_paragraph: BTreeMap<&'static str, Vec<usize>>,
    /// The ids that were written with capitals and already noted.
    lowercased: BTreeSet<String>,
    garbled: Vec<(usize, &'static str, Garbled)>,
    rows: Vec<Row>,
}

impl RowParser {
    fn column_name(&self, index: usize) -> String {
        match self.headers.get(index) {
            Some(Header::Known(name)) => (*name).to_owned(),
            Some(Header::Custom(name)) => name.clone(),
            _ => String::new(),
        }
    }

    fn add_record(&mut self, record: &Record, problems: &mut Problems) {
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
            Kind::Day | Kind::Flag | Kind::Language => Cow::Owned(to_plain(text)),
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
    fn report_sheet_problems(&mut self, problems: &mut Problems) {
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
