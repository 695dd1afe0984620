//! Access to lists and tables in a TOML table.

use toml::de::{DeArray, DeValue};

use super::{Fields, Located, TextOrTable};
use crate::read::problem::Problems;

impl<'a> Fields<'a> {
    /// A list of texts; empty if the key is missing.
    pub(crate) fn texts(
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
    pub(crate) fn text_or_texts(
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
    pub(crate) fn text_or_table(
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
    pub(crate) fn texts_or_tables(
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
            match item.into_inner() {
                DeValue::String(text) => {
                    let text = self.file.checked_text(key, &span, &text, problems);
                    entries.extend(text.map(TextOrTable::Text));
                }
                DeValue::Table(table) => {
                    entries.push(TextOrTable::Table(self.inner(key, span.start, table)));
                }
                _ => self.report_wrong_form(problems, &self.file.place(span.start), key, &form),
            }
        }
        entries
    }

    /// A list of at least one text.
    pub(crate) fn nonempty_texts(
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
    pub(crate) fn tables(&mut self, key: &'static str, problems: &mut Problems) -> Vec<Self> {
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
            let start = item.span().start;
            match item.into_inner() {
                DeValue::Table(table) => tables.push(self.inner(key, start, table)),
                _ => {
                    self.report_wrong_form(
                        problems,
                        &self.file.place(start),
                        key,
                        "a list of tables",
                    );
                }
            }
        }
        tables
    }

    /// The table of a required key.
    pub(crate) fn table(&mut self, key: &'static str, problems: &mut Problems) -> Option<Self> {
        if !self.remaining.contains_key(key) {
            self.report_missing(problems, key, "a table in curly brackets");
        }
        self.optional_table(key, problems)
    }

    /// The table of an optional key.
    pub(crate) fn optional_table(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Self> {
        let (_, value) = self.remaining.remove(key)?;
        let start = value.span().start;
        if let DeValue::Table(table) = value.into_inner() {
            return Some(self.inner(key, start, table));
        }
        let place = self.file.place(start);
        self.report_wrong_form(problems, &place, key, "a table in curly brackets");
        None
    }

    /// Every key with its table, for files with one table per id.
    pub(crate) fn entries(self, problems: &mut Problems) -> Vec<(Located<String>, Self)> {
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
    pub(crate) fn table_lists(
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
}
