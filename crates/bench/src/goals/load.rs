//! The targets of layout shifts and long tasks during the load.

use super::lookup::Lookup;
use super::target::{Target, ms, target_at_most, worst};
use crate::case::FLAGSHIP;
use crate::condition::Condition;
use crate::measure::Unit;

/// Layout shifts and long tasks during the load.
pub(super) fn load_targets(lookup: &Lookup<'_>) -> [Target; 3] {
    let hundred = lookup.case(100);
    let phone = Condition::Phone.name();
    let shifts =
        lookup.in_each_section(|case, condition| lookup.median(case, condition, "app", "cls"));
    let tasks = Condition::ALL.iter().filter_map(|condition| {
        lookup.median_with_condition(hundred, condition.name(), "app", "longest_task")
    });
    [
        target_at_most(
            "no layout shift, anywhere".to_owned(),
            worst(shifts),
            0.0,
            |value| Unit::Score.format(value),
        ),
        target_at_most(
            "no total blocking time on the flagship as a phone".to_owned(),
            lookup.median_with_condition(FLAGSHIP, phone, "app", "tbt"),
            0.0,
            ms,
        ),
        target_at_most(
            "no task of more than 50 ms after the first paint at 100 points".to_owned(),
            worst(tasks.collect()),
            50.0,
            ms,
        ),
    ]
}
