//! Dates.

use says_who_model::Date;

use crate::components::DateBasis;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn date_basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Given => "date given in the source",
        DateBasis::Counted => "date worked out from the source’s words",
        DateBasis::Elsewhere => "date from another source",
    }
}

pub(super) fn day(date: Date) -> String {
    format!("{} {}", date.day, short_month(date))
}

pub(super) fn date(date: Date) -> String {
    format!("{} {} {}", date.day, month(date), date.year)
}

pub(super) fn short_date(date: Date) -> String {
    format!("{} {} {}", date.day, short_month(date), date.year)
}

fn month(date: Date) -> &'static str {
    MONTHS
        .get(usize::from(date.month).wrapping_sub(1))
        .unwrap_or(&"")
}

/// The first three letters of a month; the whole name if it has at most four.
fn short_month(date: Date) -> &'static str {
    let month = month(date);
    month.get(..3).filter(|_| month.len() > 4).unwrap_or(month)
}
