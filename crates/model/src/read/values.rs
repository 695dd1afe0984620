//! How the values of the format are read: texts, keywords, dates, numbers.

use super::fields::{Fields, Located, RawDate, parse_keyword};
use super::problem::Problems;
use super::table::{ListValue, Value};
use crate::format::{Day, Edtf, HopKind, Id, Language, Names, RegisterKey};
use crate::{
    AbsenceKind, Cut, Date, DocumentStatus, HeadText, PartOfDay, ReadAs, RevisionKind, SourceKind,
    Status,
};

/// Implements [`Value`] for a type that is written as a text.
macro_rules! texts {
    ($($type:ty: $new:expr),* $(,)?) => { $(
        impl Value for $type {
            type Raw = Located<String>;

            fn required(
                f: &mut Fields<'_>,
                key: &'static str,
                p: &mut Problems,
            ) -> Option<Located<String>> {
                f.text(key, p)
            }

            fn optional(
                f: &mut Fields<'_>,
                key: &'static str,
                p: &mut Problems,
            ) -> Option<Located<String>> {
                f.optional_text(key, p)
            }

            fn convert(raw: &Located<String>) -> Option<Self> {
                Some($new(raw.value.clone()))
            }
        }

        impl ListValue for $type {
            fn list(
                f: &mut Fields<'_>,
                key: &'static str,
                not_empty: bool,
                p: &mut Problems,
            ) -> Vec<Located<String>> {
                if not_empty {
                    f.nonempty_texts(key, p)
                } else {
                    f.texts(key, p)
                }
            }
        }
    )* };
}

texts!(String: String::from, Id: Id, Language: Language, RegisterKey: RegisterKey);

/// Implements [`Value`] for an enumeration of keywords.
macro_rules! keywords {
    ($($type:ty),* $(,)?) => { $(
        impl Value for $type {
            type Raw = Located<Self>;

            fn required(
                f: &mut Fields<'_>,
                key: &'static str,
                p: &mut Problems,
            ) -> Option<Located<Self>> {
                f.keyword(key, true, p)
            }

            fn optional(
                f: &mut Fields<'_>,
                key: &'static str,
                p: &mut Problems,
            ) -> Option<Located<Self>> {
                f.keyword(key, false, p)
            }

            fn convert(raw: &Located<Self>) -> Option<Self> {
                Some(raw.value)
            }
        }

        impl ListValue for $type {
            fn list(
                f: &mut Fields<'_>,
                key: &'static str,
                not_empty: bool,
                p: &mut Problems,
            ) -> Vec<Located<Self>> {
                let words = String::list(f, key, not_empty, p);
                words.iter().filter_map(|word| parse_keyword(word, p)).collect()
            }
        }
    )* };
}

keywords!(
    AbsenceKind,
    Cut,
    DocumentStatus,
    HeadText,
    HopKind,
    PartOfDay,
    ReadAs,
    RevisionKind,
    SourceKind,
    Status
);

impl Value for Day {
    type Raw = Located<Date>;

    fn required(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Located<Date>> {
        f.date(key, true, p)
    }

    fn optional(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Located<Date>> {
        f.date(key, false, p)
    }

    fn convert(raw: &Located<Date>) -> Option<Self> {
        Some(raw.value.into())
    }
}

impl Value for Edtf {
    type Raw = Located<RawDate>;

    fn required(
        f: &mut Fields<'_>,
        key: &'static str,
        p: &mut Problems,
    ) -> Option<Located<RawDate>> {
        f.edtf(key, true, p)
    }

    fn optional(
        f: &mut Fields<'_>,
        key: &'static str,
        p: &mut Problems,
    ) -> Option<Located<RawDate>> {
        f.edtf(key, false, p)
    }

    fn convert(raw: &Located<RawDate>) -> Option<Self> {
        Some(raw.value.written)
    }
}

impl Value for bool {
    type Raw = Located<Self>;

    fn required(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Located<Self>> {
        f.flag(key, p)
    }

    fn optional(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Located<Self>> {
        f.flag(key, p)
    }

    fn convert(raw: &Located<Self>) -> Option<Self> {
        Some(raw.value)
    }
}

impl Value for u32 {
    type Raw = Located<i64>;

    fn required(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Located<i64>> {
        f.number(key, p)
    }

    fn optional(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Located<i64>> {
        f.optional_number(key, p)
    }

    fn convert(raw: &Located<i64>) -> Option<Self> {
        Self::try_from(raw.value).ok()
    }
}

impl Value for Names {
    type Raw = Vec<Located<String>>;

    fn required(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Self::Raw> {
        Self::optional(f, key, p)
    }

    fn optional(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<Self::Raw> {
        Some(f.text_or_texts(key, p))
    }

    fn convert(raw: &Self::Raw) -> Option<Self> {
        Some(Self(raw.iter().map(|name| name.value.clone()).collect()))
    }
}
