//! Taking a table of TOML apart, key by key, without stopping at a problem.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};
use toml_datetime::Offset;

use super::characters::{hidden, named};
use super::dates::Moment;
use super::in_string;
use super::problem::{Place, Problems};
use super::real_text;
use super::text::{MAX_CHARACTERS, is_visible, parted_quotation, tidy};

/// A value, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

/// What takes either.
pub(super) enum TextOrTable<'a> {
    /// A text that is not empty.
    Text(At<String>),
    /// A table.
    Table(Fields<'a>),
}

/// The file a value is from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: &'a str,
    pub(super) text: &'a str,
    /// Where each line begins, so that a place is found without reading the
    /// whole file again.
    pub(super) lines: &'a [usize],
}

impl Source<'_> {
    pub(super) fn place(self, offset: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line.saturating_sub(1)];
        let before = self.text.get(start..offset).unwrap_or_default();
        Place {
            file: self.file.to_owned(),
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The place of a character of a string, by its number; the string stands at
    /// `span`.
    fn place_in(self, span: &Range<usize>, number: usize) -> Place {
        let written = self.text.get(span.clone()).unwrap_or_default();
        self.place(span.start + in_string::offset(written, number))
    }

    /// A string as a text that is kept; what it can't be kept for is reported.
    /// `None` where nothing can be done with it.
    fn string(
        self,
        key: &str,
        span: &Range<usize>,
        text: &str,
        problems: &mut Problems,
    ) -> Option<At<String>> {
        let place = self.place(span.start);
        if too_long(text, &place, key, problems) {
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
        if let Some((number, c)) = hidden(text) {
            problems.add(
                &self.place_in(span, number),
                "text",
                format!("{} stands in `{key}` and can’t be seen", named(c)),
                "delete it, with the escape that stands for it if it is written as one; if it came with copied text, type the words around it again",
            );
        } else if let Some(number) = parted_quotation(text) {
            problems.add(
                &self.place_in(span, number),
                "verbatim-marked",
                "a quotation goes on over the end of a paragraph",
                "close it with ” where the paragraph ends, and open the next with “",
            );
        }
        let value = tidy(text);
        if let Some(unreal) = real_text::unreal(&value) {
            problems.add(&place, real_text::RULE, unreal.message, unreal.help);
        }
        Some(At { value, place })
    }
}

/// Where each line of a text begins; never empty.
pub(super) fn lines(text: &str) -> Vec<usize> {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(ends).collect()
}

/// The keys of a table that were not taken yet.
pub(super) struct Fields<'a> {
    source: Source<'a>,
    place: Place,
    known: Vec<&'static str>,
    rest: BTreeMap<String, (Place, Spanned<DeValue<'a>>)>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(source: Source<'a>, place: Place, table: DeTable<'a>) -> Self {
        let rest = table
            .into_iter()
            .map(|(key, value)| {
                let place = source.place(key.span().start);
                (key.into_inner().into_owned(), (place, value))
            })
            .collect();
        Self {
            source,
            place,
            known: Vec::new(),
            rest,
        }
    }

    /// Where the table stands.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }

    fn take(&mut self, key: &'static str) -> Option<(Place, DeValue<'a>)> {
        self.known.push(key);
        let (_, value) = self.rest.remove(key)?;
        let place = self.source.place(value.span().start);
        Some((place, value.into_inner()))
    }

    fn wrong(&self, problems: &mut Problems, place: &Place, key: &str, form: &str) {
        problems.add(
            place,
            "fields",
            format!("`{key}` must be {form}"),
            format!("write `{key}` as {form}"),
        );
    }

    fn missing(&self, problems: &mut Problems, key: &str, form: &str) {
        problems.add(
            &self.place,
            "fields",
            format!("`{key}` is missing"),
            format!("add `{key} = …`, {form}"),
        );
    }

    /// A text that is not empty.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<At<String>> {
        let found = self.known_text(key, problems);
        if found.is_none() && !self.was_there(key) {
            self.missing(problems, key, "a text in quotation marks");
        }
        found
    }

    /// A text that may be left out.
    pub(super) fn optional(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<At<String>> {
        self.known_text(key, problems)
    }

    fn was_there(&self, key: &str) -> bool {
        self.rest.contains_key(&format!("\0{key}"))
    }

    fn known_text(&mut self, key: &'static str, problems: &mut Problems) -> Option<At<String>> {
        self.known.push(key);
        let (_, value) = self.rest.remove(key)?;
        let span = value.span();
        let place = self.source.place(span.start);
        let DeValue::String(text) = value.into_inner() else {
            self.note(key, &place);
            self.wrong(problems, &place, key, "a text in quotation marks");
            return None;
        };
        let found = self.source.string(key, &span, &text, problems);
        if found.is_none() {
            self.note(key, &place);
        }
        found
    }

    /// Remembers that a key stood there with a wrong value, so that it is not
    /// reported as missing too.
    fn note(&mut self, key: &str, place: &Place) {
        let value = Spanned::new(0..0, DeValue::Boolean(false));
        self.rest.insert(format!("\0{key}"), (place.clone(), value));
    }

    /// A date.
    pub(super) fn date(
        &mut self,
        key: &'static str,
        required: bool,
        problems: &mut Problems,
    ) -> Option<At<crate::Date>> {
        const FORM: &str = "a date without quotation marks, like 2022-01-31";
        let Some((place, value)) = self.take(key) else {
            if required {
                self.missing(problems, key, FORM);
            }
            return None;
        };
        let date = match value {
            DeValue::Datetime(written) if written.time.is_none() => written.date,
            _ => None,
        };
        let Some(value) = date.and_then(day) else {
            self.wrong(problems, &place, key, FORM);
            return None;
        };
        Some(At { value, place })
    }

    /// A date that may have a time and its distance from UTC.
    pub(super) fn moment(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<(At<crate::Date>, Option<Moment>)> {
        const FORM: &str =
            "a date without quotation marks, like 2022-01-31 or 2022-01-31T22:30:00-05:00";
        let Some((place, value)) = self.take(key) else {
            self.missing(problems, key, FORM);
            return None;
        };
        let DeValue::Datetime(written) = value else {
            self.wrong(problems, &place, key, FORM);
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
                self.wrong(problems, &place, key, FORM);
                return None;
            }
        };
        let Some(value) = written.date.and_then(day) else {
            self.wrong(problems, &place, key, FORM);
            return None;
        };
        Some((At { value, place }, moment))
    }

    /// `true` or `false`; nothing where the key is left out.
    pub(super) fn flag(&mut self, key: &'static str, problems: &mut Problems) -> Option<At<bool>> {
        match self.take(key)? {
            (place, DeValue::Boolean(value)) => Some(At { value, place }),
            (place, _) => {
                self.wrong(problems, &place, key, "`true` or `false`");
                None
            }
        }
    }

    /// A whole number.
    pub(super) fn number(&mut self, key: &'static str, problems: &mut Problems) -> Option<At<i64>> {
        const FORM: &str = "a whole number";
        let Some((place, value)) = self.take(key) else {
            self.missing(problems, key, FORM);
            return None;
        };
        let number = match value {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(problems, &place, key, FORM);
        }
        Some(At {
            value: number?,
            place,
        })
    }

    /// A whole number that may be left out.
    pub(super) fn maybe_number(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<At<i64>> {
        if self.rest.contains_key(key) {
            self.number(key, problems)
        } else {
            self.known.push(key);
            None
        }
    }

    /// A list of texts; empty where the key is left out.
    pub(super) fn texts(&mut self, key: &'static str, problems: &mut Problems) -> Vec<At<String>> {
        const FORM: &str = "a list of texts, like [\"one\", \"two\"]";
        let Some((place, value)) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.wrong(problems, &place, key, FORM);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            let span = item.span();
            match item.into_inner() {
                DeValue::String(text) => {
                    texts.extend(self.source.string(key, &span, &text, problems));
                }
                _ => self.wrong(problems, &self.source.place(span.start), key, FORM),
            }
        }
        texts
    }

    /// A list of texts, or a single text; empty where the key is left out.
    pub(super) fn text_or_texts(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Vec<At<String>> {
        match self.rest.get(key) {
            Some((_, value)) if matches!(value.get_ref(), DeValue::String(_)) => {
                self.optional(key, problems).into_iter().collect()
            }
            _ => self.texts(key, problems),
        }
    }

    /// A text or a table, this like `table`; it may be left out.
    pub(super) fn text_or_table(
        &mut self,
        key: &'static str,
        table: &str,
        problems: &mut Problems,
    ) -> Option<TextOrTable<'a>> {
        match self.rest.get(key).map(|(_, value)| value.get_ref()) {
            Some(DeValue::Table(_)) => {
                Some(TextOrTable::Table(self.optional_table(key, problems)?))
            }
            Some(DeValue::String(_)) | None => {
                Some(TextOrTable::Text(self.optional(key, problems)?))
            }
            Some(_) => {
                let (place, _) = self.take(key)?;
                self.wrong(
                    problems,
                    &place,
                    key,
                    &format!("a text, or a table like {table}"),
                );
                None
            }
        }
    }

    /// A list whose entries are texts or tables, these like `table`; empty where the
    /// key is left out.
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
            self.wrong(problems, &place, key, &form);
            return Vec::new();
        };
        let mut entries = Vec::new();
        for item in items {
            let span = item.span();
            let place = self.source.place(span.start);
            match item.into_inner() {
                DeValue::String(text) => {
                    let text = self.source.string(key, &span, &text, problems);
                    entries.extend(text.map(TextOrTable::Text));
                }
                DeValue::Table(table) => {
                    entries.push(TextOrTable::Table(Self::new(self.source, place, table)));
                }
                _ => self.wrong(problems, &place, key, &form),
            }
        }
        entries
    }

    /// A list of texts with at least one in it.
    pub(super) fn some_texts(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Vec<At<String>> {
        let there = self.rest.contains_key(key);
        let place = self
            .rest
            .get(key)
            .map_or(self.place(), |(place, _)| place.clone());
        let texts = self.texts(key, problems);
        if !there {
            self.missing(problems, key, "a list of texts in square brackets");
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

    /// The tables under a key written as `[[key]]` or as a list of `{ … }`.
    pub(super) fn tables(&mut self, key: &'static str, problems: &mut Problems) -> Vec<Self> {
        let Some((place, value)) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.wrong(problems, &place, key, "a list of tables");
            return Vec::new();
        };
        self.tables_of(key, items, problems)
    }

    fn tables_of(&self, key: &str, items: DeArray<'a>, problems: &mut Problems) -> Vec<Self> {
        let mut tables = Vec::new();
        for item in items {
            let place = self.source.place(item.span().start);
            match item.into_inner() {
                DeValue::Table(table) => tables.push(Self::new(self.source, place, table)),
                _ => self.wrong(problems, &place, key, "a list of tables"),
            }
        }
        tables
    }

    /// One table under a key.
    pub(super) fn table(&mut self, key: &'static str, problems: &mut Problems) -> Option<Self> {
        if !self.rest.contains_key(key) {
            self.missing(problems, key, "a table in curly brackets");
        }
        self.optional_table(key, problems)
    }

    /// One table under a key that may be left out.
    pub(super) fn optional_table(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Self> {
        let (place, value) = self.take(key)?;
        if let DeValue::Table(table) = value {
            return Some(Self::new(self.source, place, table));
        }
        self.wrong(problems, &place, key, "a table in curly brackets");
        None
    }

    /// Every key, each with a table under it: files that list things by id.
    pub(super) fn entries(self, problems: &mut Problems) -> Vec<(At<String>, Self)> {
        let mut entries = Vec::new();
        for (key, (place, value)) in self.rest {
            match value.into_inner() {
                DeValue::Table(table) => {
                    let fields = Self::new(self.source, place.clone(), table);
                    entries.push((At { value: key, place }, fields));
                }
                _ => problems.add(
                    &place,
                    "known-keys",
                    format!("`{key}` stands alone"),
                    "in this file every entry begins with its id in square brackets, like `[some-id]`",
                ),
            }
        }
        // As in the file, not by the alphabet.
        entries.sort_by_key(|(key, _)| (key.place.line, key.place.column));
        entries
    }

    /// Every key, each with a list of tables under it: the register.
    pub(super) fn lists(mut self, problems: &mut Problems) -> Vec<(At<String>, Vec<Self>)> {
        let rest = std::mem::take(&mut self.rest);
        let mut lists = Vec::new();
        for (key, (place, value)) in rest {
            let DeValue::Array(items) = value.into_inner() else {
                self.wrong(problems, &place, &key, "a list of tables");
                continue;
            };
            let tables = self.tables_of(&key, items, problems);
            lists.push((At { value: key, place }, tables));
        }
        // As in the file, not by the alphabet.
        lists.sort_by_key(|(key, _)| (key.place.line, key.place.column));
        lists
    }

    /// Reports every key that nothing took, with the nearest that exists.
    pub(super) fn done(self, problems: &mut Problems) {
        for (key, (place, _)) in self.rest {
            if key.starts_with('\0') {
                continue;
            }
            let help = match nearest(&key, self.known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? Otherwise delete it"),
                None => format!("delete it; the keys here are {}", list(&self.known)),
            };
            problems.add(
                &place,
                "known-keys",
                format!("`{key}` is not a key that is known here"),
                help,
            );
        }
    }
}

/// Reports a text that is longer than any part of a dispute.
fn too_long(text: &str, place: &Place, key: &str, problems: &mut Problems) -> bool {
    // Bytes first: counting is only for what could be too long.
    let long = text.len() > MAX_CHARACTERS && text.chars().count() > MAX_CHARACTERS;
    if long {
        problems.add(
            place,
            "text",
            format!(
                "`{key}` has {} characters; the most is {MAX_CHARACTERS}",
                text.chars().count()
            ),
            "keep to what was said on this point, and link to the rest",
        );
    }
    long
}

fn day(date: toml_datetime::Date) -> Option<crate::Date> {
    Some(crate::Date {
        year: i16::try_from(date.year).ok()?,
        month: date.month,
        day: date.day,
    })
}

/// The likeliest of `known` for a misspelt `text`.
pub fn nearest<'b>(text: &str, known: impl Iterator<Item = &'b str>) -> Option<&'b str> {
    known
        .map(|name| (strsim::jaro_winkler(text, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name)
}

/// Names in a sentence.
pub(super) fn list(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
