//! From bytes to rows.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use says_who_model::read::{Garbled, garbled};

use super::heads::{self, Head};
use super::problem::{Problems, rows as in_words};
use super::records::{Record, Stray, records};
use super::row::Row;
use super::values;
use crate::input::{self, NotText, SAVE_AS_CSV};
use crate::sheet::cells::from_cell;
use crate::sheet::columns::Kind;

/// The rows that have something in them.
pub(super) fn rows(bytes: &[u8], problems: &mut Problems) -> Vec<Row> {
    let text = match input::text(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (row, column) = place(bytes, &error);
            problems.add(row, &column, error.message, &error.help);
            return Vec::new();
        }
    };
    let text = without_separator(&text);
    let (all, strays) = records(text, heads::delimiter(text));
    let Some(at) = heads::find(&all, problems) else {
        if heads::in_one_cell(&all) {
            problems.add(
                1,
                "",
                "all cells of a row stand in one",
                "the program that saved this parts cells by another mark than the sheet had: open the sheet again with the right one (in Excel: Data, From Text/CSV), or export it with `--separator semicolon`",
            );
        } else {
            problems.add(
                1,
                "",
                "there are no heads here",
                "put the names of the columns in the first row: point, id, speaker, said, date, …",
            );
        }
        return Vec::new();
    };
    let Some((head, below)) = all[at..].split_first() else {
        return Vec::new();
    };
    let mut sheet = Sheet {
        heads: heads::read(head, problems),
        left_out: BTreeMap::new(),
        broken: BTreeMap::new(),
        small: BTreeSet::new(),
        garbled: Vec::new(),
        rows: Vec::new(),
    };
    let heads = head.cells.iter().filter_map(|cell| garbled(cell));
    sheet
        .garbled
        .extend(heads.map(|found| (head.number, "", found)));
    for &(stray, row, index) in &strays {
        let column = sheet.name(index);
        let (message, help) = match stray {
            Stray::Open => (
                "a quotation mark opens this cell, and none closes it: all that follows would be part of it",
                "close it, or save the sheet with a spreadsheet program, which sets these marks itself",
            ),
            Stray::Inside => (
                "a quotation mark stands inside a cell that is between quotation marks",
                "double it, or save the sheet with a spreadsheet program, which sets these marks itself; in `said`, verbatim words stand between “ and ”",
            ),
        };
        problems.add(row, &column, message, help);
    }
    if strays.iter().any(|(stray, ..)| *stray == Stray::Open) {
        return Vec::new();
    }
    for record in below {
        sheet.record(record, problems);
    }
    sheet.say(problems);
    sheet.rows
}

/// Where a file stops being text, by row and column.
fn place(bytes: &[u8], error: &NotText) -> (usize, String) {
    let before = error.valid_up_to.and_then(|end| bytes.get(..end));
    let Some(before) = before.and_then(|before| std::str::from_utf8(before).ok()) else {
        return (1, String::new());
    };
    let before = without_separator(before.trim_start_matches('\u{feff}'));
    let (all, _) = records(before, heads::delimiter(before));
    let Some(last) = all.last() else {
        return (1, String::new());
    };
    let heads = heads::find(&all, &mut Problems::default())
        .and_then(|at| all.get(at))
        .map(|record| heads::read(record, &mut Problems::default()));
    // After a line end the next row begins.
    let ended = before.ends_with(['\n', '\r']);
    let column = last.cells.len().checked_sub(1).filter(|_| !ended);
    let name = column.and_then(|column| match heads?.get(column)? {
        Head::Known(name) => Some((*name).to_owned()),
        Head::Own(name) => Some(name.clone()),
        Head::Wrong | Head::Empty => None,
    });
    (last.number + usize::from(ended), name.unwrap_or_default())
}

/// The text without the line in which Excel is told what parts the cells; Excel
/// does not show it, nor count it.
fn without_separator(text: &str) -> &str {
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

struct Sheet {
    heads: Vec<Head>,
    /// The columns of the author's own, with the row that first has something there.
    left_out: BTreeMap<String, usize>,
    /// The rows in which a text of one paragraph has several, by column.
    broken: BTreeMap<&'static str, Vec<usize>>,
    /// The ids that were written with capitals.
    small: BTreeSet<String>,
    garbled: Vec<(usize, &'static str, Garbled)>,
    rows: Vec<Row>,
}

impl Sheet {
    fn name(&self, index: usize) -> String {
        match self.heads.get(index) {
            Some(Head::Known(name)) => (*name).to_owned(),
            Some(Head::Own(name)) => name.clone(),
            _ => String::new(),
        }
    }

    fn record(&mut self, record: &Record, problems: &mut Problems) {
        let number = record.number;
        if heads::again(record, &self.heads) {
            problems.note(
                number,
                "",
                "the heads stand here again; the rows below are read by these",
            );
            self.heads = heads::read(record, problems);
            return;
        }
        let mut cells = BTreeMap::new();
        for (index, cell) in record.cells.iter().enumerate() {
            let text = from_cell(cell);
            match self.heads.get(index) {
                _ if text.is_empty() => {}
                Some(&Head::Known(column)) => {
                    if let Some(text) = self.cell(number, column, text, problems) {
                        cells.insert(column, text);
                    }
                }
                Some(Head::Own(name)) => {
                    self.left_out.entry(name.clone()).or_insert(number);
                }
                // It was reported with its head.
                Some(Head::Wrong) => {}
                Some(Head::Empty) | None => problems.add(
                    number,
                    "",
                    format!("`{text}` stands in a column without a head"),
                    "give the column a head, or put text with commas between quotation marks",
                ),
            }
        }
        if !cells.is_empty() {
            self.rows.push(Row {
                number,
                cells,
                elsewhere: BTreeMap::new(),
            });
        }
    }

    /// A cell as it is to be read; nothing where nothing is left of it.
    fn cell(
        &mut self,
        row: usize,
        column: &'static str,
        text: &str,
        problems: &mut Problems,
    ) -> Option<String> {
        let kind = Kind::of(column);
        if let Some(found) = garbled(text) {
            self.garbled.push((row, column, found));
        } else if let Some((message, help)) = values::refusal(text, kind == Kind::Text) {
            problems.add(row, column, message, &help);
        }
        let plain = match kind {
            Kind::Text => {
                if text.contains('\n') {
                    self.broken.entry(column).or_default().push(row);
                }
                Cow::Borrowed(text)
            }
            Kind::Lines | Kind::Chain | Kind::Link => Cow::Borrowed(text),
            Kind::Id | Kind::Ids => {
                let plain = plain(text);
                let small = plain.to_lowercase();
                if small != plain && !problems.has(row, column) {
                    self.small(row, column, &plain, &small, problems);
                }
                Cow::Owned(small)
            }
            Kind::Word => Cow::Owned(plain(text).to_lowercase().replace([' ', '_'], "-")),
            Kind::Day | Kind::Flag | Kind::Language => Cow::Owned(plain(text)),
        };
        let plain = match (column, plain.replace([' ', '_'], "-").as_str()) {
            ("for", known @ ("press" | "third-party")) => Cow::Owned(known.to_owned()),
            _ => plain,
        };
        (!plain.is_empty()).then(|| plain.into_owned())
    }

    fn small(
        &mut self,
        row: usize,
        column: &str,
        written: &str,
        small: &str,
        problems: &mut Problems,
    ) {
        if self.small.insert(written.to_owned()) {
            problems.note(
                row,
                column,
                format!("`{written}` was read as `{small}`: ids have no capitals"),
            );
        }
    }

    /// Says what is about many cells at once.
    fn say(&mut self, problems: &mut Problems) {
        for (name, row) in std::mem::take(&mut self.left_out) {
            problems.note(
                row,
                &name,
                "this column is none of the sheet's and was left out",
            );
        }
        for (column, found) in std::mem::take(&mut self.broken) {
            let message = format!(
                "in {} a line ends inside the text; a page shows it as one paragraph",
                in_words(&found)
            );
            problems.note(found.first().copied().unwrap_or(1), column, message);
        }
        let Some((row, column, first)) = self.garbled.first() else {
            return;
        };
        // Where it is the sheet and not a cell, nothing else can be told.
        if self.garbled.len() > 2 || column.is_empty() {
            problems.forget();
            self.rows.clear();
        }
        let mut found: Vec<usize> = self.garbled.iter().map(|(row, ..)| *row).collect();
        found.dedup();
        let cells = match self.garbled.len() {
            1 => String::new(),
            count => format!("; so were {} more, in {}", count - 1, in_words(&found)),
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

/// A cell that is no text to read, without what can't be seen in it and without
/// the apostrophe with which spreadsheets keep a value as it is.
fn plain(text: &str) -> String {
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
