//! The targets of interactions and of the first paint at 1000 points.

use super::lookup::Lookup;
use super::target::{Target, ms, target_at_most, times, worst};
use super::verdict::Verdict;
use crate::condition::Condition;

/// The duration of a frame at 60 Hz, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// The speed of interactions and of the first paint at 1000 points.
pub(super) fn speed_targets(lookup: &Lookup<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    let thousand = lookup.case(1000);
    let unthrottled = Condition::Unthrottled.name();
    for (measure, name, limit) in [
        ("show_all", "show all", 10.0),
        ("hide_all", "hide all", 50.0),
    ] {
        let median = |variant| lookup.median(thousand, unthrottled, variant, measure);
        let ratio = median("peer")
            .zip(median("app"))
            .map(|(peer, app)| peer / app);
        targets.push(Target {
            what: format!("{name} at 1,000 points at least {limit} times as fast as the peer"),
            found: ratio.map_or_else(String::new, times),
            verdict: Verdict::from_check(ratio.map(|ratio| ratio >= limit)),
        });
    }
    let median = |variant| lookup.median(thousand, unthrottled, variant, "fcp");
    let paints = median("app").zip(median("plain").or_else(|| median("floor")));
    targets.push(Target {
        what: "first contentful paint at 1,000 points before the plain page’s".to_owned(),
        found: paints.map_or_else(String::new, |(app, plain)| {
            format!("{} against {}", ms(app), ms(plain))
        }),
        verdict: Verdict::from_check(paints.map(|(app, plain)| app < plain)),
    });
    let letters = ["key_first_handler", "key_handler"];
    let letters =
        letters.map(|measure| lookup.median_with_condition(thousand, unthrottled, "app", measure));
    targets.push(target_at_most(
        "a letter of a search at 1,000 points handled within a frame".to_owned(),
        worst(letters.into_iter().flatten().collect()),
        FRAME,
        ms,
    ));
    targets
}
