//! Typed access to the keys of a TOML table. Problems are reported without stopping.

mod dates;
mod keywords;
mod lists;
mod other_tables;
mod unknown_keys;

pub(crate) use dates::{DateOrTable, RawDate};
pub use keywords::nearest;
pub(crate) use keywords::{list, parse_keyword};

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::read::problem::{Place, Problems};
pub(crate) use crate::read::toml_file::Located;
use crate::read::toml_file::TomlFile;
use unknown_keys::Around;

/// The value of a key that takes a text or a table.
pub(crate) enum TextOrTable<'a> {
    /// A non-empty text.
    Text(Located<String>),
    /// A table.
    Table(Fields<'a>),
}

/// The keys of a table. Each one is removed as it is read, and what remains is
/// reported as unknown.
pub(crate) struct Fields<'a> {
    file: TomlFile<'a>,
    place: Place,
    /// The keys that a table of this kind can have.
    keys: &'static [&'static str],
    /// The tables around it, the innermost first.
    around: Vec<Around>,
    has_invalid_value: bool,
    remaining: BTreeMap<String, (Place, Spanned<DeValue<'a>>)>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(file: TomlFile<'a>, place: Place, table: DeTable<'a>) -> Self {
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
            keys: &[],
            around: Vec::new(),
            has_invalid_value: false,
            remaining,
        }
    }

    /// Sets which keys the table can have.
    pub(crate) fn set_keys(&mut self, keys: &'static [&'static str]) {
        self.keys = keys;
    }

    /// The place of the table.
    pub(crate) fn place(&self) -> Place {
        self.place.clone()
    }

    fn take(&mut self, key: &'static str) -> Option<(Place, DeValue<'a>)> {
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

    /// Whether the table has a key that was not read yet.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.remaining.contains_key(key)
    }

    /// Reports that a required key is missing. `form` says how to write its value.
    pub(crate) fn report_missing(&self, problems: &mut Problems, key: &str, form: &str) {
        problems.add(
            &self.place,
            "fields",
            format!("`{key}` is missing"),
            format!("add `{key} = …`, {form}"),
        );
    }

    /// A non-empty text.
    pub(crate) fn text(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Located<String>> {
        if !self.has(key) {
            self.report_missing(problems, key, "a text in quotation marks");
        }
        self.take_text(key, problems)
    }

    /// An optional text.
    pub(crate) fn optional_text(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Located<String>> {
        self.take_text(key, problems)
    }

    /// Whether a text could not be read, which is reported.
    pub(crate) fn has_invalid_value(&self) -> bool {
        self.has_invalid_value
    }

    fn take_text(&mut self, key: &'static str, problems: &mut Problems) -> Option<Located<String>> {
        let (_, value) = self.remaining.remove(key)?;
        let span = value.span();
        let place = self.file.place(span.start);
        let DeValue::String(text) = value.into_inner() else {
            self.has_invalid_value = true;
            self.report_wrong_form(problems, &place, key, "a text in quotation marks");
            return None;
        };
        let found = self.file.checked_text(key, &span, &text, problems);
        if found.is_none() {
            self.has_invalid_value = true;
        }
        found
    }

    /// `true` or `false`; `None` if the key is missing.
    pub(crate) fn flag(
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
    pub(crate) fn number(
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
    pub(crate) fn optional_number(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Located<i64>> {
        if self.remaining.contains_key(key) {
            self.number(key, problems)
        } else {
            None
        }
    }
}
