//! The targets of hydration, memory and data at 1000 points.

use super::lookup::Lookup;
use super::target::{Target, bytes, target_at_most, times};
use crate::condition::Condition;

/// Hydration counts as linear if a point costs at most this many times as much
/// among 1000 points as among 100.
const MAX_HYDRATION_GROWTH: f64 = 1.1;

/// The growth of hydration, memory and data with the number of points.
pub(super) fn growth_targets(lookup: &Lookup<'_>) -> [Target; 3] {
    let (hundred, thousand) = (lookup.case(100), lookup.case(1000));
    let unthrottled = Condition::Unthrottled.name();
    let each = |case: Option<&str>, points: f64| {
        Some(lookup.median(case, unthrottled, "app", "hydration")? / points)
    };
    let growth = each(thousand, 1000.0).zip(each(hundred, 100.0));
    [
        target_at_most(
            format!(
                "hydration of each point among 1,000 at most {MAX_HYDRATION_GROWTH} times what it is among 100"
            ),
            growth.map(|(many, few)| (many / few, String::new())),
            MAX_HYDRATION_GROWTH,
            times,
        ),
        target_at_most(
            "wasm memory at 1,000 points at most 10 MB, even at the end".to_owned(),
            lookup.median_with_condition(thousand, unthrottled, "app", "wasm_memory_after"),
            10e6,
            bytes,
        ),
        target_at_most(
            "data at 1,000 points at most 100 KB in gzip".to_owned(),
            lookup.median_with_condition(thousand, unthrottled, "app", "bytes_data"),
            100e3,
            bytes,
        ),
    ]
}
