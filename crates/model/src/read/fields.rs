//! Typed access to the keys of a TOML table. Problems are reported without stopping.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};
use toml_datetime::Offset;

use super::characters::{describe_char, first_hidden};
use super::dates::Moment;
use super::input_text::{MAX_CHARACTERS, is_visible, paragraph_break_in_quotation, tidy};
use super::problem::{Place, Problems};
use super::real_text;
use super::toml_string;

/// A value with its place in a file.
#[derive(Clone, Debug)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

/// The value of a key that takes a text or a table.
pub(super) enum TextOrTable<'a> {
    /// A non-empty text.
    Text(Located<String>),
    /// A table.
    Table(Fields<'a>),
}

/// The file that a value is from.
#[derive(Clone, Copy)]
pub(super) struct TomlFile<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a str,
    /// The byte offset of each line, so that finding a place does not rescan the
    /// whole file.
    pub(super) lines: &'a [usize],
}

impl TomlFile<'_> {
    pub(super) fn place(self, offset: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line.saturating_sub(1)];
        let before = self.text.get(start..offset).unwrap_or_default();
        Place {
            file: self.path.to_owned(),
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The place of a character in a string literal, by its index in the decoded
    /// string; the literal is at `span`.
    fn place_in_string(self, span: &Range<usize>, number: usize) -> Place {
        let written = self.text.get(span.clone()).unwrap_or_default();
        self.place(span.start + toml_string::offset(written, number))
    }

    /// Checks and normalizes a string. Reports why it can't be accepted. `None` if
    /// there is no usable text.
    fn checked_text(
        self,
        key: &str,
        span: &Range<usize>,
        text: &str,
        problems: &mut Problems,
    ) -> Option<Located<String>> {
        let place = self.place(span.start);
        if report_too_long(text, &place, key, problems) {
            return None;
        }
        if !is_visible(text) {
            problems.add(
                &place,
                "fields",
                format!("`{key}` is empty"),
                format!("write something, or delete it if `{key}` may be left out"),
            );
            return None;
        }
        if let Some((number, c)) = first_hidden(text) {
            problems.add(
                &self.place_in_string(span, number),
                "text",
                format!("`{key}` contains an invisible character: {}", describe_char(c)),
                "delete it, with the escape that stands for it if it is written as one; if it came with copied text, type the words around it again",
            );
        } else if let Some(number) = paragraph_break_in_quotation(text) {
            problems.add(
                &self.place_in_string(span, number),
                "verbatim-marked",
                "a quotation continues across a paragraph break",
                "close it with ” where the paragraph ends, and open the next with “",
            );
        }
        let value = tidy(text);
        if let Some(unintended) = real_text::unintended_text(&value) {
            problems.add(&place, real_text::RULE, unintended.message, unintended.help);
        }
        Some(Located { value, place })
    }
}

/// The byte offset of each line; never empty.
pub(super) fn lines(text: &str) -> Vec<usize> {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(ends).collect()
}

/// The keys of a table. Each one is removed as it is read, and what remains is
/// reported as unknown.
pub(super) struct Fields<'a> {
    file: TomlFile<'a>,
    place: Place,
    known: Vec<&'static str>,
    remaining: BTreeMap<String, (Place, Spanned<DeValue<'a>>)>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(file: TomlFile<'a>, place: Place, table: DeTable<'a>) -> Self {
        let remaining = table
            .into_iter()
            .map(|(key, value)| {
                let place = file.place(key.span().start);
                (key.into_inner().into_owned(), (place, value))
            })
            .collect();
        Self {
            file,
            place,
            known: Vec::new(),
            remaining,
        }
    }

    /// The place of the table.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }

    fn take(&mut self, key: &'static str) -> Option<(Place, DeValue<'a>)> {
        self.known.push(key);
        let (_, value) = self.remaining.remove(key)?;
        let place = self.file.place(value.span().start);
        Some((place, value.into_inner()))
    }

    fn report_wrong_form(&self, problems: &mut Problems, place: &Place, key: &str, form: &str) {
        problems.add(
            place,
            "fields",
            format!("`{key}` must be {form}"),
            format!("write `{key}` as {form}"),
        );
    }

    fn report_missing(&self, problems: &mut Problems, key: &str, form: &str) {
        problems.add(
            &self.place,
            "fields",
            format!("`{key}` is missing"),
            format!("add `{key} = …`, {form}"),
        );
    }

    /// A non-empty text.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Located<String>> {
        let found = self.take_text(key, problems);
        if found.is_none() && !self.had_invalid_value(key) {
            self.report_missing(problems, key, "a text in quotation marks");
        }
        found
    }

    /// An optional text.
    pub(super) fn optional_text(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Located<String>> {
        self.take_text(key, problems)
    }

    fn had_invalid_value(&self, key: &str) -> bool {
        self.remaining.contains_key(&format!("\0{key}"))
    }

    fn take_text(&mut self, key: &'static str, problems: &mut Problems) -> Option<Located<String>> {
        self.known.push(key);
        let (_, value) = self.remaining.remove(key)?;
        let span = value.span();
        let place = self.file.place(span.start);
        let DeValue::String(text) = value.into_inner() else {
            self.note_invalid_value(key, &place);
            self.report_wrong_form(problems, &place, key, "a text in quotation marks");
            return None;
        };
        let found = self.file.checked_text(key, &span, &text, problems);
        if found.is_none() {
            self.note_invalid_value(key, &place);
        }
        found
    }

    /// Remembers that a key has an invalid value, so that it is not reported as
    /// missing too. It is stored under a name that no key has.
    fn note_invalid_value(&mut self, key: &str, place: &Place) {
        let value = Spanned::new(0..0, DeValue::Boolean(false));
        self.remaining
            .insert(format!("\0{key}"), (place.clone(), value));
    }

    /// A date.
    pub(super) fn date(
        &mut self,
        key: &'static str,
        required: bool,
        problems: &mut Problems,
    ) -> Option<Located<crate::Date>> {
        const FORM: &str = "a date without quotation marks, like 2022-01-31";
        let Some((place, value)) = self.take(key) else {
            if required {
                self.report_missing(problems, key, FORM);
            }
            return None;
        };
        let date = match value {
            DeValue::Datetime(written) if written.time.is_none() => written.date,
            _ => None,
        };
        let Some(value) = date.and_then(to_model_date) else {
            self.report_wrong_form(problems, &place, key, FORM);
            return None;
        };
        Some(Located { value, place })
    }

    /// A date, optionally with a time and a UTC offset.
    pub(super) fn moment(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<(Located<crate::Date>, Option<Moment>)> {
        const FORM: &str =
            "a date without quotation marks, like 2022-01-31 or 2022-01-31T22:30:00-05:00";
        let Some((place, value)) = self.take(key) else {
            self.report_missing(problems, key, FORM);
            return None;
        };
        let DeValue::Datetime(written) = value else {
            self.report_wrong_form(problems, &place, key, FORM);
            return None;
        };
        let moment = match (written.time, written.offset) {
            (None, None) => None,
            (Some(time), Some(offset)) => Some(Moment {
                minutes: i32::from(time.hour) * 60 + i32::from(time.minute),
                offset: match offset {
                    Offset::Z => 0,
                    Offset::Custom { minutes } => i32::from(minutes),
                },
            }),
            _ => {
                self.report_wrong_form(problems, &place, key, FORM);
                return None;
            }
        };
        let Some(value) = written.date.and_then(to_model_date) else {
            self.report_wrong_form(problems, &place, key, FORM);
            return None;
        };
        Some((Located { value, place }, moment))
    }

    /// `true` or `false`; `None` if the key is missing.
    pub(super) fn flag(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Located<bool>> {
        match self.take(key)? {
            (place, DeValue::Boolean(value)) => Some(Located { value, place }),
            (place, _) => {
                self.report_wrong_form(problems, &place, key, "`true` or `false`");
                None
            }
        }
    }

    /// A whole number.
    pub(super) fn number(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Located<i64>> {
        const FORM: &str = "a whole number";
        let Some((place, value)) = self.take(key) else {
            self.report_missing(problems, key, FORM);
            return None;
        };
        let number = match value {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            self.report_wrong_form(problems, &place, key, FORM);
        }
        Some(Located {
            value: number?,
            place,
        })
    }

    /// An optional whole number.
    pub(super) fn optional_number(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Located<i64>> {
        if self.remaining.contains_key(key) {
            self.number(key, problems)
        } else {
            self.known.push(key);
            None
        }
    }

    /// A list of texts; empty if the key is missing.
    pub(super) fn texts(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Vec<Located<String>> {
        const FORM: &str = "a list of texts, like [\"one\", \"two\"]";
        let Some((place, value)) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.report_wrong_form(problems, &place, key, FORM);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            let span = item.span();
            match item.into_inner() {
                DeValue::String(text) => {
                    texts.extend(self.file.checked_text(key, &span, &text, problems));
                }
                _ => self.report_wrong_form(problems, &self.file.place(span.start), key, FORM),
            }
        }
        texts
    }

    /// A list of texts or a single text; empty if the key is missing.
    pub(super) fn text_or_texts(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Vec<Located<String>> {
        match self.remaining.get(key) {
            Some((_, value)) if matches!(value.get_ref(), DeValue::String(_)) => {
                self.optional_text(key, problems).into_iter().collect()
            }
            _ => self.texts(key, problems),
        }
    }

    /// An optional text or table. `table` shows its form in messages.
    pub(super) fn text_or_table(
        &mut self,
        key: &'static str,
        table: &str,
        problems: &mut Problems,
    ) -> Option<TextOrTable<'a>> {
        match self.remaining.get(key).map(|(_, value)| value.get_ref()) {
            Some(DeValue::Table(_)) => {
                Some(TextOrTable::Table(self.optional_table(key, problems)?))
            }
            Some(DeValue::String(_)) | None => {
                Some(TextOrTable::Text(self.optional_text(key, problems)?))
            }
            Some(_) => {
                let (place, _) = self.take(key)?;
                self.report_wrong_form(
                    problems,
                    &place,
                    key,
                    &format!("a text, or a table like {table}"),
                );
                None
            }
        }
    }

    /// A list of texts or tables; empty if the key is missing. `table` shows the
    /// form of a table in messages.
    pub(super) fn texts_or_tables(
        &mut self,
        key: &'static str,
        table: &str,
        problems: &mut Problems,
    ) -> Vec<TextOrTable<'a>> {
        let form = format!("a list of texts, or of tables like {table}");
        let Some((place, value)) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.report_wrong_form(problems, &place, key, &form);
            return Vec::new();
        };
        let mut entries = Vec::new();
        for item in items {
            let span = item.span();
            let place = self.file.place(span.start);
            match item.into_inner() {
                DeValue::String(text) => {
                    let text = self.file.checked_text(key, &span, &text, problems);
                    entries.extend(text.map(TextOrTable::Text));
                }
                DeValue::Table(table) => {
                    entries.push(TextOrTable::Table(Self::new(self.file, place, table)));
                }
                _ => self.report_wrong_form(problems, &place, key, &form),
            }
        }
        entries
    }

    /// A list of at least one text.
    pub(super) fn nonempty_texts(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Vec<Located<String>> {
        let is_present = self.remaining.contains_key(key);
        let place = self
            .remaining
            .get(key)
            .map_or(self.place(), |(place, _)| place.clone());
        let texts = self.texts(key, problems);
        if !is_present {
            self.report_missing(problems, key, "a list of texts in square brackets");
        } else if texts.is_empty() {
            problems.add(
                &place,
                "fields",
                format!("`{key}` is empty"),
                format!("put at least one entry into `{key}`"),
            );
        }
        texts
    }

    /// The tables of a key, written as `[[key]]` or as a list of `{ … }`.
    pub(super) fn tables(&mut self, key: &'static str, problems: &mut Problems) -> Vec<Self> {
        let Some((place, value)) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.report_wrong_form(problems, &place, key, "a list of tables");
            return Vec::new();
        };
        self.tables_of(key, items, problems)
    }

    fn tables_of(&self, key: &str, items: DeArray<'a>, problems: &mut Problems) -> Vec<Self> {
        let mut tables = Vec::new();
        for item in items {
            let place = self.file.place(item.span().start);
            match item.into_inner() {
                DeValue::Table(table) => tables.push(Self::new(self.file, place, table)),
                _ => self.report_wrong_form(problems, &place, key, "a list of tables"),
            }
        }
        tables
    }

    /// The table of a required key.
    pub(super) fn table(&mut self, key: &'static str, problems: &mut Problems) -> Option<Self> {
        if !self.remaining.contains_key(key) {
            self.report_missing(problems, key, "a table in curly brackets");
        }
        self.optional_table(key, problems)
    }

    /// The table of an optional key.
    pub(super) fn optional_table(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Self> {
        let (place, value) = self.take(key)?;
        if let DeValue::Table(table) = value {
            return Some(Self::new(self.file, place, table));
        }
        self.report_wrong_form(problems, &place, key, "a table in curly brackets");
        None
    }

    /// Every key with its table, for files with one table per id.
    pub(super) fn entries(self, problems: &mut Problems) -> Vec<(Located<String>, Self)> {
        let mut entries = Vec::new();
        for (key, (place, value)) in self.remaining {
            match value.into_inner() {
                DeValue::Table(table) => {
                    let fields = Self::new(self.file, place.clone(), table);
                    entries.push((Located { value: key, place }, fields));
                }
                _ => problems.add(
                    &place,
                    "known-keys",
                    format!("`{key}` is not inside an entry"),
                    "in this file every entry begins with its id in square brackets, like `[some-id]`",
                ),
            }
        }
        // As in the file, not by the alphabet.
        entries.sort_by_key(|(key, _)| (key.place.line, key.place.column));
        entries
    }

    /// Every key with its list of tables, for the register.
    pub(super) fn table_lists(
        mut self,
        problems: &mut Problems,
    ) -> Vec<(Located<String>, Vec<Self>)> {
        let remaining = std::mem::take(&mut self.remaining);
        let mut lists = Vec::new();
        for (key, (place, value)) in remaining {
            let DeValue::Array(items) = value.into_inner() else {
                self.report_wrong_form(problems, &place, &key, "a list of tables");
                continue;
            };
            let tables = self.tables_of(&key, items, problems);
            lists.push((Located { value: key, place }, tables));
        }
        // As in the file, not by the alphabet.
        lists.sort_by_key(|(key, _)| (key.place.line, key.place.column));
        lists
    }

    /// Reports every key that was not read, with the most similar known key.
    pub(super) fn report_unknown_keys(self, problems: &mut Problems) {
        for (key, (place, _)) in self.remaining {
            if key.starts_with('\0') {
                continue;
            }
            let help = match nearest(&key, self.known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? Otherwise delete it"),
                None => format!("delete it; the keys here are {}", list(&self.known)),
            };
            problems.add(&place, "known-keys", format!("unknown key `{key}`"), help);
        }
    }
}

/// Reports a text that is too long, and returns whether it is.
fn report_too_long(text: &str, place: &Place, key: &str, problems: &mut Problems) -> bool {
    // Bytes first: characters are counted only if the text could be too long.
    let long = text.len() > MAX_CHARACTERS && text.chars().count() > MAX_CHARACTERS;
    if long {
        problems.add(
            place,
            "text",
            format!(
                "`{key}` has {} characters; the maximum is {MAX_CHARACTERS}",
                text.chars().count()
            ),
            "keep to what was said on this point, and link to the rest",
        );
    }
    long
}

fn to_model_date(date: toml_datetime::Date) -> Option<crate::Date> {
    Some(crate::Date {
        year: i16::try_from(date.year).ok()?,
        month: date.month,
        day: date.day,
    })
}

/// The most similar of the `known` names, for a misspelt `text`.
pub fn nearest<'b>(text: &str, known: impl Iterator<Item = &'b str>) -> Option<&'b str> {
    known
        .map(|name| (strsim::jaro_winkler(text, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name)
}

/// Formats names as a list for a message.
pub(super) fn list(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
