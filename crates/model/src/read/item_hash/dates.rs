//! Hashes dates.

use super::ItemHasher;
use crate::{Date, DateOrUnknown, When};

impl ItemHasher<'_> {
    pub(super) fn when(&mut self, when: &When) {
        self.known_date("when", when);
        self.how_date_is_known(when);
    }

    pub(super) fn how_date_is_known(&mut self, when: &When) {
        self.optional_field("words", when.words.as_deref());
        if let Some(from) = when.counted_from {
            self.date("counted-from", from);
        }
        if let Some(source) = when.source {
            self.cited("day-from", source);
        }
        self.optional_field("other-calendar", when.other_calendar.as_deref());
        self.optional_field("date-note", when.note.as_deref());
    }

    /// A date of any precision, with the time or the part of the day.
    pub(super) fn known_date(&mut self, name: &str, when: &When) {
        match (&when.date, when.day()) {
            // Days were hashed in this form before there were other dates.
            (_, Some(day)) => self.date(name, day),
            (DateOrUnknown::Known(date), None) => self.field(name, &date.to_string()),
            (DateOrUnknown::Unknown(reason), None) => self.field("date-unknown", reason),
        }
        if let Some(time) = when.time {
            self.field("time", &time.to_string());
        }
        if let Some(part) = when.part {
            self.field("part-of-day", part.into());
        }
    }

    pub(super) fn date(&mut self, name: &str, date: Date) {
        let Date { year, month, day } = date;
        self.field(name, &format!("{year}-{month}-{day}"));
    }
}
