//! Parses the bytes of a sheet into rows.

mod row_parser;

use says_who_model::read::garbled;

use super::csv_reader::{QuoteError, Record, parse_csv};
use super::header::{self, Header};
use super::problem::Problems;
use super::row::Row;
use crate::input::{self, NotText};
use row_parser::RowParser;

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
    let mut parser = RowParser::new(header::parse_headers(header_row, problems));
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
