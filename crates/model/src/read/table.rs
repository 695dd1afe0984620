//! What `#[derive(Table)]` implements, and what the values of a table implement.

use super::fields::{Fields, Located};
use super::problem::Problems;

/// A table of the format.
pub(crate) trait Table: Sized {
    /// What could be read of it, with places.
    type Raw;

    /// Its keys.
    const KEYS: &'static [&'static str];

    /// Reads its keys. Reports what is wrong and goes on.
    fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Self::Raw;

    /// Converts what was read; `None` if something required is missing.
    fn convert(raw: &Self::Raw) -> Option<Self>;
}

/// A value of a key.
pub(crate) trait Value: Sized {
    /// What was read, with its place.
    type Raw;

    /// Reads the value of a required key.
    fn required(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Self::Raw>;

    /// Reads the value of an optional key.
    fn optional(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Self::Raw>;

    /// Converts what was read.
    fn convert(raw: &Self::Raw) -> Option<Self>;
}

/// A value that can be in a list.
pub(crate) trait ListValue: Value {
    /// Reads the list of a key; empty if the key is missing, which is reported if the
    /// list must not be empty.
    fn list(
        f: &mut Fields<'_>,
        key: &'static str,
        not_empty: bool,
        p: &mut Problems,
    ) -> Vec<Self::Raw>;
}

/// Reads a table with all its keys.
pub(crate) fn read<T: Table>(mut fields: Fields<'_>, problems: &mut Problems) -> T::Raw {
    fields.set_keys(T::KEYS);
    let raw = T::read(&mut fields, problems);
    fields.report_unknown_keys(problems);
    raw
}

/// Reads a file in which each key has a list of tables.
pub(crate) fn lists<T: Table>(
    fields: Fields<'_>,
    problems: &mut Problems,
) -> Vec<(Located<String>, Vec<T::Raw>)> {
    let lists = fields.table_lists(problems).into_iter();
    let lists = lists.map(|(key, tables)| {
        let tables = tables.into_iter();
        let tables = tables.map(|fields| read::<T>(fields, problems));
        (key, tables.collect())
    });
    lists.collect()
}

impl<T: Table> Value for T {
    type Raw = T::Raw;

    fn required(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<T::Raw> {
        Some(read::<T>(f.table(key, p)?, p))
    }

    fn optional(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<T::Raw> {
        Some(read::<T>(f.optional_table(key, p)?, p))
    }

    fn convert(raw: &T::Raw) -> Option<Self> {
        <T as Table>::convert(raw)
    }
}

impl<T: Table> ListValue for T {
    /// The rules say which lists of tables must not be empty.
    fn list(f: &mut Fields<'_>, key: &'static str, _: bool, p: &mut Problems) -> Vec<T::Raw> {
        let tables = f.tables(key, p).into_iter();
        tables.map(|fields| read::<T>(fields, p)).collect()
    }
}
