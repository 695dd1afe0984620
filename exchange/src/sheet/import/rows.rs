//! From bytes to rows.

use std::collections::BTreeMap;

use super::problem::Problems;
use super::row::Row;
use crate::sheet::COLUMNS;
use crate::sheet::cells::from_cell;

/// The rows that have something in them.
pub(super) fn rows(bytes: &[u8], problems: &mut Problems) -> Vec<Row> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut csv = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(bytes))
        .from_reader(bytes);
    let mut records = csv.byte_records().enumerate();
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    if let Some((_, Ok(heads))) = records.next() {
        for head in &heads {
            columns.push(head_of(head, &columns, problems));
        }
    }
    if columns.iter().all(Option::is_none) {
        problems.add(
            1,
            "",
            "there are no heads here",
            "put the names of the columns in the first row: point, id, speaker, said, date, …",
        );
        return Vec::new();
    }
    let mut rows = Vec::new();
    for (index, record) in records {
        let number = index + 1;
        let Ok(record) = record else {
            problems.add(
                number,
                "",
                "this row can't be read",
                "save the sheet as CSV in UTF-8",
            );
            continue;
        };
        let mut cells = BTreeMap::new();
        for (index, cell) in record.iter().enumerate() {
            let Ok(cell) = std::str::from_utf8(cell) else {
                let column = columns.get(index).copied().flatten().unwrap_or_default();
                let message = "what stands here is not UTF-8 text";
                problems.add(number, column, message, "save the sheet as CSV in UTF-8");
                continue;
            };
            let text = from_cell(cell);
            match columns.get(index) {
                _ if text.is_empty() => {}
                Some(Some(column)) => {
                    cells.insert(*column, text.to_owned());
                }
                // A column that is not known was reported with its head.
                Some(None) => {}
                None => problems.add(
                    number,
                    "",
                    format!("`{text}` stands in a column without a head"),
                    "give the column a head, or put text with commas between quotation marks",
                ),
            }
        }
        if !cells.is_empty() {
            rows.push(Row {
                number,
                cells,
                elsewhere: BTreeMap::new(),
            });
        }
    }
    rows
}

/// What parts the cells of the first line most often.
fn delimiter(bytes: &[u8]) -> u8 {
    let line = bytes
        .split(|&byte| byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |mark: u8| line.iter().filter(|&&byte| byte == mark).count();
    // Of equals the last is taken, which is the comma.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|&mark| count(mark))
        .unwrap_or(b',')
}

fn head_of(
    head: &[u8],
    before: &[Option<&'static str>],
    problems: &mut Problems,
) -> Option<&'static str> {
    let head = String::from_utf8_lossy(head);
    let head = head.trim();
    if head.is_empty() {
        return None;
    }
    let known = COLUMNS.iter().map(|column| column.name);
    let Some(name) = known.clone().find(|name| *name == head) else {
        let nearest = known
            .map(|name| (strsim::damerau_levenshtein(name, head), name))
            .filter(|(distance, _)| *distance <= 2)
            .min();
        let help = match nearest {
            Some((_, name)) => format!("did you mean `{name}`? Otherwise delete the column"),
            None => "delete the column, or give it one of the names that are documented".to_owned(),
        };
        problems.add(1, head, "there is no such column", &help);
        return None;
    };
    if before.contains(&Some(name)) {
        problems.add(
            1,
            name,
            "this column stands here twice",
            "delete one of the two",
        );
        return None;
    }
    Some(name)
}
