//! Reports unknown keys, with the table around that has such a key.

use toml::de::DeTable;

use super::other_tables::where_it_belongs;
use super::{Fields, list, nearest};
use crate::read::problem::Problems;

/// A table around another.
#[derive(Clone)]
pub(super) struct Around {
    /// Its keys.
    keys: &'static [&'static str],
    /// The key of the inner table.
    inner: String,
    /// Whether the inner table is written in curly brackets.
    is_inline: bool,
}

impl<'a> Fields<'a> {
    /// The keys of a table inside this one, which is the value of `key` or in its list.
    pub(super) fn inner(&self, key: &str, start: usize, table: DeTable<'a>) -> Self {
        let mut inner = Self::new(self.file, self.file.place(start), table);
        let around = Around {
            keys: self.keys,
            inner: key.to_owned(),
            is_inline: self.file.is_inline_table(start),
        };
        inner.around = std::iter::once(around)
            .chain(self.around.iter().cloned())
            .collect();
        inner
    }

    /// Reports every key that was not read, with the table it belongs to or the most
    /// similar key.
    pub(crate) fn report_unknown_keys(self, problems: &mut Problems) {
        for (key, (place, _)) in self.remaining {
            let mut around = self.around.iter();
            let around = around.find(|around| around.keys.contains(&key.as_str()));
            let near = nearest(&key, self.keys.iter().copied());
            let help = match (around, near) {
                (
                    Some(Around {
                        inner,
                        is_inline: true,
                        ..
                    }),
                    _,
                ) => {
                    format!("move it out of `{inner}`, behind the bracket that closes it")
                }
                (Some(Around { inner, .. }), _) => format!(
                    "it is a key of the table around `[[{inner}]]`: move it above the first header in that table, because a key belongs to the header before it"
                ),
                (None, near) => match (near, where_it_belongs(&key)) {
                    (Some(near), Some(place)) => format!(
                        "did you mean `{near}`? Otherwise move it to where it belongs, {place}"
                    ),
                    (Some(near), None) => format!("did you mean `{near}`? Otherwise delete it"),
                    (None, Some(place)) => format!(
                        "move it to where it belongs, {place}; the keys here are {}",
                        list(self.keys)
                    ),
                    (None, None) => format!("delete it; the keys here are {}", list(self.keys)),
                },
            };
            problems.add(&place, "known-keys", format!("unknown key `{key}`"), help);
        }
    }
}
