//! The columns of what says when something was.

use super::export::{Row, keyword, set};
use crate::format::When;

/// A column for each key of [`When`].
pub(super) struct WhenColumns {
    pub(super) date: &'static str,
    pub(super) unknown: &'static str,
    pub(super) part: &'static str,
    pub(super) words: &'static str,
    pub(super) words_language: &'static str,
    pub(super) counted_from: &'static str,
    pub(super) source: &'static str,
    pub(super) other_calendar: &'static str,
    pub(super) note: &'static str,
}

/// The columns of a statement.
pub(super) const SAID: WhenColumns = WhenColumns {
    date: "date",
    unknown: "date-unknown",
    part: "part-of-day",
    words: "words",
    words_language: "words-language",
    counted_from: "counted-from",
    source: "date-source",
    other_calendar: "other-calendar",
    note: "date-note",
};

/// The columns of a source.
pub(super) const PUBLISHED: WhenColumns = WhenColumns {
    date: "published",
    unknown: "published-unknown",
    part: "published-part-of-day",
    words: "published-words",
    words_language: "published-words-language",
    counted_from: "published-counted-from",
    source: "published-date-source",
    other_calendar: "published-other-calendar",
    note: "published-note",
};

impl WhenColumns {
    /// Each key with its column.
    pub(super) fn by_key(&self) -> [(&'static str, &'static str); 9] {
        [
            ("date", self.date),
            ("unknown", self.unknown),
            ("part", self.part),
            ("words", self.words),
            ("words-language", self.words_language),
            ("counted-from", self.counted_from),
            ("source", self.source),
            ("other-calendar", self.other_calendar),
            ("note", self.note),
        ]
    }
}

/// Fills the cells of the columns.
pub(super) fn when_columns(when: &When, columns: &WhenColumns, row: &mut Row) {
    let day = when.counted_from.map(|day| day.to_string());
    let language = when.words_language.as_ref();
    set(row, columns.date, when.date.map(|date| date.to_string()));
    set(row, columns.unknown, when.unknown.as_ref());
    set(row, columns.part, when.part.and_then(keyword));
    set(row, columns.words, when.words.as_ref());
    set(row, columns.words_language, language.map(|tag| &tag.0));
    set(row, columns.counted_from, day);
    set(
        row,
        columns.source,
        when.source.as_ref().map(|id| id.as_str()),
    );
    set(row, columns.other_calendar, when.other_calendar.as_ref());
    set(row, columns.note, when.note.as_ref());
}
