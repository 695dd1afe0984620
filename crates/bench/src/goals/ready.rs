//! The targets of the time until the page is ready, compared with the peer.

use super::lookup::Lookup;
use super::target::{Target, target_at_most, times};
use crate::condition::Condition;

/// The time until the page is ready, compared with the peer.
pub(super) fn ready_targets(lookup: &Lookup<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    let (hundred, thousand) = (lookup.case(100), lookup.case(1000));
    let phone = Condition::Phone.name();
    let unthrottled = Condition::Unthrottled.name();
    for case in [hundred, thousand].into_iter().zip(["100", "1,000"]) {
        let (case, points) = case;
        let ratio = |condition| {
            let median = |variant, measure| lookup.median(case, condition, variant, measure);
            let ready = median("app", "ready")?;
            let peer = median("peer", "ready")?;
            // Under the phone condition, subtract the longer download.
            let longer = if condition == phone {
                median("app", "arrived")? - median("peer", "arrived")?
            } else {
                0.0
            };
            Some((ready - longer) / peer)
        };
        targets.push(target_at_most(
            format!("ready at {points} points at most 1.5 times as late as the peer"),
            ratio(unthrottled).map(|value| (value, String::new())),
            1.5,
            times,
        ));
        targets.push(target_at_most(
            format!("the same as a phone at {points} points, apart from the download"),
            ratio(phone).map(|value| (value, String::new())),
            1.5,
            times,
        ));
    }
    targets
}
