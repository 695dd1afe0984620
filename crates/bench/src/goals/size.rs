//! The targets of the bytes of a first visit.

use super::lookup::Lookup;
use super::target::{Target, bytes, target_at_most};
use crate::case::FLAGSHIP;
use crate::condition::Condition;

/// The bytes of a first visit.
pub(super) fn size_targets(lookup: &Lookup<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    let unthrottled = Condition::Unthrottled.name();
    for (measure, what, limit) in [
        (
            "bytes_program",
            "JS and wasm of the flagship at most 100 KB in gzip",
            100e3,
        ),
        (
            "bytes_all",
            "a first visit to the flagship at most 150 KB in gzip",
            150e3,
        ),
    ] {
        let value = lookup.median_with_condition(FLAGSHIP, unthrottled, "app", measure);
        targets.push(target_at_most(what.to_owned(), value, limit, bytes));
    }
    targets
}
