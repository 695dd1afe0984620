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
    let month = MONTHS
        .get(usize::from(date.month).wrapping_sub(1))
        .unwrap_or(&"");
    let month: String = month.chars().take(3).collect();
    format!("{} {month}", date.day)
}

pub(super) fn date(date: Date) -> String {
    let month = MONTHS
        .get(usize::from(date.month).wrapping_sub(1))
        .unwrap_or(&"");
    format!("{} {month} {}", date.day, date.year)
}

pub(super) fn short_date(date: Date) -> String {
    let month = MONTHS
        .get(usize::from(date.month).wrapping_sub(1))
        .unwrap_or(&"");
    let short = month.get(..3).filter(|_| month.len() > 4);
    format!("{} {} {}", date.day, short.unwrap_or(month), date.year)
}
