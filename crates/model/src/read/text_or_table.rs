//! Values that are written as a text or a date, or as a table.

use std::ops::Deref;

use super::fields::{DateOrTable, Fields, TextOrTable};
use super::problem::Problems;
use super::table::{ListValue, Table, Value, read};
use crate::format::{
    Accent, AccentColours, CheckedQuotation, Licence, LinkedLicence, Published, Quotation,
    RawAccentColours, RawCheckedQuotation, RawLinkedLicence, RawSupported, RawWhen, Supported,
    TextOrSupported, When,
};

/// A table that may be written as the value of its first key alone.
#[derive(Clone, Debug)]
pub(crate) struct ShortOr<R> {
    is_short: bool,
    table: R,
}

impl<R> Deref for ShortOr<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.table
    }
}

/// Implements [`Value`] for a type that is written as a text or a table: its variants,
/// the field of the table that the text stands for, and the form for messages.
macro_rules! text_or_table {
    ($type:ident: $text:ident | $variant:ident($table:ident), $raw:ident.$first:ident, $form:literal) => {
        impl $type {
            fn from_written(written: TextOrTable<'_>, p: &mut Problems) -> ShortOr<$raw> {
                match written {
                    TextOrTable::Text(text) => ShortOr {
                        is_short: true,
                        table: $raw {
                            place: text.place.clone(),
                            $first: Some(text),
                            ..$raw::default()
                        },
                    },
                    TextOrTable::Table(table) => ShortOr {
                        is_short: false,
                        table: read::<$table>(table, p),
                    },
                }
            }
        }

        impl Value for $type {
            type Raw = ShortOr<$raw>;

            fn required(
                f: &mut Fields<'_>,
                key: &'static str,
                p: &mut Problems,
            ) -> Option<Self::Raw> {
                if !f.has(key) {
                    let form = concat!("a text, or a table like ", $form);
                    f.report_missing(p, key, form);
                }
                Self::optional(f, key, p)
            }

            fn optional(
                f: &mut Fields<'_>,
                key: &'static str,
                p: &mut Problems,
            ) -> Option<Self::Raw> {
                let written = f.text_or_table(key, $form, p)?;
                Some(Self::from_written(written, p))
            }

            fn convert(raw: &Self::Raw) -> Option<Self> {
                Some(if raw.is_short {
                    Self::$text(raw.table.$first.as_ref()?.value.clone())
                } else {
                    Self::$variant(<$table as Table>::convert(&raw.table)?)
                })
            }
        }

        impl ListValue for $type {
            fn list(
                f: &mut Fields<'_>,
                key: &'static str,
                _: bool,
                p: &mut Problems,
            ) -> Vec<Self::Raw> {
                let entries = f.texts_or_tables(key, $form, p).into_iter();
                entries.map(|entry| Self::from_written(entry, p)).collect()
            }
        }
    };
}

text_or_table!(TextOrSupported: Text | Supported(Supported), RawSupported.text,
    "{ text = \"…\", rests-on = [\"…\"] }");
text_or_table!(Quotation: Words | Checked(CheckedQuotation), RawCheckedQuotation.words,
    "{ words = \"…\", whole = true }");
text_or_table!(Licence: Name | Linked(LinkedLicence), RawLinkedLicence.name,
    "{ name = \"…\", link = \"…\" }");
text_or_table!(Accent: Light | Both(AccentColours), RawAccentColours.light,
    "{ light = \"…\", dark = \"…\" }");

/// The form of [`Published`] as a table, for messages.
const PUBLISHED: &str = "{ date = …, words = \"…\" } or { unknown = \"…\" }";

impl Value for Published {
    type Raw = ShortOr<RawWhen>;

    fn required(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Self::Raw> {
        Some(match f.date_or_table(key, PUBLISHED, p)? {
            DateOrTable::Date(date) => ShortOr {
                is_short: true,
                table: RawWhen {
                    place: date.place.clone(),
                    date: Some(date),
                    ..RawWhen::default()
                },
            },
            DateOrTable::Table(table) => ShortOr {
                is_short: false,
                table: read::<When>(table, p),
            },
        })
    }

    fn optional(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Self::Raw> {
        f.has(key).then(|| Self::required(f, key, p)).flatten()
    }

    fn convert(raw: &Self::Raw) -> Option<Self> {
        Some(if raw.is_short {
            Self::Date(raw.date.as_ref()?.value.written)
        } else {
            Self::When(<When as Table>::convert(raw)?)
        })
    }
}
