//! A target and its result.

use super::verdict::Verdict;
use crate::measure::Unit;

/// A target and its result.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Target {
    /// The description of the target.
    pub(crate) what: String,
    /// The measured value, formatted.
    pub(crate) found: String,
    /// Whether the target is met.
    pub(crate) verdict: Verdict,
}

pub(super) fn worst(all: Vec<(f64, String)>) -> Option<(f64, String)> {
    all.into_iter()
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
}

/// A target whose value must be at most `limit`. The string in `found` names the
/// condition or the page.
pub(super) fn target_at_most(
    what: String,
    found: Option<(f64, String)>,
    limit: f64,
    shown: impl Fn(f64) -> String,
) -> Target {
    let verdict = Verdict::from_check(found.as_ref().map(|(value, _)| *value <= limit));
    let found = found.map_or_else(String::new, |(value, place)| match place.as_str() {
        "" => shown(value),
        place => format!("{} ({place})", shown(value)),
    });
    Target {
        what,
        found,
        verdict,
    }
}

pub(super) fn times(value: f64) -> String {
    format!("{value:.2} times")
}

pub(super) fn ms(value: f64) -> String {
    Unit::Ms.format(value)
}

pub(super) fn bytes(value: f64) -> String {
    Unit::Bytes.format(value)
}
