//! A row, with typed access to its cells.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::de::DeserializeOwned;

use super::parse_day::parse_day;
use super::problem::Problems;
use crate::format::{Day, Edtf, Id, Language, When};
use crate::sheet::COLUMNS;
use crate::sheet::when_columns::{PUBLISHED, SAID, WhenColumns};
use says_who_model::EdtfDate;

/// The columns whose dates may have a time.
const TIMED: [&str; 2] = [SAID.date, PUBLISHED.date];

/// How programs and people write yes or a ticked box.
const YES: [&str; 28] = [
    "1",
    "да",
    "так",
    "igen",
    "ja",
    "j",
    "on",
    "oui",
    "prawda",
    "sand",
    "si",
    "sim",
    "sì",
    "sí",
    "tak",
    "true",
    "vero",
    "verdadeiro",
    "verdadero",
    "vrai",
    "wahr",
    "x",
    "y",
    "yes",
    "истина",
    "✓",
    "✔",
    "☑",
];

/// How they write no or an unticked box.
const NO: [&str; 22] = [
    "0", "нет", "ні", "falsch", "false", "falskt", "falso", "fałsz", "faux", "n", "nao", "nee",
    "nein", "nej", "nem", "no", "non", "não", "off", "ложь", "☐", "✗",
];

/// A row: its number, and its non-empty cells by column.
pub(super) struct Row {
    pub(super) number: usize,
    pub(super) cells: BTreeMap<&'static str, String>,
    /// The original rows of cells that were merged from other rows.
    pub(super) origin_rows: BTreeMap<&'static str, usize>,
}

impl Row {
    pub(super) fn get(&self, column: &'static str) -> Option<String> {
        self.cells.get(column).cloned()
    }

    pub(super) fn origin_row(&self, column: &str) -> usize {
        self.origin_rows.get(column).copied().unwrap_or(self.number)
    }

    pub(super) fn required(&self, column: &'static str, problems: &mut Problems) -> Option<String> {
        let cell = self.get(column);
        if cell.is_none() {
            problems.add(
                self.number,
                column,
                "this cell is empty",
                &format!("write {}", column_help(column)),
            );
        }
        cell
    }

    pub(super) fn language(&self, column: &'static str) -> Option<Language> {
        self.get(column).map(Language)
    }

    pub(super) fn day(&self, column: &'static str, problems: &mut Problems) -> Option<Day> {
        let text = self.get(column)?;
        // The time of a statement may be known.
        let read = parse_day(&text, TIMED.contains(&column)).and_then(|day| {
            Day::from_str(&day).map_err(|_| {
                (
                    format!("`{text}` is not a day"),
                    "write it as year, month and day, like 2022-01-31".to_owned(),
                )
            })
        });
        match read {
            Ok(day) => Some(day),
            Err((message, help)) => {
                problems.add(self.origin_row(column), column, message, &help);
                None
            }
        }
    }

    /// Whether one of these columns is filled in.
    pub(super) fn has_when(&self, columns: &WhenColumns) -> bool {
        let mut columns = columns.by_key().into_iter();
        columns.any(|(_, column)| self.cells.contains_key(column))
    }

    /// When something was, from these columns; `None` if they are empty, and if they
    /// could not be read, which is reported.
    pub(super) fn when(&self, columns: &WhenColumns, problems: &mut Problems) -> Option<When> {
        let date = self.date(columns.date, problems);
        let unknown = self.get(columns.unknown);
        if self.get(columns.date).is_none() && unknown.is_none() {
            problems.add(
                self.origin_row(columns.date),
                columns.date,
                "the date is missing",
                &format!(
                    "write it as precise as it is known, like 2022-01-31, 2022-01 or 2022; or the reason why it is not known in the column `{}`",
                    columns.unknown
                ),
            );
            return None;
        }
        Some(When {
            date,
            unknown,
            part: self.keyword(columns.part, problems),
            words: self.get(columns.words),
            words_language: self.language(columns.words_language),
            counted_from: self.day(columns.counted_from, problems),
            source: self.get(columns.source).map(Id),
            other_calendar: self.get(columns.other_calendar),
            note: self.get(columns.note),
        })
    }

    /// A date of any precision.
    fn date(&self, column: &'static str, problems: &mut Problems) -> Option<Edtf> {
        let text = self.get(column)?;
        if let Ok(date) = text.parse::<EdtfDate>()
            && date.day().is_none()
        {
            return Some(Edtf::Other(date));
        }
        self.day(column, problems).map(Edtf::Day)
    }

    /// A keyword of the data format.
    pub(super) fn keyword<T: DeserializeOwned>(
        &self,
        column: &'static str,
        problems: &mut Problems,
    ) -> Option<T> {
        let text = self.get(column)?;
        match serde_json::from_value(text.clone().into()) {
            Ok(word) => Some(word),
            Err(error) => {
                let error = error.to_string();
                let words = error
                    .split_once("expected ")
                    .map_or("another", |(_, words)| words);
                problems.add(
                    self.origin_row(column),
                    column,
                    format!("`{text}` is not a valid value"),
                    &format!("write {words}"),
                );
                None
            }
        }
    }

    pub(super) fn flag(
        &self,
        column: &'static str,
        otherwise: bool,
        problems: &mut Problems,
    ) -> bool {
        let Some(text) = self.get(column) else {
            return otherwise;
        };
        let word = text.to_lowercase();
        if YES.contains(&word.as_str()) {
            return true;
        }
        if NO.contains(&word.as_str()) {
            return false;
        }
        problems.add(
            self.origin_row(column),
            column,
            format!("`{text}` is neither `yes` nor `no`"),
            "write one of the two, or nothing",
        );
        otherwise
    }

    /// The lines of a cell.
    pub(super) fn lines(&self, column: &'static str) -> Vec<String> {
        let text = self.get(column).unwrap_or_default();
        let lines = text.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }

    pub(super) fn ids(&self, column: &'static str) -> Vec<Id> {
        let text = self.get(column).unwrap_or_default();
        text.split(|c: char| c.is_whitespace() || c == ',' || c == ';')
            .filter(|id| !id.is_empty())
            .map(Id::from)
            .collect()
    }
}

/// The description of a column, for help texts.
pub(super) fn column_help(column: &str) -> &'static str {
    let found = COLUMNS.iter().find(|known| known.name == column);
    found.map_or("it", |column| column.about)
}
